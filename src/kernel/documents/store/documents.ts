import { type Expression, type SqlBool, sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { Day, Instant } from '../../../platform/time.ts'
import type { DocumentId, DocumentKind, DocumentLine, KeptDocument, Standing } from '../model.ts'

const lineColumns = sql`d.id, d.kind, d.number, d.unit, d.case_id as "caseId", d.occasion, d.code, d.hash, d.standing,
  d.about, d.ended_by as "endedBy", d.ended_at as "endedAt", d.issued_at as "issuedAt", d.issued_by as "issuedBy"`

export type NewDocument = Omit<KeptDocument, 'standing' | 'endedBy' | 'endedAt'> & {
  readonly district: string
  readonly desk: string
  readonly caseNumber: string
  readonly issuedOn: Day
  readonly year: number
  readonly seq: number
  readonly does: 'revokes' | 'replaces' | null
}

/** The next number of a unit, a year and a kind; whoever takes it holds the line until his transaction ends. */
export async function takeNumber(
  tx: Db,
  { district, unit, year, kind }: Pick<NewDocument, 'district' | 'unit' | 'year' | 'kind'>,
): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into documents.counter (district, unit, year, kind, last) values (${district}, ${unit}, ${year}, ${kind}, 1)
    on conflict (district, unit, year, kind) do update set last = documents.counter.last + 1
    returning last`.execute(tx.kysely)
  const [row] = rows
  if (!row) throw new Error('the counter answered nothing')
  return row.last
}

export async function putDocument(tx: Db, one: NewDocument): Promise<void> {
  await sql`insert into documents.document (district, id, kind, unit, desk, year, seq, number, case_id, case_number,
      occasion, code, hash, sealed, about, does, standing, issued_at, issued_on,
      issued_by)
    values (${one.district}, ${one.id}, ${one.kind}, ${one.unit}, ${one.desk}, ${one.year}, ${one.seq}, ${one.number},
      ${one.caseId}, ${one.caseNumber}, ${one.occasion}, ${one.code}, ${one.hash}, ${JSON.stringify(one.sealed)}, ${one.about}, ${one.does},
      'in-force', ${one.issuedAt}, ${one.issuedOn}, ${one.issuedBy})`.execute(tx.kysely)
}

type Ending = { readonly id: DocumentId; readonly standing: Standing; readonly by: string; readonly at: Instant }

export async function endDocument(tx: Db, district: string, { id, standing, by, at }: Ending): Promise<void> {
  await sql`update documents.document set standing = ${standing}, ended_by = ${by}, ended_at = ${at}
    where district = ${district} and id = ${id}`.execute(tx.kysely)
}

/** The documents of a case, the newest first. */
export async function documentsOf(db: Db, district: string, caseId: string): Promise<DocumentLine[]> {
  const { rows } = await sql<DocumentLine>`select ${lineColumns} from documents.document as d
    where d.district = ${district} and d.case_id = ${caseId} order by d.issued_at desc, d.id desc`.execute(db.kysely)
  return rows
}

/** One document with its sealed contents; `lock` holds its line until the transaction ends. */
export async function findDocument(db: Db, district: string, id: string, lock = false): Promise<KeptDocument | null> {
  const { rows } = await sql<KeptDocument>`select ${lineColumns}, d.sealed from documents.document as d
    where d.district = ${district} and d.id = ${id} ${lock ? sql`for update` : sql``}`.execute(db.kysely)
  return rows[0] ?? null
}

/** One document by the letters of its code or by its number. */
export async function documentNamed(db: Db, district: string, name: string): Promise<DocumentLine | null> {
  const { rows } = await sql<DocumentLine>`select ${lineColumns} from documents.document as d
    where d.district = ${district} and (d.code = ${name.toLowerCase()} or d.number = ${name}) limit 1`.execute(
    db.kysely,
  )
  return rows[0] ?? null
}

export type RegisterAsk = {
  readonly scope: () => Expression<SqlBool>
  readonly kind: DocumentKind | null
  readonly standing: Standing | null
  readonly unit: string | null
  readonly number: string | null
  readonly from: Day | null
  readonly until: Day | null
  /** Issue time and id of the last row of the page before. */
  readonly after: readonly [string, string] | null
  readonly limit: number
}

/** The register, the newest first; one row more than asked for tells that there is more. */
export async function registerOf(
  db: Db,
  ask: RegisterAsk,
): Promise<(DocumentLine & { readonly caseNumber: string })[]> {
  const { kind, standing, unit, number, from, until, after } = ask
  const has = (value: unknown, condition: ReturnType<typeof sql>) => (value === null ? sql`true` : condition)
  const { rows } = await sql<DocumentLine & { caseNumber: string }>`
    select ${lineColumns}, d.case_number as "caseNumber" from documents.document as d
    where ${ask.scope()} and ${has(kind, sql`d.kind = ${kind}`)} and ${has(standing, sql`d.standing = ${standing}`)}
      and ${has(unit, sql`d.unit = ${unit}`)} and ${has(number, sql`position(${number} in d.number) > 0`)}
      and ${has(from, sql`d.issued_on >= ${from}::date`)} and ${has(until, sql`d.issued_on <= ${until}::date`)}
      and ${has(after, sql`(d.issued_at, d.id) < (${after?.[0]}::timestamptz, ${after?.[1]})`)}
    order by d.issued_at desc, d.id desc limit ${ask.limit + 1}`.execute(db.kysely)
  return rows
}
