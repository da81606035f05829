import { type RawBuilder, sql } from 'kysely'
import { refillAlive } from '../src/kernel/cases/store/alive.ts'
import { canonical, type Json } from '../src/platform/canonical.ts'
import type { OpenDb } from '../src/platform/db/connect.ts'
import type { Db } from '../src/platform/db/db.ts'

/** One lived case as the pattern for many: its facts as the texts that are hashed, with the case's own names left open. */
type Pattern = { readonly id: string; readonly number: string; readonly facts: readonly Fact[] }
type Fact = {
  readonly seq: number
  readonly type: string
  readonly at: string
  readonly by: string | null
  readonly body: Json
}

/**
 * Multiplies every lived case of the district until there are so many: facts, snapshots, figures, notices and words alike, with
 * chains that verify: the database hashes each copy's facts one after the other, as the engine would have.
 * Cases with children or parents are left out. Returns how many cases there are afterwards.
 */
export async function multiply(
  db: OpenDb,
  district: string,
  wanted: number,
  onProgress: (done: number, of: number) => void,
): Promise<number> {
  const { rows } = await sql<{ id: string; number: string }>`
    select id, number from cases.card where district = ${district} and parent is null
      and (state->'children') = '{}'::jsonb order by id`.execute(db.kysely)
  const copies = Math.ceil(wanted / Math.max(1, rows.length))
  const rebuild = await dropIndexes(db)
  const waiting = [...rows]
  const work = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      await copyOne(db, district, { ...next, facts: await factsOf(db, district, next.id) }, copies)
      onProgress((rows.length - waiting.length) * copies, rows.length * copies)
    }
  }
  await Promise.all([work(), work()])
  await rebuild()
  await refillAlive(db, district)
  for (const table of [...filled, 'jobs.timer', 'cases.alive']) await sql`analyze ${sql.raw(table)}`.execute(db.kysely)
  const count = await sql<{ n: number }>`select count(*) as n from cases.card where district = ${district}`.execute(
    db.kysely,
  )
  return Number(count.rows[0]?.n ?? 0)
}

const filled = ['ledger.event', 'cases.card', 'cases.delta', 'cases.text', 'channels.notice']

/** A bulk load builds the secondary indexes once at the end; the answer does that. */
async function dropIndexes(db: OpenDb): Promise<() => Promise<void>> {
  const { rows } = await db.pool.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
     where i.indrelid = any($1::regclass[]) and not i.indisunique`,
    [filled],
  )
  for (const { name } of rows) await db.pool.query(`drop index ${name}`)
  return async () => {
    for (const { definition } of rows) await db.pool.query(definition)
  }
}

async function factsOf(db: Db, district: string, id: string): Promise<Fact[]> {
  const { rows } = await sql<Fact>`
    select seq, type, at, by, body from ledger.event where district = ${district} and stream = ${id} order by seq`.execute(
    db.kysely,
  )
  return rows
}

/** What `hashOf` hashes, with the hash before it, the stream and the number left open. */
const openText = (district: string, { id, number }: Pattern, { seq, type, at, by, body }: Fact): string =>
  `{"at":${JSON.stringify(at)},"body":${canonical(body)},"by":${JSON.stringify(by)},"district":${JSON.stringify(district)},` +
  `"prev":"$PREV","seq":${seq},"stream":"${id}","type":${JSON.stringify(type)}}`
    .replaceAll(id, '$STREAM')
    .replaceAll(number, '$NUMBER')

async function copyOne(db: Db, district: string, pattern: Pattern, copies: number): Promise<void> {
  const { id, number, facts } = pattern
  const open = facts.map((fact) => ({
    ...fact,
    body: JSON.stringify(fact.body).replaceAll(number, '$NUMBER'),
    text: openText(district, pattern, fact).replaceAll(number, '$NUMBER'),
  }))
  const stem = id.slice(0, -6)
  await db.transaction(async (tx) => {
    await sql`
      create temp table if not exists copy (i int, id text, number text, head bytea) on commit delete rows`.execute(
      tx.kysely,
    )
    await sql`delete from copy`.execute(tx.kysely)
    await sql`
      with recursive fact as (
        select * from jsonb_to_recordset(${JSON.stringify(open)}::jsonb)
          as f(seq int, type text, at timestamptz, by text, body text, text text)
      ), twin as (
        select i, ${stem} || lpad(i::text, 6, '0') as id, ${number.slice(0, 8)} || ${number.slice(8)} || lpad(i::text, 4, '0') as number
        from generate_series(1, ${copies}) as i
      ), chained as (
        select twin.i, twin.id, twin.number, 0 as seq,
          sha256(convert_to('{"district":"' || ${district} || '","genesis":"yiwang ledger 1","stream":"' || twin.id || '"}', 'UTF8')) as hash
        from twin
        union all
        select c.i, c.id, c.number, f.seq,
          sha256(convert_to(replace(replace(replace(f.text, '$PREV', encode(c.hash, 'hex')), '$STREAM', c.id), '$NUMBER', c.number), 'UTF8'))
        from chained c join fact f on f.seq = c.seq + 1
      ), written as (
        insert into ledger.event (district, stream, seq, type, at, by, body, hash)
        select ${district}, c.id, f.seq, f.type, f.at, f.by, replace(f.body, '$NUMBER', c.number)::jsonb, c.hash
        from chained c join fact f using (seq)
      )
      insert into copy select i, id, number, hash from chained where seq = ${facts.length}`.execute(tx.kysely)
    await copyRows(tx, district, pattern)
  })
}

/** The tables beside the ledger: each row of the pattern once per copy, with the columns that name the case put anew. */
async function copyRows(tx: Db, district: string, { id, number }: Pattern): Promise<void> {
  const named = (column: string) =>
    sql`replace(replace(r.${sql.ref(column)}::text, ${id}, copy.id), ${number}, copy.number)`
  await copyTable(tx, 'cases.card', sql`r.id = ${id}`, district, {
    id: sql`copy.id`,
    number: sql`copy.number`,
    state: sql`${named('state')}::jsonb`,
    head: sql`copy.head`,
  })
  const ofCase = sql`r.case_id = ${id}`
  await copyTable(tx, 'cases.delta', ofCase, district, { case_id: sql`copy.id` })
  await copyTable(tx, 'cases.hand', ofCase, district, { case_id: sql`copy.id` })
  await copyTable(tx, 'cases.text', ofCase, district, { case_id: sql`copy.id` })
  const notice = { id: sql`r.id || copy.i`, case_id: sql`copy.id`, due: sql`null::timestamptz` }
  await copyTable(tx, 'channels.notice', ofCase, district, notice)
  await copyTable(tx, 'jobs.timer', sql`r.key = ${id}`, district, { key: sql`copy.id` })
}

async function copyTable(
  tx: Db,
  table: string,
  where: RawBuilder<unknown>,
  district: string,
  anew: Readonly<Record<string, RawBuilder<unknown>>>,
): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select attname as name from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`.execute(
    tx.kysely,
  )
  const columns = rows.map(({ name }) => sql.ref(name))
  const values = rows.map(({ name }) => anew[name] ?? sql`r.${sql.ref(name)}`)
  await sql`
    insert into ${sql.raw(table)} (${sql.join(columns)})
    select ${sql.join(values)} from ${sql.raw(table)} as r cross join copy where r.district = ${district} and ${where}`.execute(
    tx.kysely,
  )
}
