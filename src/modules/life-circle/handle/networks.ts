import { createHash } from 'node:crypto'
import { atlasOf } from '../../../kernel/places/handle/atlas.ts'
import { localDay } from '../../../kernel/worktime/rules.ts'
import type { Db } from '../../../platform/db/db.ts'
import { readGeoJson } from '../../../platform/geo/geojson.ts'
import { type Refused, refused } from '../../../platform/http/problem.ts'
import { cellText } from '../../../platform/tables/cell.ts'
import { readTable } from '../../../platform/tables/read.ts'
import type { Day } from '../../../platform/time.ts'
import type { ImportReport } from '../model/network.ts'
import type { Imported } from '../rules/import.ts'
import type { PeopleTable } from '../rules/places/people.ts'
import { peopleOfFeatures } from '../rules/places/people-features.ts'
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
  const table = people ? await peopleTable(people) : null
  if (table && 'ok' in table) return table
  const ground = (await atlasOf(db, district, day)).all('street').flatMap(({ surface }) => surface)
  const asked = { bytes: map.bytes, people: table, district: ground.length > 0 ? ground : null }
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

/** Who lives where, of a CSV, Excel or GeoJSON file told apart by its name. */
export async function peopleTable({ name, bytes }: FileGiven): Promise<PeopleTable | Refused> {
  if (/\.(geo)?json$/i.test(name)) {
    const features = readGeoJson(bytes)
    return features === null ? refused('file-unreadable') : peopleOfFeatures(features)
  }
  const table = await readTable(bytes, /\.xlsx$/i.test(name) ? 'xlsx' : 'csv')
  if (!table.ok) return refused(table.refusal)
  const sheet = table.sheets.find(({ rows }) => rows.length > 0)
  return { rows: (sheet?.rows ?? []).map((row) => row.map(cellText)), are: 'rows' }
}
