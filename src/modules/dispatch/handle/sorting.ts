import type { CaseDoorParts } from '../../../kernel/cases/handle/door-parts.ts'
import { openedEvents } from '../../../kernel/cases/handle/opening.ts'
import { dutyOrderOf, routesFor } from '../../../kernel/cases/handle/proposing.ts'
import { type CaseId, districtOf } from '../../../kernel/cases/model/case.ts'
import { caseOf } from '../../../kernel/cases/rules/evolve.ts'
import { toldView } from '../../../kernel/cases/rules/present-timeline.ts'
import { tellBooks } from '../../../kernel/cases/store/told.ts'
import type { Message } from '../../../platform/jobs/model.ts'
import { figuresOf } from '../rules/propose/indicators.ts'
import { sortingOf } from '../rules/propose/sorting.ts'
import { keepSorting } from '../store/sortings.ts'

export type SortingParts = Pick<
  CaseDoorParts,
  'db' | 'vault' | 'directory' | 'procedures' | 'readWords' | 'precedentsOf' | 'offered'
>

type Sorted = { readonly case: CaseId; readonly seq: number }

/** What the runner carries for this house out of the outbox, by topic. */
export const dispatchOutbox = (parts: SortingParts) => ({
  'case.sorted': (message: Message) => learn(parts, message.payload as Sorted),
})

/**
 * Keeps what was proposed and what was chosen. What was proposed is reckoned again from the case as it stood before:
 * the same words, catalogue and model give the same answer. Of destroyed words nothing is kept.
 */
async function learn(parts: SortingParts, { case: id, seq }: Sorted): Promise<void> {
  const district = districtOf(id)
  const opened = (await openedEvents(parts, id)).slice(0, seq)
  const [filed] = opened
  const last = opened.at(-1)
  const before = caseOf(
    id,
    opened.slice(0, -1).map(({ event }) => event),
  )
  const told = toldView(filed, () => nameless)
  const procedure = before && parts.procedures[before.filing.procedure]
  if (!before || !last || !procedure || told.state === 'destroyed') return
  const order = await dutyOrderOf(parts, before)
  const proposal = await routesFor(parts, district, before, { ...told, order })
  const sorting = proposal && sortingOf(procedure, { event: { ...last.event, seq }, before }, proposal)
  if (!sorting) return
  const figures = figuresOf(sorting, before.filing.area ?? '')
  await tellBooks(parts.db, { case: id, seq, at: sorting.at, figures })
  await keepSorting(parts.db, district, sorting)
}

/** The labels of a form are not read here. */
const nameless = { zh: '', en: '' }
