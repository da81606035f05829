import { type Static, Type } from 'typebox'
import { OrNull } from '../../../kernel/cases/model/views.ts'
import { pageQuery } from '../../../platform/http/paging.ts'

/** What is proposed before anybody complains again. */

/** Over so many days back it is looked at; the same span ahead is what solving it would save. */
export const LOOK_BACK_DAYS = 90
/** The task under which an accepted proposal is worked on. */
export const PROACTIVE_MATTER = 'matter_grid-proactive' as const

export const proposalStates = ['open', 'accepted', 'dismissed'] as const
export type ProposalState = (typeof proposalStates)[number]

/** What repeats: cases of one category at one place, or of one category all over. */
export type Repeating = {
  readonly kind: 'place' | 'theme'
  readonly place: string
  readonly area: string | null
  readonly category: string
  readonly cases: number
  /** Different people who came with it; who gave no name is not counted. */
  readonly people: number
  /** Different weeks in which it came. */
  readonly weeks: number
  readonly places: number
  readonly firstDay: string
  readonly lastDay: string
  readonly caseIds: readonly string[]
}

const Text = Type.String()
export const ProposalView = Type.Object(
  {
    id: Text,
    month: Text,
    kind: Type.Enum(['place', 'theme']),
    place: Text,
    placeName: OrNull(Text),
    category: Text,
    cases: Type.Integer(),
    people: Type.Integer(),
    weeks: Type.Integer(),
    firstDay: Text,
    lastDay: Text,
    caseIds: Type.Array(Text),
    /** What the next as many days would be spared, if it went on as it did. */
    saves: Type.Object({ days: Type.Integer(), cases: Type.Integer(), people: Type.Integer() }),
    state: Type.Enum([...proposalStates]),
    decidedAt: OrNull(Text),
    decidedBy: OrNull(Text),
    reason: OrNull(Text),
    taskCase: OrNull(Text),
  },
  { title: 'ProactiveProposal' },
)
export type ProposalView = Static<typeof ProposalView>

/** In which order: how often, of how many people, in how many weeks, or the latest first. */
export const proposalSorts = ['cases', 'people', 'weeks', 'latest'] as const
export type ProposalSort = (typeof proposalSorts)[number]

export const proposalFilters = {
  state: Type.Optional(Type.Enum([...proposalStates], { title: '状态' })),
  sort: Type.Optional(Type.Enum([...proposalSorts], { title: '排序' })),
}
export const ProposalQuery = Type.Object({ ...pageQuery, ...proposalFilters })
export const ProposalExportQuery = Type.Object({
  ...proposalFilters,
  format: Type.Optional(Type.Enum(['xlsx', 'csv'], { title: '格式' })),
})
export const ProposalParams = Type.Object({ id: Type.String({ pattern: '^proposal_[0-9a-z]{1,40}$' }) })
export const AcceptBody = Type.Object(
  { instruction: Type.String({ minLength: 4, maxLength: 2_000, title: '办理要求' }) },
  { additionalProperties: false, title: 'AcceptProposal' },
)
export const DismissBody = Type.Object(
  { reason: Type.String({ minLength: 4, maxLength: 2_000, title: '不采纳的理由' }) },
  { additionalProperties: false, title: 'DismissProposal' },
)
export const Decided = Type.Object({ ok: Type.Literal(true), proposal: ProposalView }, { title: 'ProposalDecided' })
