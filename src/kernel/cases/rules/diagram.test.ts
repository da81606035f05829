import { describe, expect, test } from 'vitest'
import type { ProcedureWords } from '../words.ts'
import { diagram } from './diagram.ts'
import { collisions } from './diagram-collisions.spec.ts'
import { place } from './diagram-layout.ts'
import { partsOf, spineOf } from './diagram-parts.ts'
import { mainPath } from './main-path.ts'
import { small } from './small-procedure.spec.ts'

const silent: ProcedureWords = { name: { zh: '小', en: 'small' }, stages: {}, moves: {}, fields: {} }

describe('a drawn procedure', () => {
  const parts = partsOf(small, silent, 'en')

  test('the way of a case that meets no trouble is found in the table itself', () => {
    expect(spineOf(small)).toEqual(['received', 'working', 'checking', 'answered', 'closed'])
    expect(mainPath(small)).toEqual(['filed', 'working', 'checking', 'answered', 'ended'])
  })

  test('every stage is a box, and every move that leads somewhere else stands on an arrow', () => {
    expect(parts.boxes.map((box) => box.id)).toEqual(Object.keys(small.stages))
    const drawn = parts.arrows.map((arrow) => `${arrow.from} → ${arrow.to}: ${arrow.lines.map((line) => line.text)}`)
    expect(drawn).toContain('received → working: take,takeBySilence')
    expect(drawn).toContain('longer → working: allowLonger,refuseLonger,longerLapses')
    expect(drawn.join()).not.toContain('openChild')
  })

  test('what time does by itself is marked as such', () => {
    const taken = parts.arrows.find((arrow) => arrow.from === 'received' && arrow.to === 'working')
    expect(taken?.lines.map((line) => line.byClock)).toEqual([false, true])
  })

  test('moves that do not leave a stage are told to whoever points at it', () => {
    const working = parts.boxes.find((box) => box.id === 'working')
    expect(working?.tooltip).toContain('openChild')
    expect(parts.boxes.find((box) => box.id === 'refusing')?.lines.map((line) => line.text)).toContain(
      'Within: noRises',
    )
  })

  test('the place where a case stands is marked, and the way it came', () => {
    const plain = diagram(small, silent)
    const here = diagram(small, silent, { here: 'checking', trail: ['received', 'working', 'checking'] })
    expect(here).not.toEqual(plain)
    expect(here).toContain('当前环节')
    expect(plain).not.toContain('当前环节')
  })

  test('the picture is the same every time', () => {
    expect(diagram(small, silent)).toBe(diagram(small, silent))
  })

  test('nothing stands on anything else', () => {
    expect(collisions(place(parts))).toEqual([])
  })
})
