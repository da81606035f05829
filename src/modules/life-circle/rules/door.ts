import type { FromDoorView } from '../model/circle.ts'

type Kinds = FromDoorView['kinds']
type Kind = Kinds[number]

/** Minutes on foot that make a life circle (15 分钟生活圈). */
const CIRCLE = 15

/**
 * Pure: what a door is told, each kind once. Where only what is open counts, a place that is near and of unknown hours
 * is neither there nor missing: whoever lives there can go and ask, so it stands apart as `unsure`.
 */
export function sortedFromDoor(kinds: Kinds) {
  const unsure = kinds.filter(isUnsure)
  const sure = kinds.filter((one) => !isUnsure(one))
  const missing = sure.filter((one) => one.level === 'must' && !one.enough)
  const near = sure.filter((one) => isWithin(one.minutes, CIRCLE) && !missing.includes(one))
  const far = sure.filter((one) => !near.includes(one) && !missing.includes(one))
  const musts = kinds.filter(({ level }) => level === 'must')
  return {
    ...{ near, unsure, missing, far },
    /** Of the kinds that should be near: all, those that are, and those of which nobody knows whether they are open. */
    asked: {
      of: musts.length,
      have: musts.filter(({ enough }) => enough).length,
      unsure: musts.filter(isUnsure).length,
    },
  }
}

const isWithin = (minutes: number | null | undefined, limit: number): boolean =>
  minutes !== null && minutes !== undefined && minutes <= limit

function isUnsure({ level, enough, minutes, limit, perhaps }: Kind): boolean {
  if (level === 'must') return !enough && isWithin(perhaps?.minutes, limit)
  return !isWithin(minutes, CIRCLE) && isWithin(perhaps?.minutes, CIRCLE)
}
