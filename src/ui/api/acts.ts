import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { actKey, call, type Method } from './call.ts'
import type { Problem } from './problem.ts'
import type { Topic } from './reads.ts'

type Options<Answer> = {
  method?: Exclude<Method, 'GET'>
  headers?: Readonly<Record<string, string>> | undefined
  /** Reads about these are asked again once it is done. */
  changes?: readonly Topic[]
  onDone?: (answer: Answer) => void
}

/**
 * One act of the user: `const send = useAct<Body, Answer>('/api/orders', { changes: ['orders'] })`, then `send.act(body)`.
 * While the line is bad it is tried again by itself; the key stays the same over all tries of one body, the user's own
 * included, so that the server does it once. A changed body is a new act.
 */
export function useAct<Body, Answer = unknown>(url: string, options: Options<Answer> = {}) {
  const client = useQueryClient()
  const key = useRef(keyring())
  // Two presses may come before the page is drawn again; the second is no act of its own.
  const going = useRef(false)
  const mutation = useMutation<Answer, Problem, Body>({
    mutationFn: (body) => {
      const { method = 'POST', headers } = options
      return call<Answer>(method, url, body, { key: key.current.for(url, body), headers })
    },
    onSuccess: async (answer) => {
      key.current.spend()
      options.onDone?.(answer)
      await client.invalidateQueries({ predicate: ({ meta }) => about(meta?.topics, options.changes) })
    },
    onSettled: () => {
      going.current = false
    },
  })
  return {
    act: (body: Body) => {
      if (going.current) return
      going.current = true
      mutation.mutate(body)
    },
    busy: mutation.isPending,
    problem: mutation.error,
    answer: mutation.data,
    /** Takes the problem off the page, for instance when a dialog is opened anew. */
    reset: () => {
      going.current = false
      mutation.reset()
    },
  }
}

/** Gives one key per content, until it is spent. */
export function keyring(fresh: () => string = actKey) {
  let held: { content: string; key: string } | null = null
  return {
    for(url: string, body: unknown): string {
      const content = `${url} ${contentOf(body)}`
      if (held?.content !== content) held = { content, key: fresh() }
      return held.key
    },
    spend() {
      held = null
    },
  }
}

const contentOf = (body: unknown) =>
  body instanceof FormData
    ? [...body].map(([name, value]) => `${name}:${typeof value === 'string' ? value : value.name}`).join()
    : JSON.stringify(body)

/** Whether two lists of topics touch: the same, or one inside the other (`orders` and `orders/case_1`). */
export const about = (topics: readonly Topic[] = [], heard: readonly Topic[] = []): boolean =>
  topics.some((one) =>
    heard.some((other) => one === other || one.startsWith(`${other}/`) || other.startsWith(`${one}/`)),
  )
