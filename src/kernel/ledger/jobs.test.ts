import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { freshDatabase } from '../../../tests/database.ts'
import { createCrypto } from '../../platform/crypto/crypto.ts'
import { auditLedger } from './handle/audit.ts'
import { anchorJob } from './jobs.ts'
import { closable } from './rules/anchors.ts'
import { anchorsOf } from './store/anchors.ts'
import { append } from './store/streams.ts'

const at = '2025-03-03T02:00:00.000Z' as const

test('an hour is anchored once it is over for good, with ten minutes of patience', () => {
  const hour = 3_600_000
  expect(closable('2025-03-03T10:10:00.000Z', hour)).toBe('2025-03-03T10:00:00.000Z')
  expect(closable('2025-03-03T10:09:59.999Z', hour)).toBe('2025-03-03T09:00:00.000Z')
})

test('the job anchors every district up to the last finished hour, and twice does no harm', async () => {
  const home = await freshDatabase()
  const crypto = createCrypto()
  for (const district of ['349901', '349902']) {
    const event = { type: 'CaseFiled', at, by: null, body: {} }
    await append(home.db, { district, stream: 'case_old', after: 0, crypto }, [event])
    await append(home.db, { district, stream: 'case_new', after: 0, crypto }, [event])
  }
  await home.db.transaction(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx.kysely)
    await sql`update ledger.event set recorded_at = now() - interval '2 days' where stream = 'case_old'`.execute(
      tx.kysely,
    )
  })
  const job = anchorJob({ db: home.db, crypto })
  await job.run(at)
  await job.run(at)
  for (const district of ['349901', '349902']) expect(await anchorsOf(home.db, district)).toMatchObject([{ events: 1 }])
  expect((await auditLedger(home.db)).broken).toBeNull()
  await home.close()
})
