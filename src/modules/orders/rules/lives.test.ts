import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CaseState, DecidedEvent } from '../../../kernel/cases/model/case.ts'
import { nextDue } from '../../../kernel/cases/rules/clocks.ts'
import { decideTick, openChildren } from '../../../kernel/cases/rules/decide.ts'
import { caseOf, evolve } from '../../../kernel/cases/rules/evolve.ts'
import { ownerOf } from '../../../kernel/cases/rules/step.ts'
import { HOUR, instant, later } from '../../../platform/time.ts'
import { attempt, firstOf, id, live, people, steered } from './lives.spec.ts'
import { orderProcedure } from './order.ts'
import { facts } from './paper.spec.ts'

const moves = Object.keys(orderProcedure.moves)
const someTry = fc.record({
  move: fc.constantFrom(...moves),
  person: fc.nat({ max: people.length - 1 }),
  hours: fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: 6 }) },
    { weight: 1, arbitrary: fc.integer({ min: 20, max: 400 }) },
  ),
})

const lives = { numRuns: 150, seed: 20261123 } as const
const stageOf = (state: CaseState) => orderProcedure.stages[state.stage]

test('whatever anybody tries, an open case has an owner and a clock that runs', () => {
  fc.assert(
    fc.property(
      fc.array(someTry, { minLength: 40, maxLength: 160 }),
      fc.integer({ min: 1, max: 4 }),
      (tries, demand) => {
        live(tries, demand, (state) => {
          if (stageOf(state)?.end) return expect(nextDue(state)).toBeNull()
          expect(ownerOf(stageOf(state), state.registers)).toBeTruthy()
          return expect(nextDue(state), `${state.stage} ${JSON.stringify(state.clocks)}`).not.toBeNull()
        })
      },
    ),
    lives,
  )
})

test('along lives that get far: nobody verifies, confirms or closes his own work, and no refusal goes round the ladder', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(), { minLength: 30, maxLength: 90 }),
      fc.integer({ min: 1, max: 4 }),
      (picks, demand) => {
        let at = instant('2026-03-02T10:00:00+08:00')
        const first = firstOf(at, demand)
        let state = caseOf(id, [first]) as CaseState
        let decided = false
        const children = { count: 0 }
        for (const pick of picks) {
          const next = steered(state, orderProcedure, pick)
          if (!next) break
          at = later(at, ((pick % 9) + 1) * HOUR)
          for (const event of attempt(state, at, next, children)) {
            const move = orderProcedure.moves['move' in event.body ? event.body.move : '']
            const natures = move?.nature ?? []
            if (natures.includes('verifies') || natures.includes('decides-no'))
              expect(state.handlers).not.toContain(event.by)
            if (natures.includes('decides-no')) decided = true
            if (move?.event === 'RefusalConfirmed')
              expect(Number(state.registers.refusalLevel)).toBeGreaterThanOrEqual(Number(state.registers.refusalDemand))
            if (natures.includes('says-no')) expect(decided).toBe(true)
            state = evolve(state, event, id)
            if (stageOf(state)?.end) expect(openChildren(state)).toEqual([])
          }
        }
      },
    ),
    lives,
  )
})

test('a due date moves only with an approver, by a restart, or by the pause an approver allowed', () => {
  fc.assert(
    fc.property(fc.array(someTry, { minLength: 40, maxLength: 160 }), (tries) => {
      live(tries, 2, (state, event, before) => {
        const [was, is] = [before.clocks.main, state.clocks.main]
        if (!was || !is || was.account.due === is.account.due || !('move' in event.body)) return
        const move = orderProcedure.moves[event.body.move]
        const restarted = move?.effects?.some((effect) => 'start' in effect && effect.start === 'main')
        const resumed = move?.effects?.some((effect) => 'resume' in effect)
        expect(restarted || resumed || move?.by.every((role) => orderProcedure.approvers.includes(role))).toBe(true)
        if (!restarted) expect(is.account.due > was.account.due).toBe(true)
      })
    }),
    lives,
  )
})

test('a life told again is the same life, and time asked twice says nothing new', () => {
  fc.assert(
    fc.property(
      fc.array(someTry, { minLength: 20, maxLength: 120 }),
      fc.integer({ min: 1, max: 4 }),
      (tries, demand) => {
        const { state, events } = live(tries, demand, () => {})
        expect(caseOf(id, JSON.parse(JSON.stringify(events)) as DecidedEvent[])).toEqual(
          JSON.parse(JSON.stringify(state)),
        )
        expect(decideTick(orderProcedure, state, state.lastAt, facts)).toEqual({ ok: false, refusal: 'nothing-is-due' })
      },
    ),
    lives,
  )
})

test('left alone from any point, every case comes to rest at an end or on the last rung of supervision', () => {
  fc.assert(
    fc.property(fc.array(someTry, { minLength: 5, maxLength: 80 }), fc.integer({ min: 1, max: 4 }), (tries, demand) => {
      let { state } = live(tries, demand, () => {})
      for (let days = 0; days < 400 && !stageOf(state)?.end; days++) {
        const due = nextDue(state)
        if (due === null) throw new Error(`${state.stage} waits for ever`)
        const decision = decideTick(orderProcedure, state, later(due, 1), facts)
        if (!decision.ok) throw new Error(decision.refusal)
        for (const event of decision.events) state = evolve(state, event, id)
        if (state.registers.supervision === 3) return
      }
      expect(stageOf(state)?.end).toBeTruthy()
    }),
    lives,
  )
})
