import { type Static, Type } from 'typebox'
import { DueView, OrNull, SaidView } from '../../../kernel/cases/model/views.ts'
import { messageLimits } from '../../../kernel/matters/model/message.ts'

/** What is asked while somebody writes: his words so far, and the matter he chose, if he chose one. */
export const ProposalBody = Type.Object(
  {
    title: Type.Optional(Type.String({ maxLength: messageLimits.title.max, title: '标题' })),
    text: Type.String({ minLength: 1, maxLength: messageLimits.text.max, title: '情况说明' }),
    matter: Type.Optional(Type.String({ pattern: '^matter_[0-9a-z_-]{1,60}$', title: '事项' })),
  },
  { additionalProperties: false, title: 'OrderDraft' },
)
export type ProposalBody = Static<typeof ProposalBody>

const Likely = Type.Object(
  {
    id: Type.String(),
    name: SaidView,
    category: Type.Array(Type.String()),
    urgent: Type.Boolean(),
    /** What becomes of it: the procedure that its matter names in the catalogue. */
    way: SaidView,
  },
  { title: 'LikelyMatter' },
)
export type Likely = Static<typeof Likely>

/** What it might be, the best first, and by when one would hear if it were sent now. */
export const OrderProposal = Type.Object(
  {
    likely: Type.Array(Likely),
    due: OrNull(DueView),
  },
  { title: 'OrderProposal' },
)
export type OrderProposal = Static<typeof OrderProposal>
