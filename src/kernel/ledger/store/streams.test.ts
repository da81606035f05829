import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../../tests/database.ts'
import { createCrypto } from '../../../platform/crypto/crypto.ts'
import { hashes } from '../../../platform/crypto/hash.ts'
import { codeOf } from '../../../platform/db/trouble.ts'
import type { NewEvent } from '../model.ts'
import { verifyStream } from '../rules/chain.ts'
import { readAll } from './scan.ts'
import { append, heads, insertRows, readStream } from './streams.ts'

let home: TestDatabase
beforeAll(async () => {
  home = await freshDatabase()
})
afterAll(() => home.close())

const crypto = createCrypto()
const district = '349901'
const event = (type: string, day: number, body: NewEvent['body'] = {}): NewEvent => ({
  type,
  at: `2025-03-${String(day).padStart(2, '0')}T02:00:00.000Z`,
  by: 'person_li',
  body,
})
const where = (stream: string, after: number) => ({ district, stream, after, crypto })

test('what is written can be read as it was, in parts and as of a past day, and it holds', async () => {
  const body = { what: '路灯"不亮"\n', count: 1.5, deep: [{ z: null, a: true }], large: 1e21 }
  await append(home.db, where('case_lamp', 0), [event('CaseFiled', 3, body), { ...event('CaseSigned', 4), by: null }])
  await append(home.db, where('case_lamp', 2), [event('CaseReplied', 5)])

  const life = await readStream(home.db, { district, stream: 'case_lamp' })
  expect(verifyStream(life, hashes)).toBeNull()
  expect(life.map(({ type, at, by }) => [type, at, by])).toEqual([
    ['CaseFiled', '2025-03-03T02:00:00.000Z', 'person_li'],
    ['CaseSigned', '2025-03-04T02:00:00.000Z', null],
    ['CaseReplied', '2025-03-05T02:00:00.000Z', 'person_li'],
  ])
  expect(life[0]?.body).toEqual(body)
  const types = async (part: Parameters<typeof readStream>[2]) =>
    (await readStream(home.db, { district, stream: 'case_lamp' }, part)).map(({ type }) => type)
  expect(await types({ after: 2 })).toEqual(['CaseReplied'])
  expect(await types({ until: '2025-03-04T02:00:00.000Z' })).toEqual(['CaseFiled', 'CaseSigned'])
  expect(await readStream(home.db, { district: '349902', stream: 'case_lamp' })).toEqual([])
})

test('whatever a form can hold still fits its hash after a visit to the database', async () => {
  const storable = (value: unknown) => !/\\u0000|\\ud[89a-f]/i.test(JSON.stringify(value))
  const bodies = fc.sample(fc.jsonValue({ stringUnit: 'binary' }).filter(storable), {
    seed: 20251123,
    numRuns: 300,
  }) as NewEvent['body'][]
  const odd = [
    -0,
    5e-324,
    1.7976931348623157e308,
    1e21,
    0.1 + 0.2,
    JSON.parse('{"__proto__":1,"10":2,"9":3}'),
    '\u2028',
  ]
  const events = [...bodies, ...odd].map((body) => event('FormFiled', 3, { body }))
  await append(home.db, where('case_forms', 0), events)
  const life = await readStream(home.db, { district, stream: 'case_forms' })
  expect(life.length).toBe(307)
  expect(verifyStream(life, hashes)).toBeNull()
})

test('of two people who answer at once, one wins and the other hears that somebody was first', async () => {
  await append(home.db, where('case_race', 0), [event('CaseFiled', 3)])
  const answers = await Promise.all(
    ['a', 'b', 'c'].map((who) =>
      home.db.transaction((tx) =>
        append(tx, where('case_race', 1), [event('CaseReplied', 4, { who }), event('CaseClosed', 5, { who })]),
      ),
    ),
  )
  expect(answers.filter(({ ok }) => ok).length).toBe(1)
  expect(answers.filter(({ ok }) => !ok)).toEqual([
    { ok: false, refusal: 'somebody-was-first' },
    { ok: false, refusal: 'somebody-was-first' },
  ])
  const life = await readStream(home.db, { district, stream: 'case_race' })
  expect(life.length).toBe(3)
  expect(verifyStream(life, hashes)).toBeNull()
})

test('the loser loses whole, also with more events than the winner, and his transaction can go on', async () => {
  await append(home.db, where('case_long', 0), [event('CaseFiled', 3)])
  const went = await home.db.transaction(async (tx) => {
    const lost = await append(tx, where('case_long', 0), [event('A', 3), event('B', 3), event('C', 3)])
    const won = await append(tx, where('case_long', 1), [event('B', 4)])
    return [lost.ok, won.ok]
  })
  expect(went).toEqual([false, true])
  const life = await readStream(home.db, { district, stream: 'case_long' })
  expect(life.map(({ type }) => type)).toEqual(['CaseFiled', 'B'])
})

