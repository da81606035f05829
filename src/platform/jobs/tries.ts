import type { Clock } from '../time.ts'
import { MOST_ATTEMPTS, waitAfter } from './model.ts'
import type { Claimed, Failure } from './store.ts'

/** One try that went wrong, for the log. The error is the handler's own and holds no personal data if the handler's does not. */
export type JobFailure = {
  readonly job: string
  readonly id: string
  readonly attempts: number
  readonly error: unknown
}

type Judge = { readonly clock: Clock; readonly onFailure: (failure: JobFailure) => void }

/** The error of a try, or null. A job that killed its process too often is not begun again. */
export async function attempt(attempts: number, work: () => Promise<void>): Promise<unknown> {
  if (attempts > MOST_ATTEMPTS) return new Error('its process never came back')
  try {
    await work()
    return null
  } catch (error) {
    return error ?? new Error('failed without a word')
  }
}

export function failed(
  kit: Judge,
  { attempts }: Claimed<object> & { attempts: number },
  failure: Omit<JobFailure, 'attempts'>,
): Failure {
  kit.onFailure({ ...failure, attempts })
  const error = failure.error instanceof Error ? failure.error.message : String(failure.error)
  const again = attempts >= MOST_ATTEMPTS ? { deadAt: kit.clock.now() } : { waitMs: waitAfter(attempts) }
  return { error: error.slice(0, 2_000), again }
}

export function handlerOf<Handler extends (work: never, stop: AbortSignal) => Promise<void>>(
  handlers: Readonly<Record<string, Handler>>,
  key: string,
  wanted: string,
): Handler | (() => Promise<never>) {
  const handler = Object.hasOwn(handlers, key) ? handlers[key] : undefined
  return handler ?? (() => Promise.reject(new Error(`nobody handles ${wanted}`)))
}

export function longestPrefix(handlers: object, topic: string): string {
  const fitting = Object.keys(handlers).filter((prefix) => topic.startsWith(prefix))
  return fitting.reduce((longest, prefix) => (prefix.length > longest.length ? prefix : longest), '')
}
