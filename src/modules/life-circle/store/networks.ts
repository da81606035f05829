import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { Instant } from '../../../platform/time.ts'
import type { ImportReport, Network } from '../model/network.ts'
import type { NetworkLine } from '../model/network-view.ts'
import type { Homes, PlaceTold } from '../model/places.ts'
import type { Stroke } from './facilities.ts'
import { pack, unpack } from './pack.ts'

/** What an import brings: the network, the homes on it, and what the map tells of facilities. */
export type CircleData = {
  readonly network: Network
  readonly homes: Homes
  readonly places: readonly PlaceTold[]
}

export type NetworkSource = {
  readonly name: string
  readonly sha256: string
  /** Where the people came from; null: spread over the buildings of the map. */
  readonly population: { readonly name: string; readonly sha256: string } | null
}

export type NetworkRow = {
  readonly version: number
  readonly source: string
  readonly sourceHash: string
  readonly populationSource: string | null
  readonly bytesHash: string
  readonly nodes: number
  readonly edges: number
  readonly origins: number
  readonly people: number
  readonly report: ImportReport
  readonly importedAt: Instant
  readonly importedBy: string
}

const columns = sql`version, source, source_hash as "sourceHash", population_source as "populationSource",
  bytes_hash as "bytesHash", nodes, edges, origins, people, report, imported_at as "importedAt",
  imported_by as "importedBy"`

export async function networksOf(db: Db, district: string): Promise<NetworkRow[]> {
  const { rows } = await sql<NetworkRow>`select ${columns} from life_circle.network
    where district = ${district} order by version desc limit 100`.execute(db.kysely)
  return rows
}

/** The versions without what their imports saw, which is long. */
export async function networkLines(db: Db, district: string): Promise<NetworkLine[]> {
  const { rows } = await sql<NetworkLine>`select version, source, source_hash as "sourceHash",
      population_source as "populationSource", nodes, edges, origins, people,
      greatest(jsonb_array_length(report -> 'islands') - 1, 0) as islands,
      jsonb_array_length(report -> 'troubles') as troubles, imported_at as "importedAt", imported_by as "importedBy"
    from life_circle.network where district = ${district} order by version desc limit 100`.execute(db.kysely)
  return rows
}

export async function findNetwork(db: Db, district: string, version: number): Promise<NetworkRow | null> {
  const { rows } = await sql<NetworkRow>`select ${columns} from life_circle.network
    where district = ${district} and version = ${version}`.execute(db.kysely)
  return rows[0] ?? null
}

const fileOf = (dir: string, hash: string): string => join(dir, 'life-circle', `${hash}.bin`)

export type Keeping = {
  readonly district: string
  readonly source: NetworkSource
  readonly data: CircleData
  readonly report: ImportReport
}

/**
 * Keeps an import as the district's next network: its bytes under `dir`, named by their hash, and a row that says what
 * it was made of. The same import twice is the same bytes and a new row.
 */
export async function keepNetwork(db: Db, dir: string, keeping: Keeping, { at, by }: Stroke): Promise<number> {
  const { district, source, data, report } = keeping
  const bytes = pack(data)
  const hash = createHash('sha256').update(bytes).digest('hex')
  await writeWhole(fileOf(dir, hash), bytes)
  const people = data.homes.people.reduce((sum, one) => sum + one, 0)
  const { rows } = await sql<{ version: number }>`
    insert into life_circle.network (district, version, source, source_hash, population_source, population_hash,
      bytes_hash, nodes, edges, origins, people, report, imported_at, imported_by)
    select ${district}, coalesce(max(version), 0) + 1, ${source.name}, ${source.sha256},
      ${source.population?.name ?? null}, ${source.population?.sha256 ?? null}, ${hash}, ${report.nodes},
      ${report.directed}, ${data.homes.count}, ${people}, ${JSON.stringify(report)}::jsonb, ${at}, ${by}
    from life_circle.network where district = ${district} returning version`.execute(db.kysely)
  return rows[0]?.version ?? 1
}

/** Written beside, then put in place: a crash leaves no half network under a good name. */
async function writeWhole(path: string, bytes: Buffer): Promise<void> {
  if (existsSync(path)) return
  await mkdir(join(path, '..'), { recursive: true, mode: 0o700 })
  const draft = `${path}.${process.pid}`
  const file = await open(draft, 'w', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(draft, path)
}

/** Null where the file is gone, or is not what was written. */
export async function openNetwork(dir: string, bytesHash: string): Promise<CircleData | null> {
  const path = fileOf(dir, bytesHash)
  if (!existsSync(path)) return null
  const bytes = await readFile(path)
  const isWhole = createHash('sha256').update(bytes).digest('hex') === bytesHash
  return isWhole ? (unpack(bytes) as CircleData | null) : null
}
