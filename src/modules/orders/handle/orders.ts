import type { CaseDoorParts } from '../../../kernel/cases/handle/door-parts.ts'
import { namesFor } from '../../../kernel/cases/handle/naming.ts'
import { openedEvents } from '../../../kernel/cases/handle/opening.ts'
import { type Looker, photoViews } from '../../../kernel/cases/handle/photos.ts'
import { type CaseState, districtOf, livesUnder } from '../../../kernel/cases/model/case.ts'
import { movesOfApplicant } from '../../../kernel/cases/policy/applicant.ts'
import { pathOf, stageLabel, stageSentence, stagesOf } from '../../../kernel/cases/rules/present.ts'
import { evidenceIn, toldView } from '../../../kernel/cases/rules/present-timeline.ts'
import { lastTime } from '../../../kernel/cases/store/history.ts'
import { outcomeWords } from '../../../kernel/cases/words/fields.ts'
import { localDay } from '../../../kernel/worktime/rules.ts'
import type { Instant } from '../../../platform/time.ts'
import { said } from '../../../platform/words.ts'
import { type CaseForResident, residentMoves } from '../model/views.ts'
import { contactTold } from '../rules/present-contact.ts'
import {
  answerTold,
  declinedFor,
  isYourTurn,
  missingNow,
  residentDue,
  residentMoveViews,
  residentTimeline,
} from '../rules/present-resident.ts'
import { originalOf } from './joining.ts'

/** Whether this applicant has urged the case today already. */
export async function urgedToday({ db, clock }: CaseDoorParts, id: CaseState['id'], by: string): Promise<boolean> {
  const last = await lastTime(db, id, 'Urged', by)
  return last !== null && isSameDay(last, clock.now())
}

const isSameDay = (one: Instant, other: Instant): boolean => localDay(one) === localDay(other)

/** The case as its applicant sees it; whoever he is, he was let in before. */
export async function caseForResident(
  parts: CaseDoorParts,
  looker: Looker,
  state: CaseState,
): Promise<CaseForResident> {
  const { clock, engine, words } = parts
  const { filing } = state
  const opened = await openedEvents(parts, state.id)
  const procedure = engine.cases.procedureOf(state)
  const own = words[procedure.name]
  if (!own) throw new Error(`${procedure.name} has no words`)
  const under = livesUnder(state)
  const [names, photo] = await Promise.all([
    namesFor(parts, districtOf(state.id), { matters: [under], staff: [] }),
    photoViews(parts, looker, opened.flatMap(evidenceIn)),
  ])
  const showing = { procedure, words: own, unit: names.unit, photo }
  const urged = opened.some(
    ({ event: { type, by, at } }) => type === 'Urged' && by === looker.id && isSameDay(at, clock.now()),
  )
  const open = movesOfApplicant(procedure, state).filter((move) => move !== 'urge' || !urged)
  const told = toldView(opened[0], (field) => said(field, field))
  const { outcome, stars } = state.marks
  const answer = answerTold(showing, opened)
  const [filed] = opened
  return {
    id: state.id,
    number: filing.number,
    version: state.version,
    matterName: names.matter(under.matter, under.matterVersion),
    state: told.state,
    title: told.title,
    text: told.text,
    place: told.place,
    happenedAt: told.happenedAt,
    contact: contactTold(opened, state),
    photos: filed ? evidenceIn(filed).map(photo) : [],
    filedAt: state.filedAt,
    stage: state.stage,
    stageLabel: stageLabel(words, procedure.name, state.stage),
    stageSentence: stageSentence(words, procedure.name, state.stage),
    path: pathOf(procedure, stagesOf(opened.map(({ event }) => event))),
    due: residentDue(showing, state, opened, clock.now()),
    unitName: state.unit && names.unit(state.unit),
    timeline: residentTimeline(showing, opened),
    answer,
    outcome: answer && isOutcome(outcome) ? { value: outcome, label: outcomeWords[outcome] } : null,
    original: await originalShown(parts, state),
    declined: declinedFor(state),
    missing: missingNow(opened, state),
    stars: typeof stars === 'number' ? stars : null,
    yourTurn: isYourTurn(open),
    moves: residentMoveViews(showing, open.filter(isOffered)),
    ended: procedure.stages[state.stage]?.end !== undefined,
  }
}

async function originalShown(parts: CaseDoorParts, linked: CaseState): Promise<CaseForResident['original']> {
  const original = await originalOf(parts, linked)
  if (original === null) return null
  const { state, answer } = original
  const { procedure } = state.filing
  return {
    stageLabel: stageLabel(parts.words, procedure, state.stage),
    stageSentence: stageSentence(parts.words, procedure, state.stage),
    answer,
  }
}

const isOutcome = (value: unknown): value is keyof typeof outcomeWords =>
  typeof value === 'string' && value in outcomeWords

const isOffered = (move: string): boolean => (residentMoves as readonly string[]).includes(move)
