import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { DueView } from '../../../../../kernel/cases/model/views.ts'
import { messageLimits } from '../../../../../kernel/matters/model/message.ts'
import { call } from '../../../../../ui/api/call.ts'
import type { Problem } from '../../../../../ui/api/problem.ts'
import { useRead } from '../../../../../ui/api/reads.ts'
import type { Likely, OrderProposal } from '../../../model/proposal.ts'
import { addresses } from '../addresses.ts'
import type { PublicMatter } from '../shapes.ts'
import { type Draft, titleOf } from './draft.ts'
import { useSettled } from './useSettled.ts'

/** From so many letters on the words are worth asking about. */
const ENOUGH = 6

export type MatterChoice = {
  /** Enough has been written to propose something. */
  readonly isAsked: boolean
  readonly waiting: boolean
  /** What it might be, the best first. */
  readonly likely: readonly Likely[]
  /** The matter that counts, whole; null while there is none, or it is still on its way. */
  readonly matter: PublicMatter | null
  readonly isChosen: boolean
  /** By when one would hear if it were sent now. */
  readonly due: DueView | null
}

/** The matter of what is being written: the one the person chose, else the one its words speak of. */
export function useMatter(draft: Draft): MatterChoice {
  const text = useSettled(draft.text.trim().slice(0, messageLimits.text.max), 500)
  const title = useSettled(titleOf(draft).slice(0, messageLimits.title.max), 500)
  const body = { title, text, ...(draft.matter === '' ? {} : { matter: draft.matter }) }
  const isAsked = [...text].length >= ENOUGH
  const proposal = useQuery<OrderProposal, Problem>({
    queryKey: [addresses.proposal, body],
    queryFn: ({ signal }) => call('POST', addresses.proposal, body, { signal }),
    enabled: isAsked,
    placeholderData: keepPreviousData,
    retry: false,
  })
  const { likely = [], due = null } = (isAsked ? proposal.data : undefined) ?? {}
  const id = draft.matter || likely[0]?.id || ''
  const read = useRead<PublicMatter>(addresses.matter(id), { when: id !== '' })
  return {
    isAsked,
    waiting: (isAsked && proposal.isPending) || (id !== '' && read.isPending),
    likely,
    matter: id === '' ? null : (read.data ?? null),
    isChosen: draft.matter !== '',
    due,
  }
}
