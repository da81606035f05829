import { Type } from 'typebox'
import { coordinateSystems } from '../../../platform/geo/systems.ts'
import { decodeCursor, Page, pageOf, pageQuery } from '../../../platform/http/paging.ts'
import { problems, type Refused, refused } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import type { Day } from '../../../platform/time.ts'
import { needs, staffOf } from '../../organisations/routes/door.ts'
import { oneOf } from '../../people/routes/shapes.ts'
import { renewed } from '../handle/atlas.ts'
import { areaFormats, areaMedia, layerFile } from '../handle/layer-files.ts'
import { shownFeatures } from '../handle/layer-views.ts'
import { discardEdition, publishEdition } from '../handle/publishing.ts'
import {
  ChangesView,
  EditionParams,
  FeatureQuery,
  LayerParam,
  LayerView,
  MapArea,
  OneFeature,
  PublishBody,
} from '../model/layer-views.ts'
import { type LayerVersion, layers } from '../model/layers.ts'
import { FeatureLineView, VersionView } from '../model/views.ts'
import { LAYERS_RIGHT, READ_RIGHT } from '../policy.ts'
import { changeCounts, changePage, featurePage } from '../store/features.ts'
import { bordersOf, editionsOn, findFeature, findVersion, lastPublished, versionsOf } from '../store/layers.ts'
import { logged, type PlacesRouteParts, todayOf } from './parts.ts'

const tags = ['places']
const read = { onRequest: needs(READ_RIGHT) }
const write = { onRequest: needs(LAYERS_RIGHT) }
/** Areas that a map is given at once. */
const MOST_ON_MAP = 5_000

const multi = <Coordinates>(coordinates: Coordinates) => ({ type: 'MultiPolygon' as const, coordinates })

/** Layers, their editions, and the areas in them. */
export function layerRoutes(http: Http, parts: PlacesRouteParts): void {
  layerListRoutes(http, parts)
  areaRoutes(http, parts)
  mapRoute(http, parts)
  fileRoute(http, parts)
  changeRoute(http, parts)
  editionRoutes(http, parts)
}

function layerListRoutes(http: Http, parts: PlacesRouteParts): void {
  http.get(
    '/api/places/layers',
    {
      ...read,
      schema: {
        tags,
        summary: 'The layers, each with its edition of today',
        response: { 200: Type.Object({ rows: Type.Array(LayerView) }), ...problems },
      },
    },
    async (request) => {
      const { district } = staffOf(request)
      const [all, now] = await Promise.all([
        versionsOf(parts.db, district, null),
        editionsOn(parts.db, district, todayOf(parts)),
      ])
      const rows = layers.map((layer) => {
        const own = all.filter((one) => one.layer === layer)
        const version = now.find((one) => one.layer === layer)?.version
        const drafts = own.filter(({ state }) => state === 'draft').length
        return {
          layer,
          inForce: own.find((one) => one.version === version) ?? null,
          editions: own.length - drafts,
          drafts,
        }
      })
      return { rows }
    },
  )
  http.get(
    '/api/places/layers/:layer/versions',
    {
      ...read,
      schema: {
        tags,
        summary: 'The editions of a layer, the newest first',
        params: LayerParam,
        response: { 200: Type.Object({ rows: Type.Array(VersionView) }), ...problems },
      },
    },
    async (request) => ({ rows: [...(await versionsOf(parts.db, staffOf(request).district, request.params.layer))] }),
  )
}

function areaRoutes(http: Http, parts: PlacesRouteParts): void {
  http.get(
    '/api/places/layers/:layer/versions/:version/areas',
    {
      ...read,
      schema: {
        tags,
        summary: 'The areas of an edition as a list',
        params: EditionParams,
        querystring: Type.Object({ ...FeatureQuery, ...pageQuery }),
        response: { 200: Page(FeatureLineView), ...problems },
      },
    },
    async (request) => {
      const { after, limit = 50, ...filters } = request.query
      const { sort = 'code' } = filters
      const from = after === undefined ? null : decodeCursor(after, sort === 'code' ? 1 : 2)
      if (from?.ok === false) return from
      const key = { district: staffOf(request).district, ...request.params }
      const found = await featurePage(parts.db, key, { filters, after: from?.key ?? null, limit })
      const page = pageOf(found, limit, (one) => (sort === 'code' ? [one.code] : [one[sort], one.code]))
      return { rows: await shownFeatures(parts, { ...key, day: todayOf(parts) }, page.rows), next: page.next }
    },
  )
  http.get(
    '/api/places/layers/:layer/versions/:version/areas/:code',
    {
      ...read,
      schema: {
        tags,
        summary: 'One area with its border',
        params: Type.Object({ ...EditionParams.properties, code: Type.String({ maxLength: 30 }) }),
        response: { 200: OneFeature, ...problems },
      },
    },
    async (request) => {
      const { code, ...edition } = request.params
      const key = { district: staffOf(request).district, ...edition }
      const found = await findFeature(parts.db, key, code)
      if (found === null) return refused('no-such-feature', 404)
      const [shown] = await shownFeatures(parts, { ...key, day: todayOf(parts) }, [found])
      if (!shown) return refused('no-such-feature', 404)
      return {
        ...shown,
        surface: multi(found.surface.map((polygon) => polygon.map((ring) => ring.map(([lng, lat]) => [lng, lat])))),
      }
    },
  )
}

