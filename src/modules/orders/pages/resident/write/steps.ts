import type { Fault } from './draft.ts'

/** The questions in the order in which they are asked one by one. */
export const stepNames = ['text', 'kind', 'place', 'day', 'photos', 'more', 'contact', 'send'] as const
export type StepName = (typeof stepNames)[number]

const asks: Readonly<Partial<Record<StepName, readonly string[]>>> = {
  text: ['/text', '/title'],
  place: ['/place'],
  day: ['/happenedOn', '/happenedAt'],
  photos: ['/photos'],
  contact: ['/phone', '/contact', '/contactBy', '/contactAt', '/anonymous'],
}

/** Pure: which question a fault belongs to. */
export function stepOf({ path }: Pick<Fault, 'path'>): StepName {
  const own = stepNames.find((step) => asks[step]?.some((start) => path === start || path.startsWith(`${start}/`)))
  return own ?? 'more'
}

/** Pure: the questions of this matter; one that asks nothing more has no such page. */
export const stepsFor = (asksMore: boolean): readonly StepName[] =>
  stepNames.filter((step) => step !== 'more' || asksMore)
