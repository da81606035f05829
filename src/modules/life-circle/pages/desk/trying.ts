import type { LngLat } from '../../../../platform/geo/shapes.ts'
import type { Said } from '../../../../platform/words.ts'
import type { MapLayer, Pick, PointShown } from '../../../../ui/map/model.ts'
import type { Kind } from '../../model/kinds.ts'
import type { EditBody, GroundView, OutcomeView } from '../../model/plan-view.ts'
import { kindWords } from '../../words/kinds.ts'
import { plannerWords as words } from '../words/planner.ts'
import { tryWords } from '../words/try.ts'

/** What a press on the map does. */
export const tools = ['add', 'move', 'close', 'open-gate', 'build-crossing', 'candidate'] as const
export type Tool = (typeof tools)[number]
export type Spot = { readonly lng: number; readonly lat: number }
/** The first of two presses: which facility moves, or where a crossing begins. */
export type Half = { readonly place: string } | { readonly from: Spot }

type Hand = { readonly tool: Tool; readonly half: Half | null; readonly kind: Kind; readonly waitSeconds: number }
type Pressed = { readonly half: Half | null; readonly edit?: EditBody; readonly candidate?: Spot }

const spotOf = ([lng, lat]: LngLat): Spot => ({ lng, lat })

/** Pure: what a press means with the tool in hand. A press that means nothing leaves all as it was. */
export function pressed(pick: Pick, { tool, half, kind, waitSeconds }: Hand): Pressed {
  const at = spotOf(pick.at)
  const facility = pick.layer === 'places' ? pick.id : null
  if (tool === 'add') return pick.layer === null ? { half: null, edit: { edit: 'add', kind, name: '', at } } : { half }
  if (tool === 'candidate') return { half: null, candidate: at }
  if (tool === 'close') return facility === null ? { half } : { half: null, edit: { edit: 'close', place: facility } }
  if (tool === 'open-gate')
    return pick.layer === 'gates' ? { half: null, edit: { edit: 'open-gate', gate: Number(pick.id) } } : { half }
  if (tool === 'move') {
    if (facility !== null) return { half: { place: facility } }
    return half && 'place' in half ? { half: null, edit: { edit: 'move', place: half.place, to: at } } : { half }
  }
  return half && 'from' in half
    ? { half: null, edit: { edit: 'build-crossing', from: half.from, to: at, waitSeconds } }
    : { half: { from: at } }
}

type Drawn = {
  readonly ground: GroundView | undefined
  readonly outcome: OutcomeView | undefined
  readonly edits: readonly EditBody[]
  readonly candidates: readonly Spot[]
  readonly half: Half | null
  readonly tool: Tool
}
type Say = (words: Said) => string

/** What is drawn: whoever gains and loses, what stands there, and what was tried. */
export function layersOf({ ground, outcome, edits, candidates, half, tool }: Drawn, t: Say): MapLayer[] {
  const gone = new Set(edits.flatMap((edit) => (edit.edit === 'close' || edit.edit === 'move' ? [edit.place] : [])))
  const chosen = half && 'place' in half ? half.place : null
  return [
    {
      kind: 'points',
      id: 'homes',
      label: t(tryWords.changed),
      silent: true,
      legend: [
        { tone: 'good', label: t(words.gained) },
        { tone: 'bad', label: t(words.lost) },
      ],
      features: (outcome?.homes ?? []).map(({ lng, lat, people, gain }, at) => ({
        id: `${at}`,
        name: `${Math.round(people)}`,
        tone: gain ? 'good' : 'bad',
        at: [lng, lat],
      })),
    },
    {
      kind: 'points',
      id: 'places',
      label: t(tryWords.existing),
      features: (ground?.places ?? []).map(({ id, name, lng, lat }) => ({
        id,
        name: name || t(tryWords.unnamed),
        tone: id === chosen ? 'mark' : gone.has(id) ? 'off' : 'kind-1',
        at: [lng, lat],
      })),
    },
    ...(tool === 'open-gate' ? [gatesLayer(ground, t)] : []),
    {
      kind: 'points',
      id: 'edits',
      label: t(words.edits),
      features: [...edits.flatMap((edit, at) => editPoints(edit, at, t)), ...halfPoint(half, t)],
    },
    {
      kind: 'lines',
      id: 'crossings',
      label: t(tryWords.tools['build-crossing']),
      silent: true,
      wide: true,
      features: edits.flatMap((edit, at) =>
        edit.edit === 'build-crossing'
          ? [
              {
                ...{ id: `${at}`, name: t(tryWords.tools['build-crossing']), tone: 'mark' as const },
                path: [edit.from, edit.to].map(({ lng, lat }) => [lng, lat] as const),
              },
            ]
          : [],
      ),
    },
    {
      kind: 'points',
      id: 'candidates',
      label: t(tryWords.candidates),
      silent: true,
      features: candidates.map(({ lng, lat }, at) => ({
        ...{ id: `${at}`, name: t(tryWords.candidates), tone: 'kind-3' as const },
        at: [lng, lat],
      })),
    },
  ]
}

const gatesLayer = (ground: GroundView | undefined, t: Say): MapLayer => ({
  kind: 'points',
  id: 'gates',
  label: t(tryWords.gates),
  features: (ground?.gates ?? []).map(({ gate, state, lng, lat }) => ({
    id: `${gate}`,
    name: `${t(tryWords.gateStates[state])} ${gate + 1}`,
    tone: 'warn',
    at: [lng, lat],
  })),
})

function editPoints(edit: EditBody, at: number, t: Say): PointShown[] {
  const spot = edit.edit === 'add' ? edit.at : edit.edit === 'move' ? edit.to : null
  if (spot === null) return []
  const name = edit.edit === 'add' ? t(kindWords[edit.kind]) : t(tryWords.tools.move)
  return [{ id: `${at}`, name, sign: `${at + 1}`, tone: 'mark', at: [spot.lng, spot.lat] }]
}

const halfPoint = (half: Half | null, t: Say): PointShown[] =>
  half && 'from' in half
    ? [{ id: 'half', name: t(tryWords.tools['build-crossing']), tone: 'mark', at: [half.from.lng, half.from.lat] }]
    : []