function mapRoute(http: Http, parts: PlacesRouteParts): void {
  http.get(
    '/api/places/layers/:layer/versions/:version/map',
    {
      ...read,
      schema: {
        tags,
        summary: `The borders of an edition for a map, at most ${MOST_ON_MAP}`,
        params: EditionParams,
        querystring: Type.Object({ parent: FeatureQuery.parent }),
        response: { 200: Type.Object({ rows: Type.Array(MapArea), more: Type.Integer() }), ...problems },
      },
    },
    async (request) => {
      const { parent } = request.query
      const key = { district: staffOf(request).district, ...request.params }
      const all = (await bordersOf(parts.db, key)).filter((area) => parent === undefined || area.parent === parent)
      const rows = all.slice(0, MOST_ON_MAP).map(({ code, name, parent: within, surface }) => {
        return { code, name, parent: within, surface: multi(surface as unknown as number[][][][]) }
      })
      return { rows, more: all.length - rows.length }
    },
  )
}

function fileRoute(http: Http, parts: PlacesRouteParts): void {
  http.get(
    '/api/places/layers/:layer/versions/:version/export',
    {
      ...read,
      schema: {
        tags,
        summary: 'An edition as GeoJSON or as a zipped Shapefile, in the coordinates that are asked for',
        params: EditionParams,
        querystring: Type.Object({
          format: Type.Optional(oneOf(areaFormats, '格式')),
          system: Type.Optional(oneOf(coordinateSystems, '坐标系')),
        }),
        response: { 200: Type.Unsafe<unknown>({ description: 'the file' }), ...problems },
      },
    },
    async (request, reply) => {
      const { format = 'geojson', system = 'WGS84' } = request.query
      const key = { district: staffOf(request).district, ...request.params }
      const name = `${key.layer}-${key.version}-${system}`
      const deed = { what: 'places.layer.export', target: name }
      const done = await logged<{ ok: true } | Refused>(parts, request, deed, async (tx) =>
        (await findVersion(tx, key)) ? { ok: true } : refused('no-such-version', 404),
      )
      if (!done.ok) return done
      const ending = format === 'shp' ? 'zip' : 'geojson'
      reply.header('content-disposition', `attachment; filename="${name}.${ending}"`)
      return reply.type(areaMedia[format]).send(await layerFile(parts.db, { key, system, format }))
    },
  )
}

function changeRoute(http: Http, parts: PlacesRouteParts): void {
  http.get(
    '/api/places/layers/:layer/versions/:version/changes',
    {
      ...read,
      schema: {
        tags,
        summary: 'What an edition changes against the one before it',
        params: EditionParams,
        querystring: Type.Object(pageQuery),
        response: { 200: ChangesView, ...problems },
      },
    },
    async (request) => {
      const { after, limit = 50 } = request.query
      const from = after === undefined ? null : decodeCursor(after, 1)
      if (from?.ok === false) return from
      const key = { district: staffOf(request).district, ...request.params }
      const edition = await findVersion(parts.db, key)
      if (edition === null) return refused('no-such-version', 404)
      const before = (await editionBefore(parts, key.district, edition))?.version ?? null
      const compared = { key, before }
      const [counts, found] = await Promise.all([
        changeCounts(parts.db, compared),
        changePage(parts.db, compared, { after: String(from?.key[0] ?? ''), limit }),
      ])
      const page = pageOf(found, limit, ({ code }) => [code])
      const rows = page.rows.map((row) => ({ ...row, surface: multi(row.surface as unknown as number[][][][]) }))
      return { against: before, counts, rows, next: page.next }
    },
  )
}

/** A draft is compared with the last edition that was published, that one with its own predecessor. */
async function editionBefore({ db }: PlacesRouteParts, district: string, { layer, version, state }: LayerVersion) {
  if (state === 'draft') return lastPublished(db, district, layer)
  const published = (await versionsOf(db, district, layer)).filter((one) => one.state === 'published')
  return published.find((one) => one.version < version) ?? null
}

function editionRoutes(http: Http, parts: PlacesRouteParts): void {
  http.post(
    '/api/places/layers/:layer/versions/:version/publish',
    {
      ...write,
      schema: {
        tags,
        summary: 'Puts a draft in force from a day on, whole',
        params: EditionParams,
        body: PublishBody,
        response: { 200: VersionView, ...problems },
      },
    },
    async (request) => {
      const key = { district: staffOf(request).district, ...request.params }
      const asked = { ...key, from: request.body.from as Day, today: todayOf(parts) }
      const deed = { what: 'places.layer.publish', target: `${key.layer} ${key.version}` }
      const done = await logged(parts, request, deed, (tx, by) => publishEdition(tx, asked, { at: by.at, by: by.who }))
      if (!done.ok) return done
      // Whoever published it sees it in force; all others are answered from the edition before until then.
      await renewed(parts.db, key.district, asked.today)
      return (await findVersion(parts.db, key)) ?? refused('no-such-version', 404)
    },
  )
  http.post(
    '/api/places/layers/:layer/versions/:version/discard',
    {
      ...write,
      schema: {
        tags,
        summary: 'Takes a draft back',
        params: EditionParams,
        response: { 200: Type.Object({ ok: Type.Literal(true) }), ...problems },
      },
    },
    async (request) => {
      const key = { district: staffOf(request).district, ...request.params }
      const deed = { what: 'places.layer.discard', target: `${key.layer} ${key.version}` }
      return logged(parts, request, deed, (tx) => discardEdition(tx, key))
    },
  )
}
