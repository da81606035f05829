import { describe, expect, test } from 'vitest'
import { judgesInTheirOwnCause, refusalsRoundTheSuperior } from './faulty-judgements.spec.ts'
import { nobodyAnswersForIt, noEndInSight, timeLeadsNowhere } from './faulty-procedures.spec.ts'
import { prove } from './proof.ts'
import { type Seeded, small, withMove, withStage } from './small-procedure.spec.ts'

const namesForNothing: Seeded[] = [
  ['a move leads to no stage', withMove(small, 'take', { to: 'elsewhere' }), 'unknown-name', 'take: elsewhere'],
  [
    'silence makes no move that there is',
    withStage(small, 'answered', { clock: { promise: 'visit', onEnd: ['vanish'] } }),
    'unknown-name',
    'answered: vanish',
  ],
  [
    'a register is set to a word it does not know',
    withMove(small, 'noLapses', { effects: [{ set: 'no', to: 'perhaps' }] }),
    'unknown-name',
    'noLapses: {"set":"no","to":"perhaps"}',
  ],
  [
    'a field is kept that nobody asks for',
    withMove(small, 'rate', { keeps: ['stars'] }),
    'unknown-name',
    'rate: stars',
  ],
  ['the last rung is no move', { ...small, lastRung: 'sky' }, 'unknown-name', 'lastRung sky'],
]

test('a sound procedure has no fault', () => {
  const proof = prove(small)
  expect(proof.faults).toEqual([])
  expect(proof.states).toBeGreaterThan(50)
})

describe.each([
  ['nobody answers for it', nobodyAnswersForIt],
  ['time leads nowhere', timeLeadsNowhere],
  ['no end in sight', noEndInSight],
  ['judges in their own cause', judgesInTheirOwnCause],
  ['a refusal round the superior', refusalsRoundTheSuperior],
  ['names that stand for nothing', namesForNothing],
])('%s:', (_, seeded) => {
  for (const [wrong, table, kind, at, path = []] of seeded)
    test(wrong, () => expect(prove(table).faults).toContainEqual({ kind, at, path }))
})

test('children beyond the first are not forgotten when one of them ends', () => {
  const hasty = withMove(small, 'childEnded', { effects: [{ child: 'ends' }, { child: 'recalled' }] })
  expect(prove(hasty).faults).toContainEqual({ kind: 'children-left-open', at: 'childEnded', path: [] })
})

test('a register that is read only by the proof is not forgotten: every demanded level is tried', () => {
  const seed = refusalsRoundTheSuperior.find(([wrong]) => wrong.includes('below the level'))
  expect(seed && prove(seed[1]).faults.map((fault) => fault.at)).toEqual(['confirmNo'])
})

test('every guard and effect of the small table bears a promise, but for those that only say when, how often and under which name', () => {
  const without = <T>(list: readonly T[] | undefined, at: number): T[] => list?.filter((_, other) => other !== at) ?? []
  const unnoticed = Object.entries(small.moves).flatMap(([name, { guards, effects }]) => [
    ...(guards ?? []).flatMap((guard, at) => {
      const bare = withMove(small, name, { guards: without(guards, at) })
      return prove(bare).faults.length > 0 ? [] : [`${name}: ${guard.refusal}`]
    }),
    ...(effects ?? []).flatMap((effect, at) => {
      const bare = withMove(small, name, { effects: without(effects, at) })
      return prove(bare).faults.length > 0 ? [] : [`${name}: ${JSON.stringify(effect)}`]
    }),
  ])
  expect(unnoticed).toEqual([
    'replyAlone: no-child-open',
    'childEnded: no-child-open',
    'askLonger: too-late',
    'allowLonger: {"extend":"main"}',
    'proposeNo: overruled-before',
    'overrule: {"set":"no","to":"overruled"}',
    'noLapses: {"set":"no","to":"overruled"}',
    'pass: pass-the-no',
  ])
})
