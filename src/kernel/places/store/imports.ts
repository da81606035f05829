import { sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { Instant } from '../../../platform/time.ts'
import type { ImportRun, ImportState, Report } from '../model/imports.ts'
import type { Layer } from '../model/layers.ts'
import type { Progress } from '../model/topology.ts'
import type { Stroke } from './layers.ts'

const columns = sql`
  id, layer, file_name as "fileName", system, tolerance, is_part as "isPart", state, step, done, total, version, features, grave, remarks,
  refusal, at, by, ended_at as "endedAt"`

type Key = { readonly district: string; readonly id: string }
export type NewImport = Key &
  Pick<ImportRun, 'layer' | 'fileName' | 'system' | 'tolerance' | 'isPart'> &
  Stroke & { readonly content: Buffer }

export async function openImport(db: Db, run: NewImport): Promise<void> {
  const { district, id, layer, fileName, system, tolerance, isPart, at, by, content } = run
  await sql`
    insert into places.import_run (district, id, layer, file_name, system, tolerance, is_part, state, step, done, total,
      is_to_stop, features, grave, remarks, at, by)
    values (${district}, ${id}, ${layer}, ${fileName}, ${system}, ${tolerance}, ${isPart}, 'waiting', 'reading', 0, 0, false, 0,
      0, 0, ${at}, ${by})`.execute(db.kysely)
  await sql`insert into places.import_file (district, id, content) values (${district}, ${id}, ${content})`.execute(
    db.kysely,
  )
}

export async function findImport(db: Db, { district, id }: Key): Promise<ImportRun | null> {
  const { rows } = await sql<ImportRun>`
    select ${columns} from places.import_run where district = ${district} and id = ${id}`.execute(db.kysely)
  return rows[0] ?? null
}

export async function importFile(db: Db, { district, id }: Key): Promise<Buffer | null> {
  const { rows } = await sql<{ content: Buffer }>`
    select content from places.import_file where district = ${district} and id = ${id}`.execute(db.kysely)
  return rows[0]?.content ?? null
}

export async function reportOf(db: Db, { district, id }: Key): Promise<Report | null> {
  const { rows } = await sql<{ report: Report | null }>`
    select report from places.import_run where district = ${district} and id = ${id}`.execute(db.kysely)
  return rows[0]?.report ?? null
}

/** Says how far it is; answers whether somebody wants it to stop. */
export async function noteProgress(db: Db, { district, id }: Key, { step, done, of }: Progress): Promise<boolean> {
  const { rows } = await sql<{ stop: boolean }>`
    update places.import_run set state = 'running', step = ${step}, done = ${done}, total = ${of}
    where district = ${district} and id = ${id} returning is_to_stop as stop`.execute(db.kysely)
  return rows[0]?.stop ?? true
}

export async function askToStop(db: Db, { district, id }: Key): Promise<boolean> {
  const { rows } = await sql`
    update places.import_run set is_to_stop = true
    where district = ${district} and id = ${id} and state in ('waiting', 'running') returning id`.execute(db.kysely)
  return rows.length > 0
}

export type Ended = {
  readonly state: ImportState
  readonly at: Instant
  readonly report?: Report
  readonly version?: number
  readonly features?: number
  readonly grave?: number
  readonly remarks?: number
  readonly refusal?: string
}

/** The run is over, one way or the other; its file goes. */
export async function endImport(db: Db, { district, id }: Key, ended: Ended): Promise<void> {
  const { state, at, report = null, version = null, features = 0, grave = 0, remarks = 0, refusal = null } = ended
  await sql`
    update places.import_run set state = ${state}, ended_at = ${at}, report = ${report && JSON.stringify(report)}::jsonb,
      version = ${version}, features = ${features}, grave = ${grave}, remarks = ${remarks}, refusal = ${refusal}
    where district = ${district} and id = ${id}`.execute(db.kysely)
  await sql`delete from places.import_file where district = ${district} and id = ${id}`.execute(db.kysely)
}

/** What became of the draft that an import wrote. */
export async function markImportOf(
  db: Db,
  {
    district,
    layer,
    version,
    state,
  }: { district: string; layer: Layer; version: number; state: 'published' | 'discarded' },
): Promise<void> {
  await sql`
    update places.import_run set state = ${state}
    where district = ${district} and layer = ${layer} and version = ${version} and state = 'ready'`.execute(db.kysely)
}

/** The latest imports, the newest first, after a moment and an id. */
export async function importsOf(
  db: Db,
  {
    district,
    after,
    limit,
  }: { readonly district: string; readonly after: readonly [string, string] | null; readonly limit: number },
): Promise<ImportRun[]> {
  const [at, id] = after ?? [null, null]
  const { rows } = await sql<ImportRun>`
    select ${columns} from places.import_run
    where district = ${district} and (${at}::timestamptz is null or (at, id) < (${at}::timestamptz, ${id}))
    order by at desc, id desc limit ${limit + 1}`.execute(db.kysely)
  return rows
}
