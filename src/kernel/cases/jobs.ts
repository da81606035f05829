import type { Db } from '../../platform/db/db.ts'
import type { Job, Message, Timer } from '../../platform/jobs/model.ts'
import { DAY, HOUR, type Instant, later, MINUTE, SECOND } from '../../platform/time.ts'
import { putNotice } from '../channels/store/notices.ts'
import { type ChildParts, type OpenChild, openChild } from './handle/children.ts'
import { recounting } from './handle/recount.ts'
import { type Actor, type CaseId, districtOf } from './model/case.ts'
import type { CountedMeasures } from './model/map.ts'
import { addUpCells, districtsSpotted } from './store/cells.ts'
import { forgetEntryContents } from './store/entry-files.ts'
import { repeatsOf } from './store/repeats.ts'
import { forgetAnswers } from './store/timeline.ts'

export type ClockworkParts = ChildParts

/** How long a table of entries may still be fetched with what became of its rows. */
const ENTRY_FILES_KEPT = 7 * DAY

/** Keeps the cells of the map some seconds behind the books. */
export const cellJob = ({ db, counted }: { readonly db: Db; readonly counted: CountedMeasures }): Job => ({
  name: 'cases.cells',
  every: 10 * SECOND,
  async run() {
    const measures = Object.values(counted).flat()
    for (const district of await districtsSpotted(db)) await addUpCells(db, district, measures)
  },
})

const system: Actor = { id: null, unit: null, roles: new Set(['system']) }

/** What runs by itself for cases: time, and what one case tells another. Every one may run twice. */
export function caseClockwork(parts: ClockworkParts) {
  const recount = recounting(parts)
  return {
    timers: { case: (timer: Timer) => letTimePass(parts, timer) },
    outbox: {
      'case.open-child': (message: Message) => openChild(parts, message.payload as OpenChild),
      'case.child-ended': (message: Message) => childEnded(parts, message.payload as ChildEnded),
      'case.parent-ended': (message: Message) => parentEnded(parts, message.payload as ParentEnded),
      'case.answered': (message: Message) => tellRepeats(parts, message.payload as Answered),
      'case.repeated': (message: Message) => repeated(parts, message.payload as Repeated),
    },
    recurring: [
      { name: 'cases.forget-answers', every: HOUR, run: (at: Instant) => forgetAnswers(parts.db, later(at, -7 * DAY)) },
      {
        name: 'cases.forget-entry-files',
        every: HOUR,
        run: (at: Instant) => forgetEntryContents(parts.db, later(at, -ENTRY_FILES_KEPT)),
      },
      { name: 'cases.recount', every: 10 * MINUTE, run: async () => void (await recount()) },
    ] satisfies Job[],
  }
}

/** Time passing is a command like any other; the rule, not the timer, has the last word. */
async function letTimePass({ cases, clock }: ClockworkParts, { key }: Timer): Promise<void> {
  await cases.tick(key as CaseId, clock.now())
}

type ChildEnded = { parent: CaseId; child: CaseId; end: string }
type ParentEnded = { parent: CaseId; child: CaseId }
type Answered = { original: CaseId; move: string; seq: number }
type Repeated = { original: CaseId; repeat: CaseId }

async function childEnded({ cases, clock }: ClockworkParts, { parent, child, end }: ChildEnded): Promise<void> {
  await cases.move(parent, { move: 'childEnded', at: clock.now(), by: system, fields: { child, end } })
}

async function parentEnded({ cases, clock }: ClockworkParts, { child }: ParentEnded): Promise<void> {
  const done = await cases.move(child, { move: 'parentEnded', at: clock.now(), by: system })
  // The child may not have been opened yet: its message stands before this one in the outbox, so try again.
  if (!done.ok && done.refusal === 'no-such-case') throw new Error(`${child} is not opened yet`)
}

async function repeated({ cases, clock }: ClockworkParts, { original, repeat }: Repeated): Promise<void> {
  await cases.move(original, { move: 'repeated', at: clock.now(), by: system, fields: { repeat } })
}

/** Everybody who joined a case hears what its first author hears, about his own number. Told twice, he hears it once. */
async function tellRepeats({ db, cases }: ClockworkParts, { original, move, seq }: Answered): Promise<void> {
  const state = await cases.find(original)
  const notices = state ? (cases.procedureOf(state).moves[move]?.notices ?? []) : []
  const told = notices.find(({ to }) => to === 'applicant')
  if (!state || !told) return
  const district = districtOf(original)
  for (const { id, number, applicant } of await repeatsOf(db, district, original)) {
    if (applicant === null) continue
    await putNotice(db, {
      district,
      id: `notice_${id.slice(-26)}${seq}`,
      to: { kind: 'resident', id: applicant },
      template: told.template,
      params: { number, stage: state.stage, unit: state.unit, due: null },
      caseId: id,
      at: state.lastAt,
      due: state.lastAt,
    })
  }
}
