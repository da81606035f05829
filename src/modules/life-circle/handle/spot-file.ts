import type { CasesRouteParts } from '../../../kernel/cases/routes/parts.ts'
import { areasOf } from '../../../kernel/places/store.ts'
import { canonical, type Json } from '../../../platform/canonical.ts'
import type { Db } from '../../../platform/db/db.ts'
import { type Refused, refused } from '../../../platform/http/problem.ts'
import { readTable } from '../../../platform/tables/read.ts'
import type { FacilityImport } from '../model/facility.ts'
import { type SpotBody, SpotBody as SpotBodySchema } from '../model/spot.ts'
import { type ReadSpotFile, readSpotGeoJson, readSpotSheet } from '../rules/spot-file.ts'
import type { Stroke } from '../store/facilities.ts'
import { findSpot, putSpot, type SpotQuestion, type SpotRow, spotsBy } from '../store/spots.ts'
import type { ImportWish, SentFile } from './facilities.ts'
import { newSpotCode } from './spots.ts'

type Parts = Pick<CasesRouteParts, 'db' | 'directory'>
type Filters = Pick<SpotQuestion, 'kind' | 'status' | 'area'>
const AT_ONCE = 500

/** The whole ledger of small places under these filters, page by page, for a file. */
export async function* everySpot(db: Db, district: string, filters: Filters): AsyncGenerator<SpotRow> {
  let after: readonly [string, string] | null = null
  while (true) {
    const rows: SpotRow[] = await spotsBy(db, { ...filters, district, sort: 'name', after, limit: AT_ONCE })
    yield* rows.slice(0, AT_ONCE)
    const last = rows[AT_ONCE - 1]
    if (rows.length <= AT_ONCE || !last) return
    after = [last.name, last.code]
  }
}

/** What a file says of small places, with the faults of every row. */
export async function readSpotFile(
  { db, directory }: Parts,
  district: string,
  { bytes, format, system }: SentFile,
): Promise<ReadSpotFile | Refused> {
  const areas = new Set<string>((await areasOf(db, district)).map(({ code }) => code))
  const units = [...(await directory.tree(district)).values()]
  const known = {
    system,
    isArea: (code: string) => areas.has(code),
    unitNamed: (text: string) => units.find(({ id, name }) => id === text || name === text)?.id ?? null,
  }
  if (format === 'geojson') return readSpotGeoJson(bytes.toString('utf8').replace(/^\uFEFF/, ''), known)
  const table = await readTable(bytes, format)
  return table.ok ? readSpotSheet(table.sheets, known) : refused(table.refusal)
}

/** Takes in what a file says: rows with a known code change that spot, the others are added. Photographs stay. */
export async function importSpots(
  db: Db,
  district: string,
  { drafts, faults }: Extract<ReadSpotFile, { ok: true }>,
  { atomic, dryRun, stroke }: ImportWish & { readonly stroke: Stroke },
): Promise<FacilityImport> {
  const counts = { added: 0, changed: 0, unchanged: 0 }
  if (atomic && faults.length > 0) return { taken: false, ...counts, faults: [...faults] }
  return db.transaction(async (tx) => {
    for (const { code, body } of drafts) {
      const now = code === null ? null : await findSpot(tx, district, code)
      const next: SpotBody = { ...body, photos: now ? [...now.photos] : [] }
      const what = now === null ? 'added' : sameSpot(now, next) ? 'unchanged' : 'changed'
      counts[what] += 1
      if (dryRun || what === 'unchanged') continue
      await putSpot(tx, district, { code: code ?? newSpotCode(), seen: now?.version ?? null, body: next }, stroke)
    }
    return { taken: !dryRun, ...counts, faults: [...faults] }
  })
}

const sameSpot = (now: SpotRow, body: SpotBody): boolean => canonical(bodyOf(now) as Json) === canonical(body as Json)

/** A spot as somebody would write it. */
const bodyOf = (spot: SpotRow): SpotBody =>
  Object.fromEntries(
    Object.keys(SpotBodySchema.properties).map((key) => [key, spot[key as keyof SpotBody]]),
  ) as unknown as SpotBody
