import { expect, test } from 'vitest'
import type { Actor, CaseState, DecidedEvent, Filing } from '../../../kernel/cases/model/case.ts'
import type { Role } from '../../../kernel/cases/model/procedure.ts'
import type { Facts } from '../../../kernel/cases/rules/clocks.ts'
import { decide, decideFiling, decideTick } from '../../../kernel/cases/rules/decide.ts'
import { caseOf, evolve } from '../../../kernel/cases/rules/evolve.ts'
import type { Matter } from '../../../kernel/matters/model.ts'
import { calendarOf, defaultHours } from '../../../kernel/worktime/rules.ts'
import { publishedYears } from '../../../kernel/worktime/seed.ts'
import type { Json } from '../../../platform/canonical.ts'
import { type Instant, instant } from '../../../platform/time.ts'
import { seedGridMatters } from '../seed/matters.ts'
import { gridProcedure } from './grid-event.ts'
import { gridMeasures } from './measures.ts'

const id = 'case_349901_00000000000000000000000001'
const matters = seedGridMatters('349901')
const typeOf = (name: string): Matter => {
  const found = matters.find((matter) => matter.id === `matter_grid-${name}`)
  if (!found) throw new Error(`no type ${name}`)
  return found
}
const spot = { lng: 118.31, lat: 32.29, accuracy: 5, heading: 90 }
const at = (text: string): Instant => instant(`2026-03-${text}:00+08:00`)
const photo = 'a'.repeat(64)

/** A case of this type on paper: who does what, when, with which fields; a refusal is answered, not thrown. */
function begin(type: string, seen: 0 | 1, filing: Partial<Filing> = {}) {
  const matter = typeOf(type)
  const facts: Facts = {
    worktime: { calendar: calendarOf(publishedYears), hours: defaultHours },
    promise: (key) => matter.promises.find((promise) => promise.key === key) ?? null,
    responsibleUnit: 'unit_chengguan',
  }
  const whole = {
    number: '20260302000001',
    matter: matter.id,
    matterVersion: 1,
    procedure: 'grid',
    procedureVersion: 1,
    applicant: null,
    channel: 'patrol',
    enteredBy: 'staff_collector',
    parent: null,
    leadUnit: null,
    category: matter.category.join('/'),
    kind: 'report',
    area: '349901001/349901001001',
    grid: '349901001001-01',
    unit: 'unit_wangge',
    evidence: [photo],
    spot,
    ...filing,
  } as const satisfies Filing
  const given = { seen, milestones: matter.milestones?.length ?? 1 }
  const told = { title: '', text: '' }
  const filed = decideFiling(gridProcedure, { at: at('02T09:00'), by: null, filing: whole, told, given }, facts)
  const events: DecidedEvent[] = [filed as unknown as DecidedEvent]
  const state = (): CaseState => caseOf(id, events) as CaseState
  return {
    state,
    pass(when: string) {
      const tick = decideTick(gridProcedure, state(), at(when), facts)
      if (tick.ok) events.push(...tick.events)
    },
    does(when: string, who: string, role: Role, move: string, fields: Readonly<Record<string, Json>> = {}) {
      this.pass(when)
      const by: Actor = { id: `staff_${who}`, unit: 'unit_chengguan', roles: new Set([role]) }
      const decision = decide(gridProcedure, state(), { move, at: at(when), by, fields }, facts)
      if (!decision.ok) return decision.refusal
      for (const event of decision.events) {
        evolve(state(), event, id)
        events.push(event)
      }
      return state().stage
    },
  }
}

const there = { finding: '现场已看过', evidence: [photo], spot }

function atWork(type: string, filing: Partial<Filing> = {}) {
  const life = begin(type, 1, filing)
  life.does('02T09:01', 'system', 'system', 'register')
  life.does('02T09:10', 'dispatcher', 'dispatcher', 'dispatch', { unit: 'unit_chengguan' })
  life.does('02T09:30', 'worker', 'handler', 'sign')
  return life
}

test('what a collector has seen is registered at once; what somebody else tells is looked at on the spot first', () => {
  expect(begin('litter', 1).does('02T09:01', 'x', 'system', 'register')).toBe('dispatching')
  const told = begin('litter', 0, { channel: 'web' })
  expect(told.does('02T09:05', 'desk', 'intake', 'register')).toBe('look-first')
  expect(told.does('02T09:05', 'desk', 'intake', 'orderCheck')).toBe('site-check')
  expect(told.does('02T09:40', 'collector', 'grid-worker', 'confirmOnSite', there)).toBe('reported')
  expect(told.does('02T09:45', 'desk', 'intake', 'register')).toBe('dispatching')
})

test('silence at the desk registers what was seen and sends somebody to what was not', () => {
  const [seen, told] = [begin('litter', 1), begin('litter', 0)]
  seen.pass('02T10:30')
  told.pass('02T10:30')
  expect([seen.state().stage, told.state().stage]).toEqual(['dispatching', 'site-check'])
})

