import { expect, test } from 'vitest'
import type { Instant } from '../../../platform/time.ts'
import { defaultPreference, defaultSetting, type Notice } from '../model/notices.ts'
import { residentTemplates } from '../words/resident-templates.ts'
import { endOfQuiet, MOST_TRIES, nextTry, planFor, type SendFacts } from './sending.ts'

const morning: Instant = '2026-03-02T02:00:00.000Z'
const night: Instant = '2026-03-02T14:30:00.000Z'
const li: Pick<Notice, 'to' | 'medium' | 'at'> = {
  to: { kind: 'resident', id: 'person_li' },
  medium: null,
  at: morning,
}
const facts = (more: Partial<SendFacts> = {}): SendFacts => ({
  now: morning,
  template: residentTemplates.accepted,
  preference: defaultPreference,
  setting: defaultSetting,
  reached: { phone: '13900000001', mail: 'li@example.cn' },
  ...more,
})

test('somebody who never said anything gets an SMS by day', () => {
  expect(planFor(li, facts())).toEqual({ do: 'send', medium: 'sms', to: '13900000001' })
})

test('nobody is woken: at half past ten in the evening the SMS waits until eight', () => {
  expect(planFor(li, facts({ now: night }))).toEqual({ do: 'wait', until: '2026-03-03T00:00:00.000Z' })
})

test('who prefers mail gets mail, at any hour', () => {
  const preference = { sms: false, mail: true, tongue: 'zh' } as const
  expect(planFor(li, facts({ preference, now: night }))).toEqual({ do: 'send', medium: 'mail', to: 'li@example.cn' })
})

test('without a telephone number it goes by mail, if mail is wanted; else it stays in the inbox', () => {
  const reached = { mail: 'li@example.cn' }
  expect(planFor(li, facts({ reached }))).toEqual({ do: 'leave', outcome: 'no-address' })
  expect(planFor(li, facts({ reached, preference: { ...defaultPreference, mail: true } }))).toMatchObject({
    medium: 'mail',
  })
})

test('who wants neither is left in peace, and so is everybody when the district closed the channel', () => {
  expect(planFor(li, facts({ preference: { sms: false, mail: false, tongue: 'zh' } }))).toEqual({
    do: 'leave',
    outcome: 'not-wanted',
  })
  expect(planFor(li, facts({ setting: { ...defaultSetting, sms: false } }))).toEqual({
    do: 'leave',
    outcome: 'switched-off',
  })
})

test('small news stays in the inbox, and a unit has no telephone', () => {
  expect(planFor(li, facts({ template: residentTemplates.closed }))).toEqual({ do: 'leave', outcome: 'inbox-only' })
  expect(planFor({ ...li, to: { kind: 'unit', id: 'unit_street' } }, facts())).toEqual({
    do: 'leave',
    outcome: 'unit-inbox',
  })
})

test('what was imported with the date of last year calls nobody', () => {
  expect(planFor({ ...li, at: '2025-03-02T02:00:00.000Z' }, facts())).toEqual({ do: 'leave', outcome: 'too-late' })
})

const evening = { from: '21:00', to: '08:00' }
const noon = { from: '12:00', to: '14:00' }

test.each([
  ['2026-03-02T12:59:59.999Z', evening, null],
  ['2026-03-02T13:00:00.000Z', evening, '2026-03-03T00:00:00.000Z'],
  ['2026-03-02T16:30:00.000Z', evening, '2026-03-03T00:00:00.000Z'],
  ['2026-03-02T23:59:00.000Z', evening, '2026-03-03T00:00:00.000Z'],
  ['2026-03-03T00:00:00.000Z', evening, null],
  ['2026-03-02T05:00:00.000Z', noon, '2026-03-02T06:00:00.000Z'],
  ['2026-03-02T06:00:00.000Z', noon, null],
  ['2026-03-02T06:00:00.000Z', { from: '08:00', to: '08:00' }, null],
] as const)('at %s with quiet hours %j the wait ends: %s', (at, quiet, ends) => {
  expect(endOfQuiet(at, quiet)).toBe(ends)
})

test('tries grow apart and end, so that a person looks at what will not go out', () => {
  const times = Array.from({ length: MOST_TRIES }, (_, tries) => nextTry(morning, tries + 1))
  expect(times.at(0)).toBe('2026-03-02T02:01:00.000Z')
  expect(times.at(-1)).toBeNull()
  expect(times.slice(0, -1)).toEqual(times.slice(0, -1).toSorted())
})
