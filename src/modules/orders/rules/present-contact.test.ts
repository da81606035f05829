import { expect, test } from 'vitest'
import type { CaseState } from '../../../kernel/cases/model/case.ts'
import type { OpenedEvent } from '../../../kernel/cases/rules/present-timeline.ts'
import { contactTold } from './present-contact.ts'

const at = '2026-03-03T02:00:00.000Z'
const called = (reached: string) =>
  ({
    event: { type: 'Contacted', at, body: { move: 'contact', fields: { reached } } },
    secret: null,
  }) as unknown as OpenedEvent
const stands = (marks: CaseState['marks'], status?: 'running' | 'off') =>
  ({ marks, clocks: status ? { contact: { status } } : {} }) as unknown as CaseState

test('the applicant is told of the last call, reached or not', () => {
  expect(contactTold([called('no'), called('yes')], stands({ contacted: true }))).toEqual({ is: 'reached', at })
  expect(contactTold([called('no')], stands({ contacted: true }))).toEqual({ is: 'not-reached', at })
})

test('without a call he is told that it is due or was missed, and nothing where nobody has to call', () => {
  expect(contactTold([], stands({}, 'running'))).toEqual({ is: 'ahead', at: null })
  expect(contactTold([], stands({ contactMissed: true }, 'off'))).toEqual({ is: 'missed', at: null })
  expect(contactTold([], stands({}))).toBeNull()
})
