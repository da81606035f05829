import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonical } from '../../../platform/canonical.ts'
import { createCrypto } from '../../../platform/crypto/crypto.ts'
import { hashes } from '../../../platform/crypto/hash.ts'
import type { EventRow, NewEvent } from '../model.ts'
import { chain, genesis, hashOf, verifyStream } from './chain.ts'

const crypto = createCrypto('sha256')
const national = createCrypto('sm3')
const lamp = { district: '349901', stream: 'case_lamp', crypto }

const filed: NewEvent = {
  type: 'CaseFiled',
  at: '2025-03-03T02:00:00.000Z',
  by: 'person_li',
  body: { what: '路灯不亮' },
}
const signed: NewEvent = { type: 'CaseSigned', at: '2025-03-03T03:00:00.000Z', by: 'staff_wang', body: { unit: 'u1' } }
const lapsed: NewEvent = { type: 'ClockRanOut', at: '2025-03-05T09:00:00.000Z', by: null, body: {} }
const life = chain(null, lamp, [filed, signed, lapsed])
const alter = (at: number, change: Partial<EventRow>) => life.map((row, i) => (i === at ? { ...row, ...change } : row))

test('the hash is taken over the canonical JSON of the event with the hash before it', () => {
  const [first, second] = life
  if (!first || !second) throw new Error('two events were chained')
  const { hash: _, ...event } = second
  expect(crypto.hash(canonical({ ...event, prev: first.hash.toString('hex') }))).toEqual(second.hash)
  const { hash: __, ...opening } = first
  const prev = genesis(lamp, crypto).toString('hex')
  expect(crypto.hash(canonical({ ...opening, prev }))).toEqual(first.hash)
})

test('this hash never changes, because old events live for ever', () => {
  expect(life.map(({ hash }) => hash.toString('hex'))).toMatchInlineSnapshot(`
    [
      "e8a89b89829845a8514b1d8d92e3606c9c3852219d51f5e9f5dfd65591ede345",
      "a20fabdd29507b39f5b39eae069b4cb4ff92e24e40e5ee24b5f9cfb5571a0afb",
      "f4603d0167bb086f7bfb674c33d5361ae188136bae88bff2a3c1cac161e370e3",
    ]
  `)
  expect(chain(null, { ...lamp, crypto: national }, [filed])[0]?.hash.toString('hex')).toMatchInlineSnapshot(
    `"e8dfc151059daeee905abde7b741905100e2f74e31e2517385d1aa5fa4d46526"`,
  )
})

test('a life can be continued from its head, event by event or all at once', () => {
  const parts: EventRow[] = []
  for (const event of [filed, signed, lapsed]) parts.push(...chain(parts.at(-1) ?? null, lamp, [event]))
  expect(parts).toEqual(life)
  expect(life.map(({ seq }) => seq)).toEqual([1, 2, 3])
})

test('the order in which a body was written down does not matter', () => {
  const one = hashOf({ ...lamp, seq: 1, ...filed, body: { a: 1, b: { c: 2, d: 3 } } }, null, crypto)
  expect(hashOf({ ...lamp, seq: 1, ...filed, body: { b: { d: 3, c: 2 }, a: 1 } }, null, crypto)).toEqual(one)
})

test('the same first event has another hash in another stream and another district', () => {
  const hash = (where: Partial<typeof lamp>) => chain(null, { ...lamp, ...where }, [filed])[0]?.hash
  expect(hash({ stream: 'case_other' })).not.toEqual(hash({}))
  expect(hash({ district: '349902' })).not.toEqual(hash({}))
})

test('a time that would come back from the database in other letters is not written', () => {
  const at = (text: string) => chain(null, lamp, [{ ...filed, at: text as NewEvent['at'] }])
  for (const text of ['2025-03-03T02:00:00.0Z', '2025-03-03T24:00:00.000Z', '2025-03-03T02:00:00.000001Z', 'T.Z'])
    expect(() => at(text), text).toThrow(RangeError)
})

describe('a stream', () => {
  test('that nobody touched holds, under either hash and under one after the other', () => {
    expect(verifyStream(life, hashes)).toBeNull()
    const more = chain(life.at(-1) ?? null, { ...lamp, crypto: national }, [signed, lapsed])
    expect(verifyStream([...life, ...more], hashes)).toBeNull()
    expect(verifyStream([...life, ...more], { sha256: hashes.sha256 })).toEqual({ seq: 4, why: 'hash-differs' })
    expect(verifyStream([], hashes)).toBeNull()
  })

  test.each([
    ['what was asked', { body: { what: '没有事' } }],
    ['when it was', { at: '2025-03-03T03:00:00.001Z' as const }],
    ['who did it', { by: 'staff_li' }],
    ['that nobody did it', { by: null }],
    ['the kind', { type: 'CaseClosed' }],
    ['the hash itself', { hash: Buffer.alloc(32) }],
  ])('names the event of which %s was changed', (_, change) => {
    expect(verifyStream(alter(1, change), hashes)).toEqual({ seq: 2, why: 'hash-differs' })
  })

  test('names the number that is missing, at the beginning and in the middle', () => {
    expect(verifyStream(life.slice(1), hashes)).toEqual({ seq: 1, why: 'event-missing' })
    expect(verifyStream([...life.slice(0, 1), ...life.slice(2)], hashes)).toEqual({ seq: 2, why: 'event-missing' })
  })

  test('names the first of two events that changed places', () => {
    const [a, b, c] = life
    if (!a || !b || !c) throw new Error('three events were chained')
    expect(verifyStream([a, { ...c, seq: 2 }, { ...b, seq: 3 }], hashes)).toEqual({ seq: 2, why: 'hash-differs' })
    expect(verifyStream([a, b, b], hashes)).toEqual({ seq: 2, why: 'wrong-order' })
  })

  test('names any single change, wherever it is', () => {
    const place = fc.integer({ min: 0, max: 2 })
    const body = fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean()))
    fc.assert(
      fc.property(place, body, (at, other) => {
        fc.pre(canonical(other) !== canonical(life[at]?.body))
        expect(verifyStream(alter(at, { body: other }), hashes)?.seq).toBe(at + 1)
      }),
      { seed: 20251123 },
    )
  })
})
