import { expect, test } from 'vitest'
import { mostUrgentFirst } from './queue.ts'

const line = (id: string, due: string | null, urgent = false) => ({ id, due, urgent })

test('what cannot wait goes first, then by when it is due, then by filing', () => {
  const lines = [
    line('a', null),
    line('c', '2026-03-02T08:00:00.000Z'),
    line('b', '2026-03-02T08:00:00.000Z'),
    line('d', '2026-03-01T08:00:00.000Z'),
    line('e', '2026-03-09T08:00:00.000Z', true),
  ]
  expect(mostUrgentFirst(lines).map(({ id }) => id)).toEqual(['e', 'd', 'b', 'c', 'a'])
})
