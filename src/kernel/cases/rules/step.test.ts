import { describe, expect, test } from 'vitest'
import type { Procedure, Role } from '../model/procedure.ts'
import { small, withMove, withStage } from './small-procedure.spec.ts'
import { type Control, clockActor, endClock, opening, ownerOf, step } from './step.ts'

const as = (...roles: Role[]) => ({ roles: new Set(roles), isHandler: false })
const asHandler = (...roles: Role[]) => ({ roles: new Set(roles), isHandler: true })

const filed = opening(small, { demand: 2 }).control

/** The case after these moves, each made by whoever may; `clock:` lets a clock end. */
function lived(table: Procedure, ...moves: string[]): Control {
  return moves.reduce((control, name) => {
    const done = name.startsWith('clock:')
      ? endClock(table, control, name.slice('clock:'.length))
      : step(table, control, name, as(...(table.moves[name]?.by ?? [])))
    if (!done.ok) throw new Error(`${name}: ${done.refusal}`)
    return done.control
  }, filed)
}

describe('filing', () => {
  test('a case begins at the first stage with its clock running and nothing else', () => {
    expect(filed).toEqual({
      stage: 'received',
      registers: { extensions: 0, no: 'open', level: 0, demand: 2 },
      clocks: { stage: 'running', main: 'off', watch: 'off' },
      openChildren: 0,
    })
  })

  test('the level that a refusal demands comes from the matter; without one the lowest counts', () => {
    expect(opening(small, { demand: 2 }).control.registers.demand).toBe(2)
    expect(opening(small, {}).control.registers.demand).toBe(1)
  })

  test('clocks that run from the filing are named as started', () => {
    const { clocks } = opening({ ...small, starts: ['main'] }, {})
    expect(clocks).toEqual([
      { clock: 'stage', did: 'start', promise: 'intake' },
      { clock: 'main', did: 'start', promise: 'main' },
    ])
  })
})

describe('who may', () => {
  const refused = (control: Control, move: string, actor: Parameters<typeof step>[3]) => {
    const done = step(small, control, move, actor)
    return done.ok ? 'done' : done.refusal
  }
  const refusing = lived(small, 'take', 'proposeNo')
  const checking = lived(small, 'take', 'reply')

  test('a move that the table does not know is refused', () => {
    expect(refused(filed, 'vanish', as('intake'))).toBe('no-such-move')
  })
  test('what belongs to another stage is refused', () => {
    expect(refused(filed, 'reply', as('handler'))).toBe('not-at-this-stage')
  })
  test('who is not named cannot make the move', () => {
    expect(refused(filed, 'take', as('handler', 'verifier'))).toBe('not-your-move')
    expect(refused(filed, 'take', as())).toBe('not-your-move')
  })
  test('on a ladder only the rung it stands at may decide', () => {
    expect(refused(refusing, 'overrule', as('top-leader'))).toBe('not-your-level')
    expect(refused(refusing, 'overrule', as('section-head'))).toBe('done')
  })
  test('a no is not confirmed below the level its matter demands', () => {
    expect(refused(refusing, 'confirmNo', as('section-head'))).toBe('higher-level-demanded')
    const higher = lived(small, 'take', 'proposeNo', 'clock:stage')
    expect(refused(higher, 'confirmNo', as('top-leader'))).toBe('done')
  })
  test('nobody verifies his own work, and nobody confirms his own refusal', () => {
    expect(refused(checking, 'pass', asHandler('verifier'))).toBe('your-own-work')
    expect(refused(checking, 'pass', as('verifier'))).toBe('done')
    const higher = lived(small, 'take', 'proposeNo', 'clock:stage')
    expect(refused(higher, 'confirmNo', asHandler('top-leader'))).toBe('your-own-work')
  })
  test('people cannot do what only time does', () => {
    expect(refused(filed, 'takeBySilence', as('intake'))).toBe('not-your-move')
  })
  test('no answer goes out while another unit still works for it, unless the lead recalls it', () => {
    const helped = lived(small, 'take', 'openChild')
    expect(refused(helped, 'reply', as('handler'))).toBe('children-open')
    expect(refused(helped, 'replyAlone', as('handler'))).toBe('done')
    expect(lived(small, 'take', 'openChild', 'replyAlone').openChildren).toBe(0)
  })
})

