import { Type } from 'typebox'
import { staffOf } from '../../../kernel/organisations/routes/door.ts'
import { atlasOf } from '../../../kernel/places/handle/atlas.ts'
import { areasOfLevel, levelsDrawn } from '../../../kernel/places/handle/level-areas.ts'
import { localDay } from '../../../kernel/worktime/rules.ts'
import { problems } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import type { ScreenParts } from '../handle/parts.ts'
import { AreaLightsView, LevelQuery, ScreenGround } from '../model.ts'
import { lightsOnLevel, lightsView, unitsOnScreen } from '../rules.ts'
import { lightsOfPlaces } from '../store.ts'
import { guard, tags } from './board.ts'

/** The ground of the wall's map and the lights on it. Borders change once in years, lights by the minute: two answers. */
export function groundRoutes(http: Http, parts: ScreenParts): void {
  const { db, clock } = parts
  http.get(
    '/api/city-screen/ground',
    {
      ...guard,
      schema: {
        tags,
        summary: 'Borders of streets, communities or grids, as they are today',
        querystring: Type.Object({ level: Type.Optional(LevelQuery.level) }),
        response: { 200: ScreenGround, ...problems },
      },
    },
    async (request) => {
      const atlas = await atlasOf(db, staffOf(request).district, localDay(clock.now()))
      const levels = levelsDrawn(atlas)
      const level = levels.find((one) => one === request.query.level) ?? levels[0] ?? null
      return { level, levels, areas: level === null ? [] : [...areasOfLevel(atlas, level)] }
    },
  )

  http.get(
    '/api/city-screen/lights/areas',
    {
      ...guard,
      schema: {
        tags,
        summary: 'How many open requests show which light in each area of a level, within what I may see',
        querystring: Type.Object(LevelQuery),
        response: { 200: AreaLightsView, ...problems },
      },
    },
    async (request) => {
      const who = staffOf(request)
      const at = clock.now()
      const rows = await lightsOfPlaces(db, { district: who.district, units: unitsOnScreen(who) }, at)
      return lightsView(at, lightsOnLevel(request.query.level, rows))
    },
  )
}
