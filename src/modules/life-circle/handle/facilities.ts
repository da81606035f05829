import { areasOf } from '../../../kernel/places/store.ts'
import { canonical, type Json } from '../../../platform/canonical.ts'
import type { Db } from '../../../platform/db/db.ts'
import type { CoordinateSystem } from '../../../platform/geo/systems.ts'
import { decodeCursor, type Page, pageOf } from '../../../platform/http/paging.ts'
import { type Refused, refused } from '../../../platform/http/problem.ts'
import { sortableId } from '../../../platform/ids.ts'
import { readTable } from '../../../platform/tables/read.ts'
import {
  type Facility,
  FacilityBody,
  type FacilityDraft,
  type FacilityFilters,
  type FacilityImport,
  type FacilitySort,
} from '../model/facility.ts'
import { readFacilityGeoJson, readFacilitySheet } from '../rules/facility-file.ts'
import { facilitiesBy, facilitiesNamed, findFacility, putFacility, type Stroke } from '../store/facilities.ts'

export type FacilityList = {
  readonly filters: FacilityFilters
  readonly sort: FacilitySort
  readonly after: string | undefined
  readonly limit: number
}

/** One page of the ledger. */
export async function listFacilities(db: Db, district: string, list: FacilityList): Promise<Page<Facility> | Refused> {
  const { filters, sort, after, limit } = list
  const place = after === undefined ? null : decodeCursor(after, 2)
  if (place && !place.ok) return place
  const key = place && ([String(place.key[0]), String(place.key[1])] as const)
  if (key && sort === 'changed' && Number.isNaN(Date.parse(key[0]))) return refused('bad-cursor')
  const rows = await facilitiesBy(db, { district, filters, sort, after: key, limit })
  const keyOf = { changed: 'changedAt', name: 'name', kind: 'kind' } as const
  return pageOf(rows, limit, (row) => [row[keyOf[sort]], row.code])
}

/** The whole ledger under these filters, page by page, for a file. */
export async function* everyFacility(db: Db, district: string, filters: FacilityFilters): AsyncGenerator<Facility> {
  let after: readonly [string, string] | null = null
  while (true) {
    const rows: Facility[] = await facilitiesBy(db, { district, filters, sort: 'kind', after, limit: 500 })
    yield* rows.slice(0, 500)
    const last = rows[499]
    if (rows.length <= 500 || !last) return
    after = [last.kind, last.code]
  }
}

export type FacilityEdit = { readonly code: string; readonly seen: number | null; readonly body: FacilityBody }

/** Writes a facility; `seen` is the version that the editor has read, null for a new one. */
export async function keepFacility(
  db: Db,
  district: string,
  { code, seen, body }: FacilityEdit,
  stroke: Stroke,
): Promise<{ ok: true; facility: Facility } | Refused> {
  return db.transaction(async (tx) => {
    const now = await findFacility(tx, district, code, true)
    if (!now && seen !== null) return refused('no-such-facility', 404)
    if ((now?.version ?? null) !== seen) return refused('changed-meanwhile')
    // The city's word counts from now on, also where the map spoke first.
    await putFacility(tx, district, { code, body, origin: 'city' }, stroke)
    const facility = await findFacility(tx, district, code)
    return facility ? { ok: true as const, facility } : refused('no-such-facility', 404)
  })
}

export const newFacilityCode = (at: string): string => `F${sortableId(at)}`

export type FacilityFormat = 'xlsx' | 'csv' | 'geojson'
export type SentFile = { readonly bytes: Buffer; readonly format: FacilityFormat; readonly system: CoordinateSystem }

type Read = ReturnType<typeof readFacilitySheet>

/** What a file says of facilities, with the faults of every row. */
export async function readFacilityFile(db: Db, district: string, sent: SentFile): Promise<Read | Refused> {
  const areas = new Set<string>((await areasOf(db, district)).map(({ code }) => code))
  const known = { system: sent.system, isArea: (code: string) => areas.has(code) }
  if (sent.format === 'geojson') return readFacilityGeoJson(sent.bytes.toString('utf8').replace(/^\uFEFF/, ''), known)
  const table = await readTable(sent.bytes, sent.format)
  return table.ok ? readFacilitySheet(table.sheets, known) : refused(table.refusal)
}

export type ImportWish = { readonly atomic: boolean; readonly dryRun: boolean }

/** Takes in what a file says: rows with a known number change it, the others are added. */
export async function importFacilities(
  db: Db,
  district: string,
  read: Read & { ok: true },
  { atomic, dryRun }: ImportWish,
  stroke: Stroke,
): Promise<FacilityImport> {
  const { drafts, faults } = read
  if (atomic && faults.length > 0) return { taken: false, added: 0, changed: 0, unchanged: 0, faults: [...faults] }
  return db.transaction(async (tx) => {
    const codes = drafts.flatMap(({ code }) => code ?? [])
    const standing = new Map((await facilitiesNamed(tx, district, codes)).map((one) => [one.code, one]))
    const counts = { added: 0, changed: 0, unchanged: 0 }
    for (const draft of drafts) {
      const what = whatToDo(draft, standing)
      counts[what]++
      if (dryRun || what === 'unchanged') continue
      const code = draft.code ?? newFacilityCode(stroke.at)
      await putFacility(tx, district, { code, body: draft.body, origin: 'city' }, stroke)
    }
    return { taken: !dryRun, ...counts, faults: [...faults] }
  })
}

function whatToDo({ code, body }: FacilityDraft, standing: ReadonlyMap<string, Facility>) {
  const now = code === null ? undefined : standing.get(code)
  if (!now) return 'added'
  return now.origin === 'city' && sameBody(now, body) ? 'unchanged' : 'changed'
}

const sameBody = (now: Facility, body: FacilityBody): boolean =>
  canonical(bodyOf(now) as Json) === canonical(body as Json)

/** A facility as somebody would write it. */
export const bodyOf = (facility: Facility): FacilityBody =>
  Object.fromEntries(
    Object.keys(FacilityBody.properties).map((key) => [key, facility[key as keyof FacilityBody]]),
  ) as unknown as FacilityBody
