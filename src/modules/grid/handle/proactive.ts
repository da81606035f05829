import type { CaseDoorParts } from '../../../kernel/cases/handle/door-parts.ts'
import { namesFor } from '../../../kernel/cases/handle/naming.ts'
import { mattersNow } from '../../../kernel/cases/handle/offers.ts'
import type { Actor } from '../../../kernel/cases/model/case.ts'
import { cleanText } from '../../../kernel/channels/rules/text.ts'
import { pathText } from '../../../kernel/matters/rules/categories.ts'
import type { StaffWho } from '../../../kernel/organisations/model.ts'
import { areasOf } from '../../../kernel/places/store.ts'
import { localDay } from '../../../kernel/worktime/rules.ts'
import type { Db } from '../../../platform/db/db.ts'
import { decodeCursor, type Page, pageOf } from '../../../platform/http/paging.ts'
import { type Refused, refused } from '../../../platform/http/problem.ts'
import { sortableId } from '../../../platform/ids.ts'
import { DAY, type Instant, later } from '../../../platform/time.ts'
import {
  LOOK_BACK_DAYS,
  PROACTIVE_MATTER,
  type ProposalSort,
  type ProposalState,
  type ProposalView,
} from '../model/proactive.ts'
import { toPropose } from '../rules/proactive.ts'
import {
  decideProposal,
  findProposal,
  type ProposalRow,
  proposalKey,
  proposalsOf,
  proposalsSince,
  putProposals,
  repeatingSince,
} from '../store/proactive.ts'
import { proactiveWords } from '../words/proactive.ts'

const LEAST = 4
const HALF_A_YEAR = 184

const firstOf = (at: Instant): string => `${localDay(at).slice(0, 7)}-01`

/** Makes the proposals of this month; asked twice, they are made once. Answers how many are new. */
export async function proposeMonth(db: Db, district: string, at: Instant): Promise<number> {
  const since = later(at, -LOOK_BACK_DAYS * DAY)
  const [found, earlier] = await Promise.all([
    repeatingSince(db, district, since, LEAST),
    proposalsSince(db, district, firstOf(later(at, -HALF_A_YEAR * DAY))),
  ])
  const made = toPropose(found, earlier).map((one) => ({ ...one, id: `proposal_${sortableId(at)}` }))
  if (made.length > 0) await putProposals(db, { district, month: firstOf(at), at }, made)
  return made.length
}

type Asked = {
  readonly state: ProposalState | undefined
  readonly sort: ProposalSort | undefined
  readonly after: string | undefined
  readonly limit: number
}

export async function listProposals(
  parts: CaseDoorParts,
  who: StaffWho,
  { state, sort = 'cases', after, limit }: Asked,
): Promise<Page<ProposalView> | Refused> {
  const cursor = after === undefined ? null : decodeCursor(after, 2)
  if (cursor && !cursor.ok) return cursor
  const { district } = who
  const rows = await proposalsOf(parts.db, { district, state: state ?? null, sort, after: cursor?.key ?? null, limit })
  const page = pageOf(rows, limit, proposalKey[sort])
  return { ...page, rows: await viewsOf(parts, district, page.rows) }
}

export async function viewsOf(
  parts: CaseDoorParts,
  district: string,
  rows: readonly ProposalRow[],
): Promise<ProposalView[]> {
  const [areas, names] = await Promise.all([
    areasOf(parts.db, district),
    namesFor(parts, district, { matters: [], staff: rows.map(({ decidedBy }) => decidedBy) }),
  ])
  const placeNames = new Map(areas.map(({ code, name }) => [code.slice(code.indexOf('_') + 1), name]))
  return rows.map(({ area: _area, ...row }) => ({
    ...row,
    caseIds: [...row.caseIds],
    placeName: placeNames.get(row.place.split('/').at(-1) ?? '') ?? null,
    decidedBy: row.decidedBy && names.staff(row.decidedBy),
    saves: { days: LOOK_BACK_DAYS, cases: row.cases, people: row.people },
  }))
}

type Decided = { readonly ok: true; readonly proposal: ProposalView } | Refused

/** Dismisses with a reason; it is not proposed again unless it grows. */
export async function dismiss(parts: CaseDoorParts, who: StaffWho, id: string, given: string): Promise<Decided> {
  const reason = cleanText(given)
  if (!reason.ok || reason.text === '') return refused('reason-empty')
  const decision = {
    state: 'dismissed',
    at: parts.clock.now(),
    by: who.id,
    reason: reason.text,
    taskCase: null,
  } as const
  const done = await decideProposal(parts.db, who.district, id, decision)
  return done ? shown(parts, who, id) : notOpen(parts, who, id)
}

/** Accepts: a task of its own is opened and registered, in which it is said what to solve and what that would spare. */
export async function accept(parts: CaseDoorParts, who: StaffWho, id: string, given: string): Promise<Decided> {
  const instruction = cleanText(given)
  if (!instruction.ok || instruction.text === '') return refused('reason-empty')
  const proposal = await findProposal(parts.db, who.district, id)
  if (proposal?.state !== 'open') return notOpen(parts, who, id)
  const task = await openTask(parts, who, proposal, instruction.text)
  if (typeof task !== 'string') return task
  const at = parts.clock.now()
  const decision = { state: 'accepted', at, by: who.id, reason: instruction.text, taskCase: task } as const
  const done = await decideProposal(parts.db, who.district, id, decision)
  return done ? shown(parts, who, id) : notOpen(parts, who, id)
}

const system: Actor = { id: null, unit: null, roles: new Set(['system']) }

/** Files the task under a key of the proposal: accepted twice at once, it is one task. */
async function openTask(parts: CaseDoorParts, who: StaffWho, proposal: ProposalRow, instruction: string) {
  const { db, clock, engine } = parts
  const { district } = who
  const at = clock.now()
  const matter = (await mattersNow(db, district, localDay(at))).find(({ id }) => id === PROACTIVE_MATTER)
  if (!matter) return refused('no-such-type')
  const [view] = await viewsOf(parts, district, [proposal])
  const filed = await engine.cases.file({
    district,
    matter,
    told: {
      title: proactiveWords.title(view?.placeName ?? '', proposal.category).zh.slice(0, 60),
      text: `${instruction}\n${proactiveWords.facts(proposal, LOOK_BACK_DAYS).zh}`,
      ...(view?.placeName && { place: view.placeName }),
    },
    at,
    by: who.id,
    key: `proactive:${proposal.id}`,
    applicant: null,
    channel: 'api',
    enteredBy: who.id,
    parent: null,
    leadUnit: null,
    category: pathText(matter.category),
    area: proposal.area,
    grid: proposal.kind === 'place' && !proposal.place.includes('/') ? proposal.place : null,
    unit: who.unit,
    evidence: [],
    given: { seen: 1 },
  })
  if (!filed.ok) return refused(filed.refusal)
  await engine.cases.move(filed.state.id, { move: 'register', at: clock.now(), by: system })
  return filed.state.id
}

async function shown(parts: CaseDoorParts, who: StaffWho, id: string): Promise<Decided> {
  const row = await findProposal(parts.db, who.district, id)
  const [proposal] = row ? await viewsOf(parts, who.district, [row]) : []
  return proposal ? { ok: true, proposal } : refused('no-such-proposal', 404)
}

const notOpen = async ({ db }: CaseDoorParts, { district }: StaffWho, id: string): Promise<Refused> =>
  (await findProposal(db, district, id)) ? refused('proposal-is-decided') : refused('no-such-proposal', 404)
