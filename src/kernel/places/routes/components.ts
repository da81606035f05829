import { Type } from 'typebox'
import { decodeCursor, Page, pageOf, pageQuery } from '../../../platform/http/paging.ts'
import { problems, type Refused, refused } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { hasRight } from '../../organisations/policy.ts'
import { needs, staffOf } from '../../organisations/routes/door.ts'
import { namedHistory, shownComponent } from '../handle/component-views.ts'
import { changeComponent, componentsNear, enterComponent, typesOf, yardOf } from '../handle/components.ts'
import { ComponentPage, ComponentTypeView, ComponentView } from '../model/component-views.ts'
import { ComponentDraft, ComponentFilters, ComponentPatch } from '../model/components.ts'
import { PointQuery } from '../model/views.ts'
import { COMPONENTS_RIGHT, READ_RIGHT } from '../policy.ts'
import { componentPage, findComponent, historyOf, putType } from '../store/components.ts'
import { logged, type PlacesRouteParts, todayOf } from './parts.ts'

const tags = ['places']
const read = { onRequest: needs(READ_RIGHT) }
const write = { onRequest: needs(COMPONENTS_RIGHT) }
const CodeParam = Type.Object({ code: Type.String({ maxLength: 20 }) })

/** Components: the list, each with its history, and entering and changing them. */
export function componentRoutes(http: Http, parts: PlacesRouteParts): void {
  listRoute(http, parts)
  nearRoute(http, parts)
  oneRoute(http, parts)
  writeRoutes(http, parts)
  typeRoutes(http, parts)
}

const yardFor = (parts: PlacesRouteParts) => (district: string) => yardOf(parts, district, todayOf(parts))

function listRoute(http: Http, parts: PlacesRouteParts): void {
  const { db } = parts
  const yard = yardFor(parts)
  http.get(
    '/api/places/components',
    {
      ...read,
      schema: {
        tags,
        summary: 'Components by code, or the latest changed first',
        querystring: Type.Object({ ...ComponentFilters.properties, ...pageQuery }),
        response: { 200: Page(ComponentView), ...problems },
      },
    },
    async (request) => {
      const { after, limit = 50, ...filters } = request.query
      const isByChange = filters.sort === 'changed'
      const from = after === undefined ? null : decodeCursor(after, isByChange ? 2 : 1)
      if (from?.ok === false) return from
      const { district } = staffOf(request)
      const found = await componentPage(db, { district, filters, after: from?.key ?? null, limit })
      const page = pageOf(found, limit, ({ changedAt, code }) => (isByChange ? [changedAt, code] : [code]))
      const about = await yard(district)
      return { rows: page.rows.map((one) => shownComponent(about, one)), next: page.next }
    },
  )
}

function nearRoute(http: Http, parts: PlacesRouteParts): void {
  const { db } = parts
  const yard = yardFor(parts)
  http.get(
    '/api/places/components/near',
    {
      ...read,
      schema: {
        tags,
        summary: 'What stands round a point, the nearest first',
        querystring: Type.Object({
          ...PointQuery,
          metres: Type.Optional(Type.Number({ minimum: 1, maximum: 2_000, title: '距离' })),
          type: Type.Optional(Type.String({ maxLength: 4, title: '类型' })),
        }),
        response: {
          200: Type.Object({ rows: Type.Array(Type.Object({ ...ComponentView.properties, metres: Type.Number() })) }),
          ...problems,
        },
      },
    },
    async (request) => {
      const { lng, lat, metres = 100, type } = request.query
      const { district } = staffOf(request)
      const near = await componentsNear(db, district, { at: [lng, lat], metres, ...(type && { type }) })
      const about = await yard(district)
      return {
        rows: near
          .slice(0, 100)
          .map(({ component, metres: far }) => ({ ...shownComponent(about, component), metres: far })),
      }
    },
  )
}

function oneRoute(http: Http, parts: PlacesRouteParts): void {
  const { db } = parts
  const yard = yardFor(parts)
  http.get(
    '/api/places/components/:code',
    {
      ...read,
      schema: {
        tags,
        summary: 'A component with its history',
        params: CodeParam,
        response: { 200: ComponentPage, ...problems },
      },
    },
    async (request) => {
      const who = staffOf(request)
      const component = await findComponent(db, who.district, request.params.code)
      if (component === null) return refused('no-such-component', 404)
      const history = await historyOf(db, who.district, component.code)
      return {
        component: shownComponent(await yard(who.district), component),
        history: await namedHistory(parts.directory, who.district, history),
        can: hasRight(who, COMPONENTS_RIGHT) ? (['change'] as const).slice() : [],
      }
    },
  )
}

function writeRoutes(http: Http, parts: PlacesRouteParts): void {
  const { clock } = parts
  const yard = yardFor(parts)
  http.post(
    '/api/places/components',
    {
      ...write,
      schema: {
        tags,
        summary: 'Enters a component',
        body: ComponentDraft,
        response: { 201: ComponentView, ...problems },
      },
    },
    async (request, reply) => {
      const about = await yard(staffOf(request).district)
      const deed = { what: 'places.component.enter', target: request.body.code }
      const done = await logged(parts, request, deed, (tx, by) =>
        enterComponent(tx, about, request.body, { at: clock.now(), by: by.who }),
      )
      if (!done.ok) return done
      reply.code(201)
      return shownComponent(about, done.component)
    },
  )

  http.put(
    '/api/places/components/:code',
    {
      ...write,
      schema: {
        tags,
        summary: 'Changes what is said of a component; what it was is kept',
        params: CodeParam,
        body: ComponentPatch,
        response: { 200: ComponentView, ...problems },
      },
    },
    async (request) => {
      const about = await yard(staffOf(request).district)
      const { code } = request.params
      const change = { code, patch: request.body }
      const done = await logged(parts, request, { what: 'places.component.change', target: code }, (tx, by) =>
        changeComponent(tx, about, change, { at: clock.now(), by: by.who }),
      )
      return done.ok ? shownComponent(about, done.component) : done
    },
  )
}

function typeRoutes(http: Http, parts: PlacesRouteParts): void {
  http.get(
    '/api/places/component-types',
    {
      ...read,
      schema: {
        tags,
        summary: 'The table of types of components',
        response: { 200: Type.Object({ rows: Type.Array(ComponentTypeView) }), ...problems },
      },
    },
    async (request) => ({ rows: [...(await typesOf(parts.db, staffOf(request).district))] }),
  )
  http.put(
    '/api/places/component-types/:code',
    {
      ...write,
      schema: {
        tags,
        summary: 'Changes a type or adds one; a type is set aside, never deleted',
        params: Type.Object({ code: Type.String({ pattern: '^\\d{4}$' }) }),
        body: Type.Omit(ComponentTypeView, ['code']),
        response: { 200: ComponentTypeView, ...problems },
      },
    },
    async (request) => {
      const type = { ...request.body, code: request.params.code }
      const deed = { what: 'places.component-type', target: type.code }
      const done = await logged<{ ok: true } | Refused>(parts, request, deed, async (tx, by) => {
        await putType(tx, by.district, type, { at: by.at, by: by.who })
        return { ok: true as const }
      })
      return done.ok ? type : done
    },
  )
}
