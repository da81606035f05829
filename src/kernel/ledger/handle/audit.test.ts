import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../../tests/database.ts'
import { createCrypto } from '../../../platform/crypto/crypto.ts'
import type { Db } from '../../../platform/db/db.ts'
import type { Instant } from '../../../platform/time.ts'
import type { NewEvent } from '../model.ts'
import { chain } from '../rules/chain.ts'
import { anchorsOf } from '../store/anchors.ts'
import { append, heads, readStream } from '../store/streams.ts'
import { closeInterval } from './anchors.ts'
import { auditLedger } from './audit.ts'

const crypto = createCrypto()
const district = '349901'
const event = (type: string, at: Instant): NewEvent => ({ type, at, by: 'staff_wang', body: { what: type } })
const days = ['2025-03-03', '2025-03-04', '2025-03-05'] as const

let home: TestDatabase
let db: Db

/** What a superuser does who has switched our triggers off. */
const tamper = (statement: string) =>
  db.transaction(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx.kysely)
    await sql.raw(statement).execute(tx.kysely)
  })

/** Writes a stream's next event as if it had been recorded at noon of that day. */
async function live(stream: string, day: string): Promise<void> {
  const at = `${day}T04:00:00.000Z` as Instant
  const after = (await heads(db, district, [stream])).get(stream)?.seq ?? 0
  await append(db, { district, stream, after, crypto }, [event(`On${day}`, at)])
  await tamper(`update ledger.event set recorded_at = '${at}' where stream = '${stream}' and seq = ${after + 1}`)
}

const close = (day: string, by = crypto) =>
  closeInterval(db, { district, crypto: by, until: `${day}T16:00:00.000Z` as Instant, settled: SETTLED })
const SETTLED = '2026-01-01T00:00:00.000Z' satisfies Instant

const broken = async () => (await auditLedger(db)).broken
const anchor = (day: string) => `anchor/${day}T16:00:00.000Z`

beforeEach(async () => {
  home = await freshDatabase()
  db = home.db
  for (const day of days) {
    for (const stream of ['case_a', 'case_b', 'case_c']) await live(stream, day)
    if (day !== '2025-03-05') await close(day)
  }
})
afterEach(() => home.close())

describe('an honest city', () => {
  test('holds, and the audit says how much it looked at and what is not anchored yet', async () => {
    const told: unknown[] = []
    const answer = await auditLedger(db, { onProgress: (progress) => told.push(progress) })
    expect(answer).toEqual({
      events: 9,
      streams: 3,
      anchors: 2,
      broken: null,
      notes: [{ district, note: 'not-yet-anchored', count: 3 }],
    })
    expect(told).toEqual([{ district, events: 9, streams: 3, of: 9 }])
    await close('2025-03-05')
    expect((await auditLedger(db, { district })).notes).toEqual([])
  })

  test('holds after it has changed from SHA-256 to SM3 in the middle of a life', async () => {
    const national = createCrypto('sm3')
    await append(db, { district, stream: 'case_a', after: 3, crypto: national }, [event('Late', SETTLED)])
    expect((await closeInterval(db, { district, crypto: national, until: SETTLED, settled: SETTLED })).ok).toBe(true)
    expect((await anchorsOf(db, district)).map(({ hashName }) => hashName)).toEqual(['sha256', 'sha256', 'sm3'])
    expect(await broken()).toBeNull()
  })

  test('an empty ledger holds', async () => {
    expect(await auditLedger(db, { district: '349999' })).toEqual({
      events: 0,
      streams: 0,
      anchors: 0,
      broken: null,
      notes: [],
    })
  })
})

