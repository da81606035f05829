import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { DueView } from '../../../../../kernel/cases/model/views.ts'
import { messageLimits } from '../../../../../kernel/matters/model/message.ts'
import { call } from '../../../../../ui/api/call.ts'
import type { Problem } from '../../../../../ui/api/problem.ts'
import type { Likely, OrderProposal } from '../../../model/proposal.ts'
import { addresses } from '../addresses.ts'
import { useSettled } from './useSettled.ts'

/** From so many letters on the words are worth asking about. */
const ENOUGH = 6

export type Proposal = {
  /** Enough has been written to propose something. */
  readonly isAsked: boolean
  readonly waiting: boolean
  /** What it might be, the best first. */
  readonly likely: readonly Likely[]
  /** By when one would hear if it were sent now. */
  readonly due: DueView | null
}

/** What the words that are being written might be about, by the catalogue of today; asked once they stand still. */
export function useProposal(written: {
  readonly text: string
  readonly title: string
  readonly matter: string
}): Proposal {
  const text = useSettled(written.text.trim().slice(0, messageLimits.text.max), 500)
  const title = useSettled(written.title.slice(0, messageLimits.title.max), 500)
  const body = { title, text, ...(written.matter === '' ? {} : { matter: written.matter }) }
  const isAsked = [...text].length >= ENOUGH
  const proposal = useQuery<OrderProposal, Problem>({
    queryKey: [addresses.proposal, body],
    queryFn: ({ signal }) => call('POST', addresses.proposal, body, { signal }),
    enabled: isAsked,
    placeholderData: keepPreviousData,
    retry: false,
  })
  const { likely = [], due = null } = (isAsked ? proposal.data : undefined) ?? {}
  return { isAsked, waiting: isAsked && proposal.isPending, likely, due }
}
