import { createHash } from 'node:crypto'
import { atlasOf } from '../../../kernel/places/handle/atlas.ts'
import { localDay } from '../../../kernel/worktime/rules.ts'
import type { Db } from '../../../platform/db/db.ts'
import { type Refused, refused } from '../../../platform/http/problem.ts'
import { cellText } from '../../../platform/tables/cell.ts'
import { readTable } from '../../../platform/tables/read.ts'
import type { Day } from '../../../platform/time.ts'
import type { ImportReport } from '../model/network.ts'
import type { Imported } from '../rules/import.ts'
import type { Stroke } from '../store/facilities.ts'
import { keepNetwork } from '../store/networks.ts'
import { putStanding } from '../store/profiles.ts'
import { type Aside, importAside } from './aside.ts'

export type FileGiven = { readonly name: string; readonly bytes: Buffer }
export type NetworkWish = { readonly map: FileGiven; readonly people: FileGiven | null }
type Parts = { readonly db: Db; readonly dataDir: string }

const digest = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

type Taken = { readonly ok: true; readonly version: number; readonly report: ImportReport }
export type NetworkRead = { readonly ok: true; readonly imported: Imported } | Refused

/** Takes a map, and who lives where, as the network that the district measures by from now on. */
export async function takeNetwork(
  parts: Parts,
  district: string,
  wish: NetworkWish,
  stroke: Stroke,
): Promise<Taken | Refused> {
  const read = await readNetwork(parts, district, { ...wish, day: localDay(stroke.at) })
  return read.ok ? keepRead(parts, district, { ...wish, ...read }, stroke) : read
}

/**
 * Reads a map and who lives where, in a thread of its own and outside any transaction: it takes seconds. Refused is
 * also a map of another district, where the city knows the streets of its own.
 */
export async function readNetwork(
  { db }: Pick<Parts, 'db'>,
  district: string,
  { map, people, day, ...aside }: NetworkWish & Aside & { readonly day: Day },
): Promise<NetworkRead> {
  const rows = people ? await peopleRows(people) : null
  if (rows && 'ok' in rows) return rows
  const ground = (await atlasOf(db, district, day)).all('street').flatMap(({ surface }) => surface)
  const asked = { bytes: map.bytes, people: rows, district: ground.length > 0 ? ground : null }
  const done = await importAside(asked, aside)
  if (done.ok) return done
  return refused('at' in done ? `osm-${done.refusal}` : done.refusal)
}

/** Keeps what was read; what the import could not place is in the report. */
export async function keepRead(
  { db, dataDir }: Parts,
  district: string,
  { map, people, imported }: NetworkWish & { readonly imported: Imported },
  stroke: Stroke,
): Promise<Taken> {
  const { network, homes, places, report } = imported
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