test('nothing can be written behind an event that does not exist', async () => {
  await expect(append(home.db, where('case_nowhere', 4), [event('CaseFiled', 3)])).rejects.toThrow('no event 4')
  expect(await append(home.db, where('case_nowhere', 0), [])).toEqual({ ok: true, rows: [] })
})

test('the heads of many streams come in one answer', async () => {
  await append(home.db, where('case_h1', 0), [event('CaseFiled', 3), event('CaseSigned', 3)])
  await append(home.db, where('case_h2', 0), [event('CaseFiled', 3)])
  const found = await heads(home.db, district, ['case_h1', 'case_h2', 'case_unborn'])
  expect([...found].map(([stream, { seq }]) => [stream, seq])).toEqual([
    ['case_h1', 2],
    ['case_h2', 1],
  ])
  const [last] = await readStream(home.db, { district, stream: 'case_h1' }, { after: 1 })
  expect(found.get('case_h1')?.hash).toEqual(last?.hash)
})

test('a projection is rebuilt from whole streams, and can go on from where it stopped', async () => {
  const names = ['s1', 's2', '单子', 's10']
  for (const stream of names)
    await append(
      home.db,
      { ...where(stream, 0), district: '349903' },
      [1, 2, 3].map((day) => event('E', day)),
    )
  const seen = async (afterStream: string, batch: number) => {
    const found: string[] = []
    for await (const { stream, events } of readAll(home.db, '349903', { afterStream, batch }))
      found.push(`${stream}:${events.map(({ seq }) => seq).join('')}`)
    return found
  }
  for (const batch of [1, 2, 3, 4, 100])
    expect(await seen('', batch)).toEqual(['s1:123', 's10:123', 's2:123', '单子:123'])
  expect(await seen('s10', 2)).toEqual(['s2:123', '单子:123'])
})

describe('the database itself refuses, even for the owner of the tables,', () => {
  const refused = async (run: Promise<unknown>) => {
    const error = await run.then(
      () => null,
      (failure: unknown) => failure,
    )
    expect(codeOf(error)).toBe('YW001')
    expect(String(error)).toMatch(/只增不改|stays destroyed/)
  }
  const onlyTheTable = { event: 'at', anchor: 'until' } as const

  test.each(Object.entries(onlyTheTable))('to change, remove or empty ledger.%s', async (table, column) => {
    const name = sql.table(`ledger.${table}`)
    const { rows } = await sql<{ owner: boolean }>`
      select pg_get_userbyid(relowner) = current_user as owner from pg_class
      where oid = ${`ledger.${table}`}::regclass`.execute(home.db.kysely)
    expect(rows[0]?.owner).toBe(true)
    await refused(sql`update ${name} set ${sql.ref(column)} = now()`.execute(home.db.kysely))
    await refused(sql`update ${name} set ${sql.ref(column)} = now() where false`.execute(home.db.kysely))
    await refused(sql`delete from ${name}`.execute(home.db.kysely))
    await refused(sql`truncate ${name}`.execute(home.db.kysely))
    await refused(sql`truncate ${name} cascade`.execute(home.db.kysely))
  })

  test('to overwrite an event while inserting it again', async () => {
    await append(home.db, where('case_upsert', 0), [event('CaseFiled', 3)])
    await refused(
      sql`insert into ledger.event select * from ledger.event where stream = 'case_upsert'
        on conflict (district, stream, seq) do update set body = '{}'`.execute(home.db.kysely),
    )
  })

  test('to drop a key without a record, or to bring a destroyed one back', async () => {
    const at = '2025-03-03T02:00:00.000Z'
    await sql`insert into ledger.seal_key (district, id, destroyed_at) values (${district}, 'gone', ${at})`.execute(
      home.db.kysely,
    )
    await refused(sql`delete from ledger.seal_key where id = 'gone'`.execute(home.db.kysely))
    await refused(sql`truncate ledger.seal_key`.execute(home.db.kysely))
    const revive = sql`update ledger.seal_key set wrapped = '\\x00', destroyed_at = null where id = 'gone'`
    await refused(revive.execute(home.db.kysely))
  })
})

test('rows chained by the case engine can be inserted as they are; a taken number is left as it was', async () => {
  const [row] = await readStream(home.db, { district, stream: 'case_lamp' })
  if (!row) throw new Error('the lamp was filed')
  expect(await insertRows(home.db, [{ ...row, body: { what: 'other' } }])).toBe(0)
  expect((await readStream(home.db, { district, stream: 'case_lamp' }))[0]).toEqual(row)
})
