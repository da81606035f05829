import { type Static, Type } from 'typebox'
import { kinds } from './kinds.ts'

/** 基础保障、品质提升、特色塑造: how much a kind is demanded (TD/T 1062-2021). */
export const levels = ['must', 'quality', 'special'] as const
export type Level = (typeof levels)[number]

/** ● read in the source itself, ○ told by others of the source, △ unconfirmed: a setting, never law. */
export const marks = ['●', '○', '△'] as const
export type Mark = (typeof marks)[number]

export const walkers = ['adult', 'elder', 'child', 'wheelchair'] as const
export type Walker = (typeof walkers)[number]

/** Minutes on foot of a tier; tiers are non-inclusive: what serves a wider one does not serve a narrower one. */
export const tiers = [5, 10, 15] as const
export type Tier = (typeof tiers)[number]

export const measureUnits = ['m2', 'beds', 'seats', 'places'] as const
export type MeasureUnit = (typeof measureUnits)[number]

const Source = Type.String({ minLength: 1, maxLength: 200, title: '出处' })
const MarkField = Type.Enum([...marks], { title: '确认程度' })

/** Either how far, in metres that an adult walks, or how long, in minutes of whoever walks. */
export const Limit = Type.Union(
  [
    Type.Object({ metres: Type.Integer({ minimum: 50, maximum: 5_000 }) }, { additionalProperties: false }),
    Type.Object({ minutes: Type.Integer({ minimum: 1, maximum: 60 }) }, { additionalProperties: false }),
  ],
  { title: '步行上限' },
)
export type Limit = Static<typeof Limit>

export const Demand = Type.Object(
  {
    kind: Type.Enum([...kinds], { title: '设施类别' }),
    tier: Type.Enum([...tiers], { title: '层级' }),
    level: Type.Enum([...levels], { title: '配置要求' }),
    limit: Limit,
    weight: Type.Number({ minimum: 0, maximum: 100, title: '权重' }),
    perThousand: Type.Optional(
      Type.Object(
        {
          amount: Type.Number({ exclusiveMinimum: 0, maximum: 100_000, title: '千人指标' }),
          unit: Type.Enum([...measureUnits], { title: '单位' }),
          source: Source,
          mark: MarkField,
        },
        { additionalProperties: false },
      ),
    ),
    source: Source,
    mark: MarkField,
  },
  { additionalProperties: false, title: 'LifeCircleDemand' },
)
export type Demand = Static<typeof Demand>

const Pace = Type.Object(
  {
    metresPerMinute: Type.Integer({ minimum: 10, maximum: 120, title: '步速' }),
    source: Source,
    mark: MarkField,
  },
  { additionalProperties: false },
)

const Name = Type.Object(
  { zh: Type.String({ minLength: 1, maxLength: 60 }), en: Type.String({ minLength: 1, maxLength: 120 }) },
  { additionalProperties: false },
)

/** What somebody writes when he edits a profile. */
export const ProfileBody = Type.Object(
  {
    name: Name,
    source: Source,
    mark: MarkField,
    active: Type.Boolean({ title: '启用' }),
    paces: Type.Object(
      { adult: Pace, elder: Pace, child: Pace, wheelchair: Pace },
      { additionalProperties: false, title: '步速' },
    ),
    demands: Type.Array(Demand, { minItems: 1, maxItems: 200, title: '配置表' }),
  },
  { additionalProperties: false, title: 'LifeCircleProfileBody' },
)
export type ProfileBody = Static<typeof ProfileBody>

/** A profile in one version; version 0 is what the product comes with. */
export type Profile = ProfileBody & { readonly id: string; readonly version: number }

export const ProfileView = Type.Object(
  { id: Type.String(), version: Type.Integer(), ...ProfileBody.properties },
  { title: 'LifeCircleProfile' },
)

export type ProfileFault = 'kind-twice' | 'no-must' | 'weights-zero'