describe('a superuser with the triggers switched off is found when he', () => {
  const at = (stream: string, seq: number, why: string) => ({ district, stream, seq, why })

  test('changes what was said', async () => {
    await tamper(`update ledger.event set body = '{"what":"nothing"}' where stream = 'case_b' and seq = 2`)
    expect(await broken()).toEqual(at('case_b', 2, 'hash-differs'))
  })

  test('moves an event by a day, or by one microsecond', async () => {
    await tamper(`update ledger.event set at = at - interval '1 day' where stream = 'case_b' and seq = 3`)
    expect(await broken()).toEqual(at('case_b', 3, 'hash-differs'))
    await tamper(`update ledger.event set at = at + interval '1 day' where stream = 'case_b' and seq = 3`)
    expect(await broken()).toBeNull()
    await tamper(`update ledger.event set at = at + interval '1 microsecond' where stream = 'case_b' and seq = 3`)
    expect(await broken()).toEqual(at('case_b', 3, 'hash-differs'))
  })

  test('removes an event from the middle, even if he numbers the rest anew', async () => {
    await tamper(`delete from ledger.event where stream = 'case_a' and seq = 2`)
    expect(await broken()).toEqual(at('case_a', 2, 'event-missing'))
    await tamper(`update ledger.event set seq = 2 where stream = 'case_a' and seq = 3`)
    expect(await broken()).toEqual(at('case_a', 2, 'hash-differs'))
  })

  test('removes the last event of a life: the anchor has one more', async () => {
    await close('2025-03-05')
    await tamper(`delete from ledger.event where stream = 'case_c' and seq = 3`)
    expect(await broken()).toEqual(at(anchor('2025-03-05'), 3, 'anchored-events-missing'))
  })

  test('removes a whole life, or everything', async () => {
    await tamper(`delete from ledger.event where stream = 'case_b'`)
    expect(await broken()).toEqual(at(anchor('2025-03-03'), 1, 'anchored-events-missing'))
    await tamper('truncate ledger.event')
    expect(await broken()).toEqual(at(anchor('2025-03-03'), 1, 'anchored-events-missing'))
  })

  test('lets two events change places, within a life and between two', async () => {
    await tamper(`update ledger.event set seq = 9 where stream = 'case_a' and seq = 2`)
    await tamper(`update ledger.event set seq = 2 where stream = 'case_a' and seq = 3`)
    await tamper(`update ledger.event set seq = 3 where stream = 'case_a' and seq = 9`)
    expect(await broken()).toEqual(at('case_a', 2, 'hash-differs'))
  })

  test('gives the life of one case to another', async () => {
    await tamper(`update ledger.event set stream = 'case_d' where stream = 'case_a'`)
    expect(await broken()).toEqual(at('case_d', 1, 'hash-differs'))
  })

  test('inserts an event in the middle', async () => {
    await tamper(`update ledger.event set seq = seq + 10 where stream = 'case_a' and seq > 1`)
    await tamper(`update ledger.event set seq = seq - 9 where stream = 'case_a' and seq > 1`)
    await tamper(`insert into ledger.event select district, stream, 2, type, at, by, body, hash, recorded_at
      from ledger.event where stream = 'case_a' and seq = 1`)
    expect(await broken()).toEqual(at('case_a', 2, 'hash-differs'))
  })

  test('appends a well chained event to a day that is closed', async () => {
    await append(db, { district, stream: 'case_a', after: 3, crypto }, [event('Forged', '2025-03-03T05:00:00.000Z')])
    await tamper(`update ledger.event set recorded_at = '2025-03-03T05:00:00Z' where stream = 'case_a' and seq = 4`)
    expect(await broken()).toEqual(at(anchor('2025-03-03'), 1, 'anchored-events-added'))
  })

  test('rewrites a life and computes its whole chain anew', async () => {
    const life = await readStream(db, { district, stream: 'case_b' })
    const forged = chain(null, { district, stream: 'case_b', crypto }, [
      { ...event('Forged', '2025-03-03T04:00:00.000Z') },
      ...life.slice(1),
    ])
    for (const { seq, type, body, hash } of forged)
      await tamper(`update ledger.event set type = '${type}', body = '${JSON.stringify(body)}',
        hash = '\\x${hash.toString('hex')}' where stream = 'case_b' and seq = ${seq}`)
    expect(await broken()).toEqual(at(anchor('2025-03-03'), 1, 'anchored-events-changed'))
  })

  test('moves the recording of an event from one closed day into another', async () => {
    await tamper(`update ledger.event set recorded_at = '2025-03-04T05:00:00Z' where stream = 'case_a' and seq = 1`)
    expect(await broken()).toEqual(at(anchor('2025-03-03'), 1, 'anchored-events-missing'))
  })

  test('changes an anchor, or takes one out of the line', async () => {
    await tamper(`update ledger.anchor set events = 4 where until = '2025-03-04T16:00:00Z'`)
    expect(await broken()).toEqual(at(anchor('2025-03-04'), 2, 'anchor-altered'))
    await tamper(`delete from ledger.anchor where until = '2025-03-03T16:00:00Z'`)
    expect(await broken()).toEqual(at(anchor('2025-03-04'), 1, 'anchor-missing'))
  })
})

test('of several breaks the first in the order of the ledger is named', async () => {
  await tamper(`update ledger.event set body = '{}' where stream in ('case_b', 'case_c') and seq > 1`)
  expect(await broken()).toMatchObject({ stream: 'case_b', seq: 2 })
})

describe('an interval', () => {
  test('is not closed while a transaction of it may still be open, nor twice, nor by two at once', async () => {
    const until = '2025-03-05T16:00:00.000Z' satisfies Instant
    const early = closeInterval(db, { district, crypto, until, settled: '2025-03-05T15:59:59.999Z' })
    expect(await early).toEqual({ ok: false, refusal: 'not-settled-yet' })
    const both = await Promise.all([close('2025-03-05'), close('2025-03-05')])
    expect(both.filter(({ ok }) => ok).length).toBe(1)
    expect(await close('2025-03-05')).toEqual({ ok: false, refusal: 'already-closed' })
    expect(await close('2025-03-04')).toEqual({ ok: false, refusal: 'already-closed' })
  })

  test('may be empty, and begins where the one before ended', async () => {
    await close('2025-03-05')
    const answer = await close('2025-03-06')
    expect(answer).toMatchObject({ ok: true, anchor: { since: '2025-03-05T16:00:00.000Z', events: 0 } })
    expect(await broken()).toBeNull()
  })

  test('larger than one page of the cursor is anchored and verified', async () => {
    const many = Array.from({ length: 12_345 }, () => event('Tick', '2025-06-01T00:00:00.000Z'))
    await append(db, { district: '349902', stream: 'sensor_1', after: 0, crypto }, many)
    const closed = await closeInterval(db, {
      district: '349902',
      crypto,
      until: '2099-01-01T00:00:00.000Z',
      settled: '2099-01-01T00:00:00.000Z',
    })
    expect(closed).toMatchObject({ ok: true, anchor: { events: 12_345 } })
    const told: number[] = []
    const answer = await auditLedger(db, { district: '349902', onProgress: ({ events }) => told.push(events) })
    expect(answer).toMatchObject({ events: 12_345, streams: 1, anchors: 1, broken: null, notes: [] })
    expect(told.at(-1)).toBe(12_345)
    expect(told.length).toBeGreaterThan(1)
  })
})
