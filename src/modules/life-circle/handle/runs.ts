import type { Db } from '../../../platform/db/db.ts'
import type { RunKind } from '../model/run.ts'
import { endRun, tellRun } from '../store/runs.ts'

/** How often the database hears how far it is, in milliseconds of the machine. */
const TOLD_EVERY = 300

export type Run = {
  readonly district: string
  /** Null: nobody asks how far it is. */
  readonly id: string | null
  readonly what: RunKind
  readonly by: string
}

export type Told = { readonly onStep: (told: number) => undefined; readonly stop: AbortSignal }

/** Does long work and tells how far it is; it is called off by whoever waits, or when nobody waits any longer. */
export async function withRun<Answer>(
  db: Db,
  { id, ...run }: Run,
  closed: AbortSignal,
  work: (told: Told) => Promise<Answer>,
): Promise<Answer> {
  if (id === null) return work({ onStep: () => undefined, stop: closed })
  const key = { ...run, id }
  const stop = new AbortController()
  const begin = await tellRun(db, { ...key, told: 0 })
  if (begin) stop.abort()
  let [last, writing] = [performance.now(), Promise.resolve()]
  const onStep = (told: number): undefined => {
    if (performance.now() - last < TOLD_EVERY) return
    last = performance.now()
    // A figure that cannot be written down is no reason to stop the work.
    writing = writing.then(async () => {
      if (await tellRun(db, { ...key, told }).catch(() => false)) stop.abort()
    })
  }
  try {
    return await work({ onStep, stop: AbortSignal.any([closed, stop.signal]) })
  } finally {
    await writing
    await endRun(db, key)
  }
}
