import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ME } from '../../../../../kernel/people/pages/me.ts'
import { about } from '../../../../../ui/api/acts.ts'
import { actKey, call } from '../../../../../ui/api/call.ts'
import type { Problem } from '../../../../../ui/api/problem.ts'
import { forget, keep, kept } from '../../../../../ui/kept.ts'
import type { OrderBody } from '../../../model/views.ts'
import { addresses } from '../addresses.ts'
import type { Filed } from '../shapes.ts'

const KEY = 'draft.write.sending'

/**
 * The key of one content. It is kept on the device, so that whoever sends again after a closed tab or a lost answer
 * files the same thing and not a second one.
 */
export function keyFor(content: string, fresh: () => string = actKey): string {
  const held = kept(KEY)
  if (typeof held === 'object' && held !== null && 'content' in held && held.content === content && 'key' in held)
    return String(held.key)
  const key = fresh()
  keep(KEY, { content, key })
  return key
}

export const forgetKey = (): void => forget(KEY)

type Sending = { readonly body: OrderBody; readonly writer: string }

type Ends = {
  onFiled(filed: Filed): void
  /** No answer came, over all tries: whether it arrived nobody knows. */
  onLost(): void
}

/** Sends what was written, in the name of its writer or not at all. Bad lines are tried again by themselves; nothing that was typed is touched before the answer. */
export function useFiling({ onFiled, onLost }: Ends) {
  const client = useQueryClient()
  return useMutation<Filed, Problem, Sending>({
    mutationFn: ({ body, writer }) =>
      call<Filed>('POST', addresses.file, body, {
        key: keyFor(JSON.stringify(body)),
        ...(writer === '' ? {} : { headers: { 'x-writer': writer } }),
      }),
    onError: ({ refusal, kind }) => {
      // The page then finds out that nobody is signed in, and asks what to do.
      if (refusal === 'session-ended') void client.invalidateQueries({ queryKey: [ME] })
      if (kind === 'offline' || kind === 'timeout' || kind === 'busy') onLost()
    },
    onSuccess: async (filed) => {
      forgetKey()
      onFiled(filed)
      await client.invalidateQueries({ predicate: ({ meta }) => about(meta?.topics, ['orders']) })
    },
  })
}
