import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { isProblem, type Problem } from './problem.ts'

const MOST_TRIES = 3

/** The server cache of one face. `onSignedOut` is told when the session has ended, and leads to the sign-in page. */
export function newClient(onSignedOut: () => void): QueryClient {
  const onError = (error: Problem) => {
    if (error.kind === 'signed-out') onSignedOut()
  }
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: { retry: triesAgain, retryDelay: pause, staleTime: 15_000, networkMode: 'always' },
      mutations: { retry: triesAgain, retryDelay: pause, networkMode: 'always' },
    },
  })
}

/** Only a bad line and an overloaded server are worth another try; a no stays a no. */
export const triesAgain = (tries: number, error: unknown): boolean =>
  tries < MOST_TRIES && isProblem(error) && ['offline', 'timeout', 'busy'].includes(error.kind)

/** As long as the server asked for, else doubling from one second. */
export const pause = (tries: number, error: unknown): number =>
  isProblem(error) && error.waitSeconds !== undefined
    ? Math.min(error.waitSeconds, 60) * 1_000
    : Math.min(1_000 * 2 ** tries, 10_000)