test('nobody rejects alone: who did not find it proposes, the head decides', () => {
  const life = begin('litter', 0)
  life.does('02T09:05', 'desk', 'intake', 'orderCheck')
  expect(life.does('02T09:30', 'collector', 'grid-worker', 'notFoundOnSite', there)).toBe('rejection-review')
  expect(life.does('02T09:31', 'collector', 'intake-head', 'confirmReject', { explanation: '没有' })).toBe(
    'your-own-work',
  )
  expect(life.does('02T09:40', 'head', 'intake-head', 'confirmReject', { explanation: '没有' })).toBe('rejected')
})

test('rubbish is due four working hours after it was dispatched, and too late it is under supervision', () => {
  const life = atWork('litter')
  expect(life.state().clocks.main?.account.due).toBe(at('02T14:40'))
  life.pass('02T17:00')
  expect(life.state().marks.overdue).toBe(true)
  expect(life.state().registers.supervision).toBe(1)
})

test('the pictures afterwards are compared with those before, and what comes of it is kept', () => {
  const life = atWork('litter')
  const elsewhere = { ...spot, lat: spot.lat + 0.01 }
  expect(
    life.does('02T10:30', 'worker', 'handler', 'feedBack', { answer: '已清理', evidence: [photo], spot: elsewhere }),
  ).toBe('verifying')
  expect(life.state().marks).toMatchObject({ sameSpot: 'far' })
  expect(life.state().marks.spot).toEqual(spot)
})

test('verified on the spot by somebody else: the handler may not, and whoever is far away may not', () => {
  const life = atWork('litter')
  life.does('02T10:30', 'worker', 'handler', 'feedBack', { answer: '已清理', evidence: [photo], spot })
  expect(life.does('02T10:40', 'worker', 'grid-worker', 'passOnSite', there)).toBe('your-own-work')
  const faraway = { ...there, spot: { ...spot, lat: spot.lat + 0.01 } }
  expect(life.does('02T10:40', 'collector', 'grid-worker', 'passOnSite', faraway)).toBe('too-far-from-the-spot')
  expect(life.does('02T10:45', 'collector', 'grid-worker', 'failOnSite', there)).toBe('handling')
  expect(life.state().marks).toMatchObject({ reworked: true, sameSpot: 'same' })
  life.does('02T11:00', 'worker', 'handler', 'feedBack', { answer: '已重新清理', evidence: [photo], spot })
  expect(life.does('02T11:20', 'collector', 'grid-worker', 'passOnSite', there)).toBe('closing')
  expect(life.does('02T11:30', 'centre', 'verifier', 'closeCase')).toBe('closed')
  expect(life.does('03T09:00', 'duban', 'supervisor', 'evaluate', { grade: 'fair' })).toBe('archived')
  const counted = gridMeasures(life.state()).map(({ measure, day }) => `${measure} ${day}`)
  expect(counted.sort()).toEqual(
    [
      'grid-by-patrol 2026-03-02',
      'grid-closed 2026-03-02',
      'grid-in-time 2026-03-02',
      'grid-registered 2026-03-02',
      'grid-reported 2026-03-02',
      'grid-reworked 2026-03-02',
      'grid-same-spot 2026-03-02',
    ].sort(),
  )
})

test('an unlawful building is stopped in four working hours, fined in seven working days, down in twenty', () => {
  const life = atWork('illegal-building')
  const done = { answer: '已到位', evidence: [photo], spot }
  const dues: unknown[] = [life.state().clocks.main?.account.due]
  expect(life.does('02T10:30', 'worker', 'handler', 'feedBack', done)).toBe('verifying')
  expect(life.does('02T11:00', 'collector', 'grid-worker', 'passOnSite', there)).toBe('milestones-left')
  expect(life.does('02T11:00', 'collector', 'grid-worker', 'passMilestone', there)).toBe('handling')
  dues.push(life.state().clocks.main?.account.due)
  life.does('05T10:00', 'worker', 'handler', 'feedBack', done)
  life.does('05T11:00', 'collector', 'grid-worker', 'passMilestone', there)
  dues.push(life.state().clocks.main?.account.due)
  expect(dues).toEqual([at('02T14:40'), '2026-03-11T15:59:59.999Z', '2026-04-02T15:59:59.999Z'])
  life.does('20T10:00', 'worker', 'handler', 'feedBack', done)
  expect(life.does('20T10:30', 'collector', 'grid-worker', 'passMilestone', there)).toBe('last-milestone')
  expect(life.does('20T10:30', 'collector', 'grid-worker', 'passOnSite', there)).toBe('closing')
})

test('who reported it may object once to its being closed; it is verified anew', () => {
  const life = atWork('litter', { applicant: 'person_li' })
  life.does('02T10:30', 'worker', 'handler', 'feedBack', { answer: '已清理', evidence: [photo], spot })
  life.does('02T11:20', 'collector', 'grid-worker', 'passOnSite', there)
  life.does('02T11:30', 'centre', 'verifier', 'closeCase')
  expect(life.does('02T13:00', 'li', 'applicant', 'objectToClosing', { reason: '还有' })).toBe('verifying')
  expect(gridMeasures(life.state()).map(({ measure }) => measure)).not.toContain('grid-closed')
  life.does('02T14:00', 'collector', 'grid-worker', 'passOnSite', there)
  life.does('02T15:00', 'centre', 'verifier', 'closeCase')
  expect(life.does('02T16:00', 'li', 'applicant', 'objectToClosing', { reason: '还有' })).toBe('reopened-before')
})
