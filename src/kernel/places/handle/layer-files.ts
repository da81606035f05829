import { Readable } from 'node:stream'
import type { Db } from '../../../platform/db/db.ts'
import { writeShapefile } from '../../../platform/geo/shapefile.ts'
import { type CoordinateSystem, movedSurface, toSystem } from '../../../platform/geo/systems.ts'
import type { Feature } from '../model/layers.ts'
import { type EditionKey, featuresAfter } from '../store/layers.ts'

export const areaFormats = ['geojson', 'shp'] as const
export type AreaFormat = (typeof areaFormats)[number]

export const areaMedia = { geojson: 'application/geo+json', shp: 'application/zip' } as const satisfies Record<
  AreaFormat,
  string
>

type Asked = { readonly key: EditionKey; readonly system: CoordinateSystem; readonly format: AreaFormat }

/** A whole edition as a file, in the coordinates that are asked for; an import reads it back. */
export async function layerFile(db: Db, { key, system, format }: Asked): Promise<Readable | Buffer> {
  if (format === 'geojson') return Readable.from(geoJsonOf(db, key, system), { objectMode: false })
  const rows = []
  for await (const feature of features(db, key))
    rows.push({ surface: moved(feature, system), values: valuesOf(feature) })
  return writeShapefile({
    name: `${key.layer}-${key.version}`,
    columns: [
      ...['code', 'name', 'parent', 'land_use', 'grade', 'owner', 'kind'].map((name) => ({
        name,
        kind: 'text' as const,
      })),
      { name: 'area_m2', kind: 'number' as const },
    ],
    rows,
    // What is shifted has no name that a desktop program knows; without a .prj it asks.
    system: system === 'WGS84' || system === 'CGCS2000' ? system : null,
  })
}

const AT_ONCE = 1_000

async function* features(db: Db, key: EditionKey): AsyncGenerator<Feature> {
  for (let after = ''; ; ) {
    const some = await featuresAfter(db, key, { after, limit: AT_ONCE })
    yield* some
    const last = some.at(-1)
    if (some.length < AT_ONCE || !last) return
    after = last.code
  }
}

const moved = ({ surface }: Feature, system: CoordinateSystem) =>
  system === 'WGS84' || system === 'CGCS2000' ? surface : movedSurface(surface, (point) => toSystem(system, point))

const valuesOf = ({ code, name, parent, landUse, grade, owner, kind, area }: Feature): (string | number)[] => [
  code,
  name,
  parent ?? '',
  landUse,
  grade,
  owner,
  kind,
  area,
]

async function* geoJsonOf(db: Db, key: EditionKey, system: CoordinateSystem): AsyncGenerator<string> {
  yield '{"type":"FeatureCollection","features":['
  let between = ''
  for await (const feature of features(db, key)) {
    const { code, name, parent, landUse, grade, owner, kind, area } = feature
    const properties = {
      code,
      name,
      parent,
      land_use: landUse,
      grade,
      owner,
      kind,
      area_m2: Math.round(area * 1_000) / 1_000,
    }
    const geometry = { type: 'MultiPolygon', coordinates: moved(feature, system) }
    yield `${between}${JSON.stringify({ type: 'Feature', properties, geometry })}`
    between = ',\n'
  }
  yield ']}'
}
