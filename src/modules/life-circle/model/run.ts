import { type Static, Type } from 'typebox'

/** What takes long enough that somebody wants to see how far it is. */
export const runKinds = ['import', 'siting'] as const
export type RunKind = (typeof runKinds)[number]

/** Named by whoever waits, so that he can ask for it before the answer has come. */
export const RunId = Type.String({ pattern: '^[0-9a-z]{8,40}$', title: '任务号' })

/** `told`: of an import the share done, 0 to 1; of siting how many candidates were looked at closely. */
export const RunView = Type.Object(
  { id: Type.String(), what: Type.Enum([...runKinds]), told: Type.Number(), stopping: Type.Boolean() },
  { title: 'LifeCircleRun' },
)
export type RunView = Static<typeof RunView>
