import { useRead } from '../../../../../ui/api/reads.ts'
import { useForms } from '../../../../../ui/forms/late.ts'
import { addresses } from '../addresses.ts'
import type { PublicMatter } from '../shapes.ts'
import { type Draft, type MatterForm, titleOf } from './draft.ts'
import { type Proposal, useProposal } from './useProposal.ts'

export type MatterChoice = Proposal & {
  /** The matter that counts, whole; null while there is none, or it is still on its way. */
  readonly matter: PublicMatter | null
  readonly form: MatterForm | undefined
  readonly isChosen: boolean
}

/** The matter of what is being written: the one the person chose, else the one its words speak of. */
export function useMatter(draft: Draft): MatterChoice {
  const proposal = useProposal({ text: draft.text, title: titleOf(draft), matter: draft.matter })
  const id = draft.matter || proposal.likely[0]?.id || ''
  const read = useRead<PublicMatter>(addresses.matter(id), { when: id !== '' })
  const { forms, waiting } = useForms(id !== '')
  const matter = id === '' || waiting ? null : (read.data ?? null)
  return {
    ...proposal,
    waiting: proposal.waiting || (id !== '' && (read.isPending || waiting)),
    matter,
    form: matter?.form && forms ? { schema: matter.form, forms } : undefined,
    isChosen: draft.matter !== '',
  }
}
