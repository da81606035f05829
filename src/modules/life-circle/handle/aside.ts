import { askAside, builtThread } from '../../../platform/process/aside.ts'
import type { SitedPlace } from '../model/plans.ts'
import {
  answerStep,
  type FileAnswer,
  type FileQuestion,
  type LongAnswer,
  type LongStep,
  type SitesQuestion,
} from '../rules/steps.ts'

export type Aside = {
  /** Told of a file the share done, of sites how many were looked at closely; `false` calls it off. */
  readonly onStep?: (told: number) => boolean | undefined
  readonly stop?: AbortSignal | undefined
  /** The built file of the thread; null does the work in this one. */
  readonly file?: string | null
}

/** Reads a map and its people in a thread; called off it gives `cancelled`, and changed nothing. */
export async function importAside(question: FileQuestion, aside: Aside = {}): Promise<FileAnswer> {
  const found = await stepAside({ file: question }, aside)
  return found && 'file' in found ? found.file : { ok: false, refusal: 'cancelled' }
}

/** Looks for the best sites in a thread; null when called off. */
export async function siteAside(
  { reach, ...question }: SitesQuestion,
  aside: Aside = {},
): Promise<SitedPlace[] | null> {
  // What sites are found by knows neither names of buildings nor of facilities: they need not be copied.
  const bare = { ...reach, homes: { ...reach.homes, ids: [] }, places: { ...reach.places, told: [] } }
  const found = await stepAside({ sites: { ...question, reach: bare } }, aside)
  return found && 'sites' in found ? found.sites : null
}

async function stepAside(step: LongStep, { onStep, stop, file = builtThread('planner') }: Aside) {
  if (file === null) return answerStep(step, (told) => (stop?.aborted ? false : onStep?.(told)))
  return askAside<LongStep, number, LongAnswer>(
    { file, ...(onStep && { onTold: onStep }), ...(stop && { stop }) },
    step,
  )
}
