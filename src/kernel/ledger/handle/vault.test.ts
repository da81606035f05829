import { inspect } from 'node:util'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../../tests/database.ts'
import { createCrypto } from '../../../platform/crypto/crypto.ts'
import { readStream } from '../store/streams.ts'
import { auditLedger } from './audit.ts'
import { KEY_LIFETIME, keyCache } from './key-cache.ts'
import { createVault, type Vault } from './vault.ts'

const crypto = createCrypto()
const master = Buffer.alloc(32, 1)
const district = '349901'
const li = { name: '李芳', phone: '13800000001' }
const chen = { name: '陈大爷', phone: '13800000002' }
const at = '2025-03-03T02:00:00.000Z' as const

let home: TestDatabase
let vault: Vault
let ticks = 0
const anotherProcess = () => createVault({ db: home.db, crypto, master, ticks: () => ticks })

beforeAll(async () => {
  home = await freshDatabase()
  vault = anotherProcess()
})
afterAll(() => home.close())

const destroy = (id: string) =>
  home.db.transaction((tx) => vault.destroy(tx, { district, id, by: 'staff_wang', reason: 'consent-withdrawn', at }))

test('a fact is closed and opened again, also by a process that did not close it', async () => {
  const sealed = await vault.seal(district, 'person_li', li)
  expect(JSON.stringify(sealed)).not.toContain('138')
  expect(await vault.open(district, sealed)).toEqual(li)
  expect(await anotherProcess().open(district, sealed)).toEqual(li)
})

test('the hot path asks for the key once and then seals without waiting', async () => {
  const key = await vault.keyFor(district, 'person_li')
  if (key === 'destroyed') throw new Error('the key is alive')
  expect(await vault.open(district, vault.sealWith(key, li))).toEqual(li)
  expect(inspect(key)).toBe("{ district: '349901', id: 'person_li' }")
  expect(() => vault.sealWith({ ...key }, li)).toThrow('not of this keyring')
  expect(() => vault.sealWith(key, 'destroyed')).toThrow('cannot be sealed')
})

test('two processes that meet the same person at once seal under one key', async () => {
  const vaults = Array.from({ length: 6 }, anotherProcess)
  const boxes = await Promise.all(vaults.map((each) => each.seal(district, 'person_new', li)))
  for (const each of vaults) expect(await each.openMany(district, boxes)).toEqual(boxes.map(() => li))
})

test('a list of many persons is opened in its own order', async () => {
  const sealed = [
    await vault.seal(district, 'person_li', li),
    await vault.seal(district, 'person_chen', chen),
    await vault.seal(district, 'person_li', 'a note'),
  ]
  expect(await anotherProcess().openMany(district, sealed)).toEqual([li, chen, 'a note'])
  expect(await anotherProcess().openMany(district, [])).toEqual([])
})

test('the box of one person does not open as that of another, nor in another district', async () => {
  const sealed = await vault.seal(district, 'person_li', li)
  await expect(vault.open(district, { ...sealed, under: 'person_chen' })).rejects.toThrow('does not open')
  await expect(vault.open('349902', sealed)).rejects.toThrow('no key person_li')
  await vault.keyFor('349902', 'person_li')
  await expect(vault.open('349902', sealed)).rejects.toThrow('does not open')
})

describe('destroying a key', () => {
  test('destroys the facts, leaves a record, and everything still verifies', async () => {
    const sealed = await vault.seal(district, 'person_gone', li)
    const kept = await vault.seal(district, 'person_li', li)
    expect(await destroy('person_gone')).toEqual({ ok: true })
    expect(await vault.open(district, sealed)).toBe('destroyed')
    expect(await vault.openMany(district, [kept, sealed])).toEqual([li, 'destroyed'])
    expect(await vault.keyFor(district, 'person_gone')).toBe('destroyed')
    await expect(vault.seal(district, 'person_gone', li)).rejects.toThrow('is destroyed')
    expect(await readStream(home.db, { district, stream: 'key/person_gone' })).toMatchObject([
      { type: 'KeyDestroyed', at, by: 'staff_wang', body: { key: 'person_gone', reason: 'consent-withdrawn' } },
    ])
    expect((await auditLedger(home.db)).broken).toBeNull()
  })

  test('is done once; a key that never was cannot be destroyed', async () => {
    await vault.keyFor(district, 'person_once')
    expect(await destroy('person_once')).toEqual({ ok: true })
    expect(await destroy('person_once')).toEqual({ ok: false, refusal: 'already-destroyed' })
    expect(await destroy('person_never')).toEqual({ ok: false, refusal: 'no-such-key' })
  })

  test('that is rolled back has not happened', async () => {
    const sealed = await vault.seal(district, 'person_kept', li)
    const work = home.db.transaction(async (tx) => {
      await vault.destroy(tx, { district, id: 'person_kept', by: null, reason: 'expired', at })
      throw new Error('the rest failed')
    })
    await expect(work).rejects.toThrow('the rest failed')
    expect(await vault.open(district, sealed)).toEqual(li)
  })

  test('is noticed by another process within thirty seconds', async () => {
    const other = anotherProcess()
    const sealed = await other.seal(district, 'person_far', li)
    expect(await other.open(district, sealed)).toEqual(li)
    await destroy('person_far')
    ticks += KEY_LIFETIME
    expect(await other.open(district, sealed)).toBe('destroyed')
  })

  test('is believed at once here, even when somebody looked while it was under way', async () => {
    const sealed = await vault.seal(district, 'person_race', li)
    await home.db.transaction(async (tx) => {
      await vault.destroy(tx, { district, id: 'person_race', by: null, reason: 'expired', at })
      expect(await vault.open(district, sealed)).toEqual(li)
    })
    expect(await vault.open(district, sealed)).toBe('destroyed')
  })

  test('behind the back of the ledger, or undone behind it, is found by the audit', async () => {
    const tamper = (statement: string) =>
      home.db.transaction(async (tx) => {
        await sql`set local session_replication_role = replica`.execute(tx.kysely)
        await sql.raw(statement).execute(tx.kysely)
      })
    await vault.keyFor(district, 'a_secret')
    await tamper(`update ledger.seal_key set wrapped = null, destroyed_at = now() where id = 'a_secret'`)
    expect((await auditLedger(home.db)).broken).toEqual({
      district,
      stream: 'key/a_secret',
      seq: 1,
      why: 'key-destroyed-without-record',
    })
    await tamper(`delete from ledger.seal_key where id = 'a_secret'`)
    await tamper(`update ledger.seal_key set wrapped = '\\x01', destroyed_at = null where id = 'person_gone'`)
    expect((await auditLedger(home.db)).broken).toMatchObject({
      stream: 'key/person_gone',
      why: 'key-not-destroyed',
    })
  })
})

test('a master key that is not the one of this database is noticed at the start', async () => {
  const empty = await freshDatabase()
  const wrong = Buffer.alloc(32, 2)
  expect(await createVault({ db: empty.db, crypto, master: wrong }).fits()).toBe(true)
  await createVault({ db: empty.db, crypto, master }).keyFor(district, 'person_li')
  expect(await createVault({ db: empty.db, crypto, master }).fits()).toBe(true)
  expect(await createVault({ db: empty.db, crypto, master: wrong }).fits()).toBe(false)
  await empty.close()
})

test('only so many keys stay in memory, the ones used last', () => {
  const cache = keyCache<number>(2, () => 0)
  cache.put('a', 1)
  cache.put('b', 2)
  cache.get('a')
  cache.put('c', 3)
  expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual([1, undefined, 3])
})
