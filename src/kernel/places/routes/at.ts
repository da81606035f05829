import { Type } from 'typebox'
import { coordinateSystems, fromSystem } from '../../../platform/geo/systems.ts'
import { problems } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import type { Day } from '../../../platform/time.ts'
import { District, oneOf } from '../../people/routes/shapes.ts'
import { atlasOf } from '../handle/atlas.ts'
import { DayText, PointQuery, WhereaboutsView } from '../model/views.ts'
import { type PlacesRouteParts, todayOf } from './parts.ts'

/** Where a point is; asked by whoever files, so it is open to everybody and names nobody. */
export function atRoutes(http: Http, parts: PlacesRouteParts): void {
  http.get(
    '/api/places/at',
    {
      schema: {
        tags: ['places'],
        summary: 'In which street, community and grids a point lies',
        querystring: Type.Object({
          ...PointQuery,
          system: Type.Optional(oneOf(coordinateSystems, '坐标系')),
          day: Type.Optional(DayText),
          district: District,
        }),
        response: { 200: WhereaboutsView, ...problems },
      },
    },
    async ({ query, who }) => {
      const { lng, lat, system = 'WGS84', day = todayOf(parts) } = query
      const district = who?.district ?? query.district ?? parts.district
      return (await atlasOf(parts.db, district, day as Day)).at(fromSystem(system, [lng, lat]))
    },
  )
}
