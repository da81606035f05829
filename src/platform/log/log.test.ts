import { expect, test } from 'vitest'
import { turnableClock } from '../time.ts'
import { gatheredLines } from './lines.ts'
import { createLog } from './log.ts'

function book(level: 'info' | 'debug' = 'info') {
  const lines: string[] = []
  const clock = turnableClock('2026-03-02T01:00:00.000Z')
  return { lines, log: createLog({ level, clock, write: (line) => lines.push(line) }) }
}

test('one thing that happened is one line of JSON', () => {
  const { log, lines } = book()
  log.info({ who: 'staff_1', ms: 4 }, 'case accepted')
  expect(lines).toEqual([
    '{"at":"2026-03-02T01:00:00.000Z","level":"info","who":"staff_1","ms":4,"message":"case accepted"}\n',
  ])
})

test('what is below the level is not written', () => {
  const { log, lines } = book()
  log.debug('detail')
  expect(lines).toEqual([])
})

test('a child repeats the id of its request in each line, and nothing else of the request', () => {
  const { log, lines } = book()
  log.child({ reqId: 'req_1', req: { headers: { cookie: 'x' } } }).warn('slow')
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ id: 'req_1', message: 'slow' })
  expect(lines[0]).not.toContain('cookie')
})

test('no phone number, citizen number, mail address or password reaches the log', () => {
  const { log, lines } = book()
  log.error({ phone: '13800001111', body: { text: '我住在…' }, note: '来电 13800001111，证号 11010519491231002X' })
  log.error(
    Object.assign(new Error('Key (mail)=(li@example.cn) exists'), { detail: 'row (13800001111)', code: '23505' }),
  )
  const all = lines.join('')
  expect(all).not.toMatch(/1380000|1101051949|li@example|我住在/)
  expect(all).toContain('"fault":"23505"')
})

test('lines are gathered into few writes, none is lost and their order is kept', async () => {
  const written: string[] = []
  const lines = gatheredLines({ write: (text) => written.push(text) }, 1)
  const all = Array.from({ length: 5_000 }, (_, number) => `line ${number} ${'x'.repeat(20)}\n`)
  for (const line of all) lines.write(line)
  lines.flush()
  expect(written.join('')).toBe(all.join(''))
  expect(written.length).toBeLessThan(5)
  lines.write('late\n')
  while (written.at(-1) !== 'late\n') await new Promise((turn) => setImmediate(turn))
})
