import { expect, test } from 'vitest'
import { answered, lifeOf, type Step, stateAfter } from '../../modules/orders/rules/life.spec.ts'
import { orderProcedure } from '../../modules/orders/rules/order.ts'
import { instant, later, MINUTE, SECOND } from '../../platform/time.ts'
import type { CaseEvent, CaseId } from '../cases/model/case.ts'
import type { RatingFact } from './model.ts'
import { drawOf, isCalledBack, keptBy, mayCallBack, ratingOf, rectificationOf, signalsIn } from './rules.ts'

const rule = { asked: true, rectify: true }
const LI_FANG = 'person_lifang'

/** A life in numbered facts, the rating given by whom the test says. */
function told(steps: readonly Step[], rater = LI_FANG) {
  const events = lifeOf(steps)
  const state = stateAfter(events)
  const numbered = events.map((event, index) => ({
    ...event,
    ...(event.type.startsWith('Rated') ? { by: rater } : {}),
    seq: index + 1,
  })) as (CaseEvent & { seq: number })[]
  return { state, events: numbered }
}
const ratedAs = (steps: readonly Step[], rater?: string, asked = rule) => {
  const { state, events } = told(steps, rater)
  return ratingOf({ state, procedure: orderProcedure, rule: asked }, events)
}
const five: Step = ['2026-03-05 rate', { stars: 5 }]
/** Time closes what nobody visits, and archives what nobody objects to. */
const silence: readonly Step[] = [['2026-04-30'], ['2026-06-30']]

test('five stars of the applicant are a rating', () => {
  expect(ratedAs([...answered, five])).toMatchObject({ kind: 'rated', level: 5, seq: 9 })
})

test('stars that somebody else pressed are no rating: who did not rate is unrated, not satisfied', () => {
  expect(ratedAs([...answered, five, ...silence], 'staff_counter')).toEqual({ kind: 'unrated' })
})

test('silence is unrated once the case is archived, and open until then', () => {
  expect(ratedAs(answered)).toEqual({ kind: 'open' })
  expect(ratedAs([...answered, ...silence])).toEqual({ kind: 'unrated' })
})

test('nobody is asked about a case that was withdrawn, or whose matter asks for no rating', () => {
  expect(ratedAs([['2026-03-02 withdraw']])).toEqual({ kind: 'not-asked' })
  expect(ratedAs(answered, LI_FANG, { asked: false, rectify: false })).toEqual({ kind: 'not-asked' })
})

const bad: Step = ['2026-03-05 rateBadly', { stars: 2 }]
const contact: Step = ['2026-03-06 contact', { how: 'phone', reached: 'yes', said: '已道歉' }]
const rectify: Step = ['2026-03-09 rectify', { answer: '重新处理' }]
const say = { said: '好了' }

test('a bad rating has its terms: contact in one working day, put right in five, confirmed by the steward', () => {
  const found = rectificationOf(told([...answered, bad, contact, rectify, ['2026-03-10 confirmRectified', say]]).events)
  expect(found).toMatchObject({
    contactDue: '2026-03-06T15:59:59.999Z',
    contactedAt: '2026-03-06T02:00:00.000Z',
    doneAt: '2026-03-09T02:00:00.000Z',
    again: false,
    confirmedAt: '2026-03-10T02:00:00.000Z',
  })
})

test('what the steward sends back is not done, and has a new term', () => {
  const steps = [...answered, bad, contact, rectify] as const
  const first = rectificationOf(told(steps).events)
  const again = rectificationOf(told([...steps, ['2026-03-10 rectifyAgain', say]]).events)
  expect(again).toMatchObject({ again: true, doneAt: null })
  expect(again?.due && first?.due && again.due > first.due).toBe(true)
  expect(rectificationOf(told([...answered, five]).events)).toBeNull()
})

test('a term is kept, missed, or still running', () => {
  const due = instant('2026-03-10T16:00:00Z')
  expect(keptBy(due, later(due, -SECOND), due)).toBe(true)
  expect(keptBy(due, null, later(due, SECOND))).toBe(false)
  expect(keptBy(due, null, due)).toBeNull()
  expect(keptBy(null, null, due)).toBeNull()
})

const manyIds = Array.from({ length: 4_000 }, (_, index): CaseId => `case_349901_${String(index).padStart(26, '0')}`)

test('the call-back sample of a day is the same whoever draws it, and another the next day', () => {
  const drawn = (seed: string) => manyIds.filter((id) => isCalledBack({ id, stars: null }, seed, 0.2))
  expect(drawn('monday')).toEqual(drawn('monday'))
  expect(drawn('monday')).not.toEqual(drawn('tuesday'))
  for (const seed of ['monday', 'tuesday', 'wednesday']) {
    expect(drawn(seed).length).toBeGreaterThan(700)
    expect(drawn(seed).length).toBeLessThan(900)
  }
  expect(manyIds.every((id) => drawOf('monday', id) >= 0 && drawOf('monday', id) < 1)).toBe(true)
})

test('every bad rating is called back, whatever the lot says', () => {
  expect(manyIds.every((id) => isCalledBack({ id, stars: 2 }, 'monday', 0))).toBe(true)
  expect(manyIds.some((id) => isCalledBack({ id, stars: 3 }, 'monday', 0))).toBe(false)
})

test('nobody calls about a case he had a hand in', () => {
  const { state } = told(answered)
  const [handler = ''] = state.handlers
  expect(mayCallBack(handler, state)).toBe(false)
  expect(mayCallBack('staff_steward', state)).toBe(true)
  const typed = { ...state, filing: { ...state.filing, enteredBy: 'staff_counter' as const } }
  expect(mayCallBack('staff_counter', typed)).toBe(false)
})

const NOON = instant('2026-03-05T12:00:00+08:00')
const praise = (index: number, more: Partial<RatingFact> = {}): RatingFact => ({
  id: `case_349901_${index}`,
  level: 5,
  at: later(NOON, index * MINUTE),
  answeredAt: later(NOON, -60 * MINUTE),
  unit: 'unit_a',
  rater: `person_${index}`,
  enteredBy: null,
  channel: 'web',
  handlers: ['staff_h'],
  ...more,
})

test('ordinary praise by different people at its leisure is no signal', () => {
  expect(signalsIn(Array.from({ length: 30 }, (_, index) => praise(index)))).toEqual([])
})

test('five top ratings of one person in ten minutes are a burst; four are not, and neither are bad ones', () => {
  const burst = (count: number, more = {}) =>
    Array.from({ length: count }, (_, index) => praise(index, { rater: 'person_x', ...more }))
  expect(signalsIn(burst(5))).toMatchObject([{ kind: 'burst', unit: 'unit_a', cases: { length: 5 } }])
  expect(signalsIn(burst(4))).toEqual([])
  expect(signalsIn(burst(5, { level: 1 }))).toEqual([])
})

test('praise within minutes of the answer, and praise of a case its handler typed in, are worth a look', () => {
  expect(signalsIn([praise(1, { answeredAt: NOON })])).toMatchObject([
    { kind: 'within-minutes', cases: ['case_349901_1'] },
  ])
  expect(signalsIn([praise(1, { enteredBy: 'staff_h' })])).toMatchObject([{ kind: 'entered-by-handler' }])
})

test('one counter whose cases are praised one after the other is worth a look', () => {
  const counter = Array.from({ length: 6 }, (_, index) =>
    praise(index, { enteredBy: 'staff_counter', unit: `unit_${index}` }),
  )
  expect(signalsIn(counter)).toMatchObject([{ kind: 'counter-praise', unit: null }])
})
