import { matterVersion } from '../../matters/store/versions.ts'
import type { StaffWho } from '../../organisations/model.ts'
import { hasRight } from '../../organisations/policy.ts'
import { type CaseId, type CaseState, livesUnder } from '../model/case.ts'
import type { CaseForStaff, CaseLink } from '../model/views.ts'
import { ratingsSeenBy, starsSeenBy } from '../policy/rating-sight.ts'
import { sees } from '../policy/sight.ts'
import { mayUnmask } from '../policy/unmasking.ts'
import { movesOpenTo } from '../policy.ts'
import { clocksOf, levelsOf, lineOf, linkOf, type Names, pathOf, stageSentence, stagesOf } from '../rules/present.ts'
import { type Approval, accountExtras } from '../rules/present-accounts.ts'
import { movesView } from '../rules/present-moves.ts'
import { evidenceIn, formLabel, timelineEntry, toldView, writtenIn } from '../rules/present-timeline.ts'
import { ownerOf } from '../rules/step.ts'
import { cardsOf, childIds } from '../store/lists.ts'
import { roleWords } from '../words.ts'
import type { CaseDoorParts } from './door-parts.ts'
import { namesFor } from './naming.ts'
import { openedEvents, showingFor } from './opening.ts'
import { proposalFor } from './proposing.ts'

/** The case, if it lies within his district and his sight; an id that he may not see is like one that is not there. */
export async function caseSeenBy({ engine }: CaseDoorParts, who: StaffWho, id: CaseId): Promise<CaseState | null> {
  const state = isOfDistrict(who, id) ? await engine.cases.find(id) : null
  return state && sees(who, state) ? state : null
}

/** The same for a case at hand. */
export const isSeenBy = (who: StaffWho, state: CaseState): boolean => isOfDistrict(who, state.id) && sees(who, state)

const isOfDistrict = ({ district }: StaffWho, id: CaseId): boolean => id.startsWith(`case_${district}_`)

/** A case on one screen: what was asked, who has it, clocks, timeline, children, evidence, the moves open to him. */
export async function caseForStaff(parts: CaseDoorParts, who: StaffWho, state: CaseState): Promise<CaseForStaff> {
  const { db, clock } = parts
  const { district } = who
  const { filing } = state
  const under = livesUnder(state)
  const [facts, matter, [row], links] = await Promise.all([
    openedEvents(parts, state.id),
    matterVersion(db, district, under.matter, under.matterVersion),
    cardsOf(db, district, [state.id]),
    linksOf(parts, who, state),
  ])
  if (!row) throw new Error(`${state.id} has a ledger and no card`)
  const rated = { state, procedure: parts.engine.cases.procedureOf(state), rule: matter?.rating ?? null }
  const opened = ratingsSeenBy(who, rated, facts)
  const shown = await showingFor(parts, { district, id: who.id }, state, opened)
  const { procedure, names, photo } = shown
  const now = clock.now()
  const owner = ownerOf(procedure.stages[state.stage], state.registers)
  const own = names.words[procedure.name]
  const told = toldView(opened[0], formLabel(matter?.form ?? {}))
  return {
    card: { ...lineOf(row, names, now), stars: starsSeenBy(who, rated) },
    version: state.version,
    stageSentence: stageSentence(names.words, procedure.name, state.stage),
    owner: owner ? { role: owner, label: roleWords[owner] } : null,
    path: pathOf(procedure, stagesOf(opened.map(({ event }) => event))),
    told,
    applicant: filing.applicant,
    enteredBy: filing.enteredBy && names.staff(filing.enteredBy),
    clocks: clocksOf(state, now, (clock) => accountExtras(clock, opened, approvalFor(names))),
    timeline: opened.map((one) => timelineEntry(shown, one)),
    evidence: [...new Set(opened.flatMap(evidenceIn))].map(photo),
    ...links,
    levels: levelsOf(state, procedure),
    moves: own ? movesView(procedure, own, movesOpenTo(who, procedure, state)) : [],
    proposal: await proposalFor(parts, who, state, told),
    may: {
      unmask: mayUnmask(who, state),
      history: hasRight(who, 'ledger.audit'),
      forget: hasRight(who, 'people.forget') && filing.applicant !== null,
    },
  }
}

/** The desk is told who approved what, and the reason he gave. */
const approvalFor = (names: Names): Approval => ({
  by: ({ by, body }) => `${body.acted ? roleWords[body.acted.as].zh : ''}${by ? names.staff(by) : ''}`,
  reason: ({ body }, opened) => {
    const { reason } = writtenIn(opened)
    return typeof reason === 'string' ? reason : body.move
  },
})

type Links = Pick<CaseForStaff, 'parent' | 'children' | 'original'>

/** The cases around this one, as heads only: who sees one sees how its joint tasks stand. */
async function linksOf(parts: CaseDoorParts, { district }: StaffWho, { id, filing, marks }: CaseState): Promise<Links> {
  const children = await childIds(parts.db, district, id)
  const original = typeof marks.original === 'string' ? marks.original : null
  const cards = await cardsOf(parts.db, district, [
    ...children,
    ...(filing.parent ? [filing.parent] : []),
    ...(original ? [original] : []),
  ])
  const names: Names = await namesFor(parts, district, { matters: cards, staff: cards.map(({ holder }) => holder) })
  const now = parts.clock.now()
  const links = new Map(cards.map((card) => [card.id as string, linkOf(card, names, now)]))
  const link = (other: string | null): CaseLink | null => (other === null ? null : (links.get(other) ?? null))
  return {
    parent: link(filing.parent),
    original: link(original),
    children: children.flatMap((child) => link(child) ?? []),
  }
}
