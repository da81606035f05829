import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { messageLimits } from '../../../../../kernel/matters/model/message.ts'
import type { Said } from '../../../../../platform/words.ts'
import { call } from '../../../../../ui/api/call.ts'
import type { Problem } from '../../../../../ui/api/problem.ts'
import type { OrderBody } from '../../../model/views.ts'
import { addresses } from '../addresses.ts'
import { type Draft, titleOf } from './draft.ts'
import { useSettled } from './useSettled.ts'

/** From so many letters on somebody has said enough to be compared. */
const ENOUGH = 10

/** An open case that perhaps tells the same, as everybody may see it. */
export type SimilarCase = {
  readonly id: string
  readonly title: string
  readonly area: string | null
  readonly stageLabel: Said
  readonly filedAt: string
  readonly people: number
}

export type Joining = {
  readonly rows: readonly SimilarCase[]
  /** The one he wants to join; null: his own case stands by itself. */
  readonly chosen: string | null
  choose(id: string | null): void
  /** The body with his choice in it, where there is one. */
  into(body: OrderBody): OrderBody
}

/** Open cases like the one that is being written; what is no longer shown is no longer chosen. */
export function useJoining(draft: Draft): Joining {
  const [wanted, setWanted] = useState<string | null>(null)
  const text = useSettled(draft.text.trim().slice(0, messageLimits.text.max), 700)
  const title = useSettled(titleOf(draft).slice(0, messageLimits.title.max), 700)
  const place = useSettled(draft.place.trim().slice(0, messageLimits.place.max), 700)
  const body = { title, text, ...(place === '' ? {} : { place }) }
  const asked = [...text].length >= ENOUGH
  const found = useQuery<{ rows: readonly SimilarCase[] }, Problem>({
    queryKey: [addresses.similar, body],
    queryFn: ({ signal }) => call('POST', addresses.similar, body, { signal }),
    enabled: asked,
    placeholderData: keepPreviousData,
    retry: false,
  })
  const rows = (asked ? found.data?.rows : undefined) ?? []
  const chosen = rows.some(({ id }) => id === wanted) ? wanted : null
  return { rows, chosen, choose: setWanted, into: (one) => (chosen === null ? one : { ...one, joins: chosen }) }
}
