import { type Static, Type } from 'typebox'
import type { MatterId } from '../../../kernel/matters/model.ts'
import { pageQuery } from '../../../platform/http/paging.ts'
import { OpenAt } from './hours.ts'
import { kinds } from './kinds.ts'
import { walkers } from './profile.ts'

export const GAP_MATTER: MatterId = 'matter_life-circle-gap'

/** People who reach a kind in time, of all who live there, and by what that was reckoned. */
export const GapFigure = Type.Object(
  {
    covered: Type.Number({ description: 'people who reach one in time' }),
    of: Type.Number({ description: 'people who live there' }),
    network: Type.Integer(),
    profile: Type.String(),
    profileVersion: Type.Integer(),
    at: Type.String(),
    openAt: Type.Optional(
      Type.Union([OpenAt, Type.Null()], { description: 'only what is open then counted; null: regardless of hours' }),
    ),
  },
  { title: 'LifeCircleGapFigure' },
)
export type GapFigure = Static<typeof GapFigure>

/** Which gap: a kind, for whom, in which area; null for the whole district. */
export const gapFields = {
  kind: Type.Enum([...kinds], { title: '设施类别' }),
  walker: Type.Enum([...walkers], { title: '人群' }),
  area: Type.Union([Type.String({ maxLength: 60 }), Type.Null()], { title: '街道或社区' }),
}

export const OpenGapBody = Type.Object(
  {
    ...gapFields,
    unit: Type.String({ pattern: '^unit_[0-9a-z_-]{1,60}$', title: '责任单位' }),
    instruction: Type.String({ minLength: 5, maxLength: 1_000, title: '任务要求' }),
    openAt: Type.Optional(OpenAt),
    plan: Type.Optional(Type.String({ maxLength: 60, title: '方案' })),
  },
  { additionalProperties: false, title: 'LifeCircleGapTask' },
)

export const GapTaskView = Type.Object(
  {
    case: Type.String(),
    number: Type.String(),
    ...gapFields,
    areaName: Type.Union([Type.String(), Type.Null()]),
    unitName: Type.Union([Type.String(), Type.Null()]),
    stage: Type.String(),
    stageLabel: Type.Object({ zh: Type.String(), en: Type.String() }),
    ended: Type.Boolean(),
    due: Type.Union([Type.String(), Type.Null()]),
    before: GapFigure,
    after: Type.Union([GapFigure, Type.Null()]),
    openedAt: Type.String(),
  },
  { title: 'LifeCircleGapTaskView' },
)
export type GapTaskView = Static<typeof GapTaskView>

export const GapTaskQuery = Type.Object(
  { ...pageQuery, ended: Type.Optional(Type.Enum(['yes', 'no'])), kind: Type.Optional(gapFields.kind) },
  { title: 'LifeCircleGapTaskQuery' },
)
