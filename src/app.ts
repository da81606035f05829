import type { Parts } from './city/ground.ts'
import { mayHearTopic } from './city/news.ts'
import { type City, openCity } from './city/open.ts'
import { version } from './city/version.ts'
import { refusalSaid } from './city/words.ts'
import { modules } from './city.ts'
import { openDoor } from './kernel/organisations/routes/door.ts'
import { serveFaces } from './platform/http/faces.ts'
import { createHttp } from './platform/http/http.ts'
import type { Marks } from './platform/http/limits.ts'
import type { Http } from './platform/http/typed.ts'
import { liveRoutes, type MayHear } from './platform/live/route.ts'
import { MINUTE } from './platform/time.ts'

const faces = [
  { prefix: '/', page: 'resident/index.html' },
  { prefix: '/desk', page: 'desk/index.html' },
  { prefix: '/screen', page: 'screen/index.html' },
]
/** The parts of all faces on one page, for whoever builds them; a real city has no such page. */
const gallery = (demo: boolean) => ({ prefix: '/gallery', page: demo ? 'gallery/index.html' : null })

export type App = { readonly http: Http; readonly city: City; close(): Promise<void> }

/** `marks`: above which load new work is refused; the usual ones where none are given. */
type AppParts = Parts & { readonly clientDir?: string | null; readonly marks?: Marks }

/**
 * Builds the city: the parts, the door that knows who asks, every house of `city.ts` with its routes under
 * `/api/<name>`, and the faces out of `clientDir` when it is built. Nothing runs and nothing listens yet.
 */
export async function buildApp({ clientDir = null, marks, ...parts }: AppParts): Promise<App> {
  const city = await openCity(parts)
  const { db, clock, config, log, hub, runner } = city
  const http = await createHttp({
    clock,
    log,
    refusalWords: refusalSaid,
    ready: { database: () => db.pool.query('select 1') },
    trustProxy: config.trustProxy,
    rate: config.ratePerMinute > 0 ? { most: config.ratePerMinute, within: MINUTE } : null,
    title: `${config.cityName} 一网`,
    version,
    ...(marks && { marks }),
  })
  await openDoor(http, city)
  for (const module of modules) await openHouse(http, module, city)
  const mayHear: MayHear =
    async ({ who }) =>
    (topic) =>
      mayHearTopic(who, topic)
  await http.register(liveRoutes({ hub, mayHear }), { prefix: '/api/live' })
  if (clientDir !== null) await serveFaces(http, clientDir, [...faces, gallery(config.demo)])
  const close = async () => {
    await http.close()
    await runner.stop()
    await hub[Symbol.asyncDispose]()
    await city.close()
  }
  return { http, city, close }
}

/** Routes spell their whole address, so that it can be searched for; each house keeps to its own. */
async function openHouse(http: Http, { name, routes }: (typeof modules)[number], city: City): Promise<void> {
  if (routes === undefined) return
  await http.register(async (scope) => {
    scope.addHook('onRoute', ({ url }) => {
      if (url !== `/api/${name}` && !url.startsWith(`/api/${name}/`)) throw new Error(`${name} opens ${url}`)
    })
    await scope.register(routes(city))
  })
}
