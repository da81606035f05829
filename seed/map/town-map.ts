import type { LngLat, Surface } from '../../src/platform/geo/shapes.ts'
import { chance } from '../chance.ts'
import { type CommunityKey, type Corner, communityKeyOf, townAreas } from '../places.ts'
import { type Drawn, drawBlocks } from './blocks.ts'
import { drawEstates } from './estates.ts'
import { osmPbf } from './extract.ts'
import {
  border,
  communityKeys,
  communityPlot,
  gridPlot,
  inset,
  isIn,
  middleOf,
  onEarth,
  type Plot,
  type Spot,
  town,
  united,
} from './plan.ts'
import { blankSheet, type Sheet } from './sheet.ts'
import { drawStreets } from './streets.ts'
import { drawThings } from './things.ts'
import { uses } from './uses.ts'
import { drawWater, isWet } from './water.ts'

/** Draws the invented town: always the same one. */
export function drawTown(): Sheet {
  const sheet = blankSheet()
  drawWater(sheet)
  sheet.line(
    Array.from({ length: 79 }, (_, at): Spot => [-300 + at * 100, 3_350]),
    { railway: 'rail', name: '云溪线' },
  )
  const runs = drawStreets(sheet)
  const numbers = new Map<string, number>()
  const blocks = uses.flatMap((use): readonly Drawn[] => drawBlocks(sheet, use, numbers))
  drawThings(sheet, runs, blocks)
  drawEstates(sheet, blocks)
  sheet.node(middleOf(town), { place: 'town', name: '云溪区' })
  for (const key of communityKeys) sheet.node(middleOf(inset(communityPlot(key), 40)), {})
  return sheet
}

let drawn: Sheet | null = null
const theTown = (): Sheet => {
  drawn ??= drawTown()
  return drawn
}

/** The town as a normal extract of OpenStreetMap. */
export const townExtract = (): Buffer => osmPbf(theTown())

export type TownArea = {
  readonly type: 'Feature'
  readonly properties: {
    readonly code: string
    readonly level: 'district' | 'street' | 'community' | 'grid'
    readonly name: string
    readonly parent: string | null
    readonly aliases: readonly string[]
  }
  readonly geometry: Surface
}
export type TownAreas = { readonly type: 'FeatureCollection'; readonly features: readonly TownArea[] }

/** The streets, communities and grids that `townAreas` names, with borders that fit together to the last digit. */
export function townSurfaces(district: string): TownAreas {
  const drafts = townAreas(district)
  const plots = new Map<string, Plot>()
  for (const { code, level, parent } of drafts) {
    if (level === 'street') continue
    const key = communityKeyOf(district, code)
    if (key === null) throw new Error(`the plan has no place for ${code}`)
    const plot = level === 'grid' ? gridPlot(key, Number(code.slice(-1))) : communityPlot(key)
    plots.set(code, plot)
    if (level === 'community' && parent !== null) plots.set(parent, united(plots.get(parent) ?? plot, plot))
  }
  const feature = (properties: TownArea['properties'], plot: Plot): TownArea => ({
    type: 'Feature',
    properties,
    geometry: { type: 'Polygon', coordinates: [border(plot)] },
  })
  const features = drafts.map((draft) => feature({ ...draft }, plots.get(draft.code) ?? town))
  return { type: 'FeatureCollection', features }
}

/**
 * Where something that people name in the town is: the house, estate, street or facility of the longest name that
 * stands in the text, inside the corner where one is told; else a spot on dry ground there. `word` moves it by some
 * steps, so that two cases of one place do not lie on each other. Null: nothing is named, and no corner told.
 */
export function pointOf(text: string, corner: Corner | null, word: string = text): LngLat | null {
  const plot = corner === null ? null : plotOf(corner)
  const found = spotNamed(text, plot)
  if (found !== null) return onEarth(beside(found, plot, word))
  if (plot === null) return null
  const [west, south, east, north] = inset(plot, 30)
  for (let turn = 0; turn < 50; turn += 1) {
    const spot: Spot = [
      west + chance(word, turn, 'east') * (east - west),
      south + chance(word, turn, 'north') * (north - south),
    ]
    if (!isWet(spot, 10)) return onEarth(spot)
  }
  return onEarth(middleOf(plot))
}

function plotOf(corner: Corner): Plot {
  const [key = '', grid] = corner.split('-')
  return grid === undefined ? communityPlot(key as CommunityKey) : gridPlot(key as CommunityKey, Number(grid))
}

/** `7 栋` of a text is `7栋` of the map; what stands in the corner goes before what has the longer name elsewhere. */
function spotNamed(text: string, plot: Plot | null): Spot | null {
  const plain = text.replace(/\s+/g, '')
  const named = [...theTown().named].filter(([name]) => name.length > 1 && plain.includes(name))
  const here = plot === null ? named : named.filter(([, spot]) => isIn(inset(plot, -25), spot))
  const [best] = here.toSorted(([a], [b]) => b.length - a.length)
  return best?.[1] ?? null
}

function beside([x, y]: Spot, plot: Plot | null, word: string): Spot {
  const [angle, far] = [chance(word, 'angle') * 2 * Math.PI, 4 + chance(word, 'far') * 22]
  const moved: Spot = [x + Math.cos(angle) * far, y + Math.sin(angle) * far]
  if (plot === null) return moved
  const [west, south, east, north] = inset(plot, 3)
  return [Math.min(east, Math.max(west, moved[0])), Math.min(north, Math.max(south, moved[1]))]
}
