import type { FastifyRequest } from 'fastify'
import type { CoordinateSystem } from '../../../platform/geo/systems.ts'
import { type Refused, refused } from '../../../platform/http/problem.ts'
import type { FacilityFormat, SentFile } from '../handle/facilities.ts'

type Wish = { readonly system: CoordinateSystem; readonly limit: number }

/** The file of a multipart form that brings a ledger in, told apart by its name. */
export async function fileOf(request: FastifyRequest, { system, limit }: Wish): Promise<SentFile | Refused> {
  const file = request.isMultipart() ? await request.file({ limits: { fileSize: limit } }) : undefined
  if (!file) return refused('file-missing')
  const format = formatNamed(file.filename)
  return format === null ? refused('file-format-unknown') : { bytes: await file.toBuffer(), format, system }
}

function formatNamed(name: string): FacilityFormat | null {
  if (/\.xlsx$/i.test(name)) return 'xlsx'
  if (/\.csv$/i.test(name)) return 'csv'
  return /\.(geo)?json$/i.test(name) ? 'geojson' : null
}

type Placed = { readonly lng: number; readonly lat: number }

/** Rows with a place as a FeatureCollection, one feature a line. */
export async function* pointsAsGeoJson<Row extends Placed>(rows: Iterable<Row> | AsyncIterable<Row>) {
  yield '{"type":"FeatureCollection","features":[\n'
  let separator = ''
  for await (const { lng, lat, ...properties } of rows) {
    const feature = { type: 'Feature', geometry: { type: 'Point', coordinates: [lng, lat] }, properties }
    yield `${separator}${JSON.stringify(feature)}`
    separator = ',\n'
  }
  yield '\n]}\n'
}
