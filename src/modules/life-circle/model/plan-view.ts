import { type Static, Type } from 'typebox'
import { pageQuery } from '../../../platform/http/paging.ts'
import { circleQuery, Reckoned, ShareView } from './circle.ts'
import { kinds } from './kinds.ts'

const Lng = Type.Number({ minimum: -180, maximum: 180, title: '经度' })
const Lat = Type.Number({ minimum: -90, maximum: 90, title: '纬度' })
const Spot = Type.Object({ lng: Lng, lat: Lat }, { additionalProperties: false })
const KindField = Type.Enum([...kinds], { title: '设施类别' })
const PlaceId = Type.String({ minLength: 1, maxLength: 80, title: '设施' })
const only = { additionalProperties: false } as const

/** What a planner may try: `place` is the number of a facility, `gate` that of a gate of the network. */
export const EditBody = Type.Union(
  [
    Type.Object({ edit: Type.Literal('add'), kind: KindField, name: Type.String({ maxLength: 80 }), at: Spot }, only),
    Type.Object({ edit: Type.Literal('close'), place: PlaceId }, only),
    Type.Object({ edit: Type.Literal('move'), place: PlaceId, to: Spot }, only),
    Type.Object({ edit: Type.Literal('open-gate'), gate: Type.Integer({ minimum: 0 }) }, only),
    Type.Object(
      {
        edit: Type.Literal('build-crossing'),
        from: Spot,
        to: Spot,
        waitSeconds: Type.Integer({ minimum: 0, maximum: 300, title: '等灯时间' }),
      },
      only,
    ),
  ],
  { title: 'LifeCircleEdit' },
)
export type EditBody = Static<typeof EditBody>

export const WhatIfBody = Type.Object(
  { ...circleQuery, edits: Type.Array(EditBody, { maxItems: 50, title: '改动' }) },
  { additionalProperties: false, title: 'LifeCircleWhatIf' },
)
export type WhatIfBody = Static<typeof WhatIfBody>

const Standing = Type.Object({ all: ShareView, score: Type.Union([Type.Number(), Type.Null()]) })

/** What edits bring: before and after for all must-haves, and for each kind that changed. */
export const OutcomeView = Type.Object(
  {
    reckoned: Reckoned,
    before: Standing,
    after: Standing,
    kinds: Type.Array(Type.Object({ kind: KindField, before: ShareView, after: ShareView })),
    gained: Type.Number({ description: 'people who newly reach some kind in time' }),
    lost: Type.Number({ description: 'people who no longer do' }),
    homes: Type.Array(
      Type.Object({ lng: Type.Number(), lat: Type.Number(), people: Type.Number(), gain: Type.Boolean() }),
      { description: 'buildings whose state changed, at most 500' },
    ),
    milliseconds: Type.Number(),
  },
  { title: 'LifeCircleOutcome' },
)
export type OutcomeView = Static<typeof OutcomeView>

/** What may be closed, moved and opened: the facilities of a kind that count, and the gates of the network. */
export const GroundQuery = Type.Object({ ...circleQuery, kind: KindField })
export const GroundView = Type.Object(
  {
    ok: Type.Literal(true),
    places: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), lng: Lng, lat: Lat })),
    gates: Type.Array(Type.Object({ gate: Type.Integer(), state: Type.Enum(['out', 'shut']), lng: Lng, lat: Lat }), {
      description: 'at most 3,000',
    }),
  },
  { title: 'LifeCircleGround' },
)
export type GroundView = Static<typeof GroundView>

export const SitingBody = Type.Object(
  {
    ...circleQuery,
    kind: KindField,
    count: Type.Integer({ minimum: 1, maximum: 20, title: '个数' }),
    equity: Type.Enum(['none', 'worst-first'], { title: '优先照顾' }),
    sites: Type.Optional(Type.Array(Spot, { minItems: 1, maxItems: 2_000, title: '候选点' })),
  },
  { additionalProperties: false, title: 'LifeCircleSiting' },
)
export type SitingBody = Static<typeof SitingBody>

export const SitingView = Type.Object(
  {
    ok: Type.Literal(true),
    reckoned: Reckoned,
    uncovered: Type.Number({ description: 'people without the kind before' }),
    sites: Type.Array(Type.Object({ lng: Lng, lat: Lat, people: Type.Number(), total: Type.Number() })),
    milliseconds: Type.Number(),
  },
  { title: 'LifeCircleSites' },
)
export type SitingView = Static<typeof SitingView>

export const PlanBody = Type.Object(
  {
    ...circleQuery,
    name: Type.String({ minLength: 1, maxLength: 60, title: '方案名称' }),
    note: Type.String({ maxLength: 500, title: '说明' }),
    edits: Type.Array(EditBody, { minItems: 1, maxItems: 50, title: '改动' }),
  },
  { additionalProperties: false, title: 'LifeCirclePlanBody' },
)
export type PlanBody = Static<typeof PlanBody>

export const PlanView = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    note: Type.String(),
    edits: Type.Array(EditBody),
    outcome: OutcomeView,
    savedAt: Type.String(),
    savedBy: Type.String(),
  },
  { title: 'LifeCirclePlan' },
)
export type PlanView = Static<typeof PlanView>

export const PlanQuery = Type.Object({ ...pageQuery, q: Type.Optional(Type.String({ maxLength: 60 })) })
