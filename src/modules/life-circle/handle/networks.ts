import { createHash } from 'node:crypto'
import type { Db } from '../../../platform/db/db.ts'
import { type Refused, refused } from '../../../platform/http/problem.ts'
import { readOsm } from '../../../platform/osm/read.ts'
import { cellText } from '../../../platform/tables/cell.ts'
import { readTable } from '../../../platform/tables/read.ts'
import type { ImportReport } from '../model/network.ts'
import { importMap } from '../rules/import.ts'
import type { Stroke } from '../store/facilities.ts'
import { keepNetwork } from '../store/networks.ts'
import { putStanding } from '../store/profiles.ts'

export type FileGiven = { readonly name: string; readonly bytes: Buffer }
export type NetworkWish = { readonly map: FileGiven; readonly people: FileGiven | null }
type Parts = { readonly db: Db; readonly dataDir: string }

const digest = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/**
 * Takes a map, and who lives where, as the network that the district measures by from now on. A file that is refused
 * changes nothing; what the import could not place is in the report.
 */
export async function takeNetwork(
  { db, dataDir }: Parts,
  district: string,
  { map, people }: NetworkWish,
  stroke: Stroke,
): Promise<{ ok: true; version: number; report: ImportReport } | Refused> {
  const read = readOsm(map.bytes)
  if (!read.ok) return refused(`osm-${read.refusal}`)
  const rows = people ? await peopleRows(people) : null
  if (rows && 'ok' in rows) return rows
  const done = importMap({ osm: read.osm, people: rows })
  if (!done.ok) return refused(done.refusal)
  const { network, homes, places, report } = done.imported
  const version = await keepNetwork(
    db,
    dataDir,
    {
      district,
      source: {
        name: map.name,
        sha256: digest(map.bytes),
        population: people && { name: people.name, sha256: digest(people.bytes) },
      },
      data: { network, homes, places },
      report,
    },
    stroke,
  )
  await putStanding(db, district, { network: version })
  return { ok: true, version, report }
}

async function peopleRows({ name, bytes }: FileGiven): Promise<(readonly string[])[] | Refused> {
  const table = await readTable(bytes, /\.xlsx$/i.test(name) ? 'xlsx' : 'csv')
  if (!table.ok) return refused(table.refusal)
  return (table.sheets[0]?.rows ?? []).map((row) => row.map(cellText))
}