describe('what a move does', () => {
  test('every child is counted, however many there are', () => {
    const open = ['openChild', 'openChild', 'openChild'] as const
    expect(lived(small, 'take', ...open).openChildren).toBe(3)
    expect(lived(small, 'take', ...open, 'childEnded', 'childEnded').openChildren).toBe(1)
  })
  test('the clock of a stage stops when the case leaves it and that of the next one starts', () => {
    const done = step(small, lived(small, 'take', 'reply'), 'pass', as('verifier'))
    expect(done.ok && done.clocks).toEqual([
      { clock: 'stage', did: 'stop' },
      { clock: 'stage', did: 'start', promise: 'visit' },
    ])
  })
  test('asking for more time does not stop the main clock', () => {
    expect(lived(small, 'take', 'askLonger').clocks.main).toBe('running')
  })
  test('an extension counts, and more than the limit is refused to people', () => {
    const extended = lived(small, 'take', 'askLonger', 'allowLonger')
    expect(extended.registers.extensions).toBe(1)
    expect(step(small, extended, 'askLonger', as('handler'))).toEqual({ ok: false, refusal: 'extended-enough' })
  })
  test('a counter stays at its cap', () => {
    const eager = withMove(small, 'openChild', { effects: [{ raise: 'level' }] })
    expect(lived(eager, 'take', 'openChild', 'openChild', 'openChild', 'openChild').registers.level).toBe(2)
  })
  test('a pause of a clock that does not run is no change', () => {
    const pausing = withMove(small, 'take', { effects: [{ pause: 'main' }] })
    const done = step(pausing, filed, 'take', as('intake'))
    expect(done.ok && [done.control.clocks.main, done.clocks]).toEqual(['off', [{ clock: 'stage', did: 'stop' }]])
  })
  test('a clock that was paused can be extended and resumed', () => {
    const pausing = withMove(small, 'openChild', { effects: [{ pause: 'main' }, { extend: 'main' }] })
    expect(lived(pausing, 'take', 'openChild').clocks.main).toBe('paused')
    const resuming = withMove(pausing, 'childEnded', { guards: [], effects: [{ resume: 'main' }] })
    expect(lived(resuming, 'take', 'openChild', 'childEnded').clocks.main).toBe('running')
  })
  test('a move may lead where a register says', () => {
    const pointing = withMove(
      { ...small, registers: { ...small.registers, back: { from: 'working', oneOf: ['working'] } } },
      'take',
      { to: { register: 'back' } },
    )
    const done = step(pointing, { ...filed, registers: { ...filed.registers, back: 'working' } }, 'take', as('intake'))
    expect(done.ok && done.control.stage).toBe('working')
  })
  test('at an end no clock runs any more', () => {
    const ended = lived(small, 'take', 'reply', 'pass', 'close')
    expect(Object.values(ended.clocks)).toEqual(['off', 'off', 'off'])
  })
})

describe('silence', () => {
  test('nobody takes the case on; it is taken on', () => {
    expect(lived(small, 'clock:stage').stage).toBe('working')
  })
  test('a rung that keeps silent passes the no up; silence at the top lets the work go on', () => {
    const risen = lived(small, 'take', 'proposeNo', 'clock:stage')
    expect([risen.stage, risen.registers.level, risen.clocks.stage]).toEqual(['refusing', 2, 'running'])
    const lapsed = lived(small, 'take', 'proposeNo', 'clock:stage', 'clock:stage')
    expect([lapsed.stage, lapsed.registers.no]).toEqual(['working', 'overruled'])
  })
  test('what is late stays late and goes under supervision', () => {
    expect(lived(small, 'take', 'clock:main').clocks).toEqual({ stage: 'off', main: 'ended', watch: 'running' })
  })
  test('supervision ends with the lateness it was for', () => {
    expect(lived(small, 'take', 'clock:main', 'reply').clocks.watch).toBe('off')
  })
  test('a clock that does not run cannot end', () => {
    expect(endClock(small, filed, 'main')).toEqual({ ok: false, refusal: 'clock-not-running' })
  })
  test('a clock whose end leads nowhere says so', () => {
    const mute = withStage(small, 'received', { clock: { promise: 'intake', onEnd: [] } })
    expect(endClock(mute, filed, 'stage')).toEqual({ ok: false, refusal: 'clock-leads-nowhere' })
  })
  test('time has no role but its own', () => {
    expect([...clockActor.roles]).toEqual(['clock'])
  })
})

test('the owner of a ladder is the rung it stands at; an end has none', () => {
  const { stages } = small
  expect(ownerOf(stages.refusing, { level: 1 })).toBe('section-head')
  expect(ownerOf(stages.refusing, { level: 2 })).toBe('top-leader')
  expect(ownerOf(stages.received, {})).toBe('intake')
  expect(ownerOf(stages.closed, {})).toBeUndefined()
})
