import type { UnitId } from '../src/kernel/organisations/model.ts'
import type { Feature, Layer } from '../src/kernel/places/model/layers.ts'
import { codeOf } from '../src/kernel/places/rules/codes.ts'
import { addFeatures, closeDraft, editionsOn, openDraft, putInForce } from '../src/kernel/places/store/layers.ts'
import { shippedCodeRules } from '../src/kernel/places/words/codes.ts'
import type { Db } from '../src/platform/db/db.ts'
import { pointWithin } from '../src/platform/geo/inside.ts'
import { areaOf } from '../src/platform/geo/measure.ts'
import { polygonsOf, type Ring } from '../src/platform/geo/shapes.ts'
import type { Day, Instant } from '../src/platform/time.ts'
import { chance } from './chance.ts'
import { border, communityKeys, communityPlot, middleOf, type Plot } from './map/plan.ts'
import { townSurfaces } from './map/town-map.ts'
import { isOpenWater } from './map/water.ts'
import { type CommunityKey, cornerIn } from './places.ts'

type Said = Pick<Feature, 'code' | 'name' | 'parent'> &
  Partial<Pick<Feature, 'landUse' | 'grade' | 'owner' | 'ownerUnit'>>

function feature(said: Said, polygons: Feature['surface']): Feature {
  const [lng = 0, lat = 0] = polygons[0] ? (pointWithin(polygons[0]) ?? []) : []
  const rest = { landUse: '', grade: '', owner: '', ownerUnit: null, kind: 'basic' as const }
  return { ...rest, ...said, surface: polygons, area: areaOf(polygons), at: [lng, lat] }
}

const levelLayer = { district: 'district', street: 'street', community: 'community', grid: 'social-grid' } as const
const plainCode = (code: string): string => code.slice(code.indexOf('_') + 1)

/** District, streets, communities and social grids, as the map draws them. */
function divisions(district: string): readonly (readonly [Layer, Feature])[] {
  const whole: [Layer, Feature][] = townSurfaces(district).features.map(({ properties, geometry }) => {
    const { level, name, code, parent } = properties
    const said = { code: plainCode(code), name, parent: parent === null ? district : plainCode(parent) }
    return [levelLayer[level], feature(said, polygonsOf(geometry))]
  })
  return whole
}

const STRIDE = 100

/** A hundred metres by a hundred, as the plan counts them; what is left at an edge is a narrower one. */
function squares([west, south, east, north]: Plot): Plot[] {
  const plots: Plot[] = []
  for (let y = south; y < north; y += STRIDE)
    for (let x = west; x < east; x += STRIDE)
      plots.push([x, y, Math.min(x + STRIDE, east), Math.min(y + STRIDE, north)])
  return plots
}

const ruleOf = (layer: Layer) => {
  const rule = shippedCodeRules.find((one) => one.layer === layer)
  if (!rule) throw new Error(`no code rule for ${layer}`)
  return rule
}

const surfaceOf = (plot: Plot): readonly (readonly Ring[])[] => [[border(plot)]]

/** Unit grids of some ten thousand square metres over every community; a third of them have an owner of their own. */
function unitGrids(district: string): Feature[] {
  return communityKeys.flatMap((key) => {
    const community = placeOf(district, key).community
    return squares(communityPlot(key)).map((plot, at) => {
      const code = codeOf(ruleOf('unit-grid'), community, at + 1)
      return feature(
        { code, name: `单元网格${code.slice(9)}`, parent: community, ...useOf(key, plot, code) },
        surfaceOf(plot),
      )
    })
  })
}

type Use = {
  readonly landUse: string
  readonly grade: string
  readonly owner: string
  readonly ownerUnit: UnitId | null
}

function useOf(key: CommunityKey, plot: Plot, code: string): Use {
  if (isOpenWater(middleOf(plot), 0))
    return { landUse: '水域', grade: '二级', owner: '水务局', ownerUnit: 'unit_shuiwu' }
  if (key === 'shuiku') return { landUse: '农林用地', grade: '三级', owner: '', ownerUnit: null }
  const drawn = chance(code, 'use')
  if (drawn < 0.18)
    return { landUse: '道路与交通设施用地', grade: '一级', owner: '城管局', ownerUnit: 'unit_chengguan' }
  if (drawn < 0.26) return { landUse: '绿地与广场用地', grade: '一级', owner: '住建局', ownerUnit: 'unit_zhujian' }
  if (drawn < 0.4) return { landUse: '商业服务业用地', grade: '一级', owner: '', ownerUnit: null }
  return { landUse: '居住用地', grade: '二级', owner: '', ownerUnit: null }
}

/** Two duty grids for each community, each the work of one cleaning team. */
function dutyGrids(district: string): Feature[] {
  const counts = new Map<string, number>()
  return communityKeys.flatMap((key) => {
    const { street } = placeOf(district, key)
    const [west, south, east, north] = communityPlot(key)
    const middle = Math.round((west + east) / 200) * 100
    return (
      [
        [west, south, middle, north],
        [middle, south, east, north],
      ] as const
    ).map((plot) => {
      const n = (counts.get(street) ?? 0) + 1
      counts.set(street, n)
      const code = codeOf(ruleOf('duty-grid'), street, n)
      return feature(
        { code, name: `责任网格${code.slice(6)}`, parent: street, grade: '一级', owner: '云溪环卫一所' },
        surfaceOf(plot),
      )
    })
  })
}

function placeOf(district: string, key: CommunityKey): { readonly street: string; readonly community: string } {
  const [street = '', community = ''] = cornerIn(district, key).area.split('/')
  return { street, community }
}

/** Draws the layers of the invented town, in force from the first day of last year; what is drawn already stays. */
export async function plantLayers(db: Db, district: string, at: Instant): Promise<void> {
  const from: Day = `${Number(at.slice(0, 4)) - 1}-01-01`
  if ((await editionsOn(db, district, from)).length > 0) return
  const sheets = new Map<Layer, Feature[]>([
    ['unit-grid', unitGrids(district)],
    ['duty-grid', dutyGrids(district)],
  ])
  for (const [layer, one] of divisions(district)) sheets.set(layer, [...(sheets.get(layer) ?? []), one])
  const districtFeature = feature({ code: district, name: '云溪区', parent: null }, [[border(townPlot())]])
  if (!sheets.has('district')) sheets.set('district', [districtFeature])
  const stroke = { at, by: 'seed' }
  await db.transaction(async (tx) => {
    for (const [layer, features] of sheets) {
      const version = await openDraft(tx, { district, layer, note: '演示小城', ...stroke })
      const key = { district, layer, version }
      await addFeatures(tx, key, features)
      await closeDraft(tx, key)
      await putInForce(tx, key, { from, ...stroke })
    }
  })
}

function townPlot(): Plot {
  const plots = communityKeys.map(communityPlot)
  const side = (at: 0 | 1 | 2 | 3, of: (...all: number[]) => number) => of(...plots.map((plot) => plot[at]))
  return [side(0, Math.min), side(1, Math.min), side(2, Math.max), side(3, Math.max)]
}
