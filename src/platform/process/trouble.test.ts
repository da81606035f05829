import { expect, test } from 'vitest'
import { said } from '../words.ts'
import { endWith, troubleOf, troubleOfListening } from './trouble.ts'

function ended(error: unknown): { code: number; text: string } {
  let text = ''
  const code = endWith(error, (part) => {
    text += part
  })
  return { code, text }
}

test('a trouble that an operator can mend is one sentence in each tongue, with its own number and no stack', () => {
  const trouble = troubleOf(said('磁盘满了', 'The disk is full'), 20)
  expect(ended(trouble)).toEqual({ code: 20, text: '磁盘满了\nThe disk is full\n' })
})

test('what nobody expected comes with its stack', () => {
  const { code, text } = ended(new TypeError('x is not a function'))
  expect(code).toBe(1)
  expect(text).toMatch(/意外错误：x is not a function[\s\S]*at .*trouble\.test\.ts/)
})

test.each([
  ['EADDRINUSE', /端口 3000 已被占用/],
  ['EACCES', /1024/],
  ['EADDRNOTAVAIL', /10\.9\.9\.9/],
])('a port that cannot be had (%s) says why', (code, words) => {
  const error = troubleOfListening(Object.assign(new Error(code), { code }), { host: '10.9.9.9', port: 3000 })
  expect(ended(error)).toEqual({ code: 11, text: expect.stringMatching(words) })
})

test('an unknown failure of listening stays what it was', () => {
  const error = new Error('unknown')
  expect(troubleOfListening(error, { host: '127.0.0.1', port: 3000 })).toBe(error)
})
