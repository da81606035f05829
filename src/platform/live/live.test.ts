import { get, type IncomingMessage } from 'node:http'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../tests/database.ts'
import { createHttp } from '../http/http.ts'
import { refused } from '../http/problem.ts'
import { silentLog } from '../log/log.ts'
import { turnableClock } from '../time.ts'
import { createHub, type Hub, type HubParts, type News } from './hub.ts'
import { type LiveOptions, liveRoutes } from './route.ts'

let database: TestDatabase
const log = silentLog(turnableClock('2026-03-02T01:00:00.000Z'))
const open: AsyncDisposable[] = []

beforeAll(async () => {
  database = await freshDatabase()
})
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one[Symbol.asyncDispose]()
})
afterAll(() => database.close())

function hub(parts: Partial<HubParts> = {}): Hub & { heard: News[]; until(count: number): Promise<News[]> } {
  const one = createHub({ db: database.db, log, waits: [10, 50], ...parts })
  open.push(one)
  const heard: News[] = []
  let waiting: (() => void)[] = []
  one.subscribe((news) => {
    heard.push(news)
    for (const look of waiting) look()
  })
  const until = (count: number) =>
    new Promise<News[]>((done) => {
      const look = () => {
        if (heard.length < count) return
        waiting = waiting.filter((other) => other !== look)
        done(heard)
      }
      waiting.push(look)
      look()
    })
  return { ...one, heard, until }
}

/** Waits until both processes listen: news sent before is rightly not heard. */
async function connected(...hubs: ReturnType<typeof hub>[]) {
  for (;;) {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from pg_stat_activity where query like 'listen%' and datname = current_database()
    `.execute(database.db.kysely)
    if ((rows[0]?.count ?? 0) >= hubs.length) return
  }
}

test('what one process publishes another hears, once per topic and with the last word', async () => {
  const [here, there] = [hub(), hub()]
  await connected(here, there)
  here.publish('case/1', { stage: 'filed' })
  here.publish('case/1', { stage: 'accepted' })
  here.publish('desk')
  await here.flush()
  const news = [
    { topic: 'case/1', payload: { stage: 'accepted' } },
    { topic: 'desk', payload: null },
  ]
  expect(await there.until(2)).toEqual(news)
  expect(here.heard).toEqual(news)
})

test('news too long for one message arrives in several, and an endless payload as its topic alone', async () => {
  const [here, there] = [hub(), hub()]
  await connected(here, there)
  for (let number = 0; number < 300; number++) here.publish(`case/${number}`, '一网'.repeat(20))
  here.publish('huge', 'x'.repeat(9_000))
  await here.flush()
  const heard = await there.until(301)
  expect(heard).toHaveLength(301)
  expect(heard.at(-1)).toEqual({ topic: 'huge', payload: null })
})

test('a line that was cut comes back, and everybody is told to look again', async () => {
  const [here, there] = [hub(), hub()]
  await connected(here, there)
  await sql`
    select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen%' and datname = current_database()
  `.execute(database.db.kysely)
  expect((await there.until(1))[0]).toEqual({ topic: null, payload: null })
  await here.until(1)
  here.publish('desk')
  await here.flush()
  expect((await there.until(2)).at(-1)).toEqual({ topic: 'desk', payload: null })
})

test('while there is no line at all, faces are told to look for themselves', async () => {
  const nowhere = { ...database.db, connectionConfig: { host: '/nowhere', port: 1 } }
  const deaf = hub({ db: nowhere, pollEvery: 5 })
  expect((await deaf.until(1))[0]).toEqual({ topic: null, payload: null })
})

async function server(options: Partial<LiveOptions> = {}) {
  const clock = turnableClock('2026-03-02T01:00:00.000Z')
  const http = await createHttp({ clock, log, refusalWords: () => undefined })
  const one = hub()
  const mayHear = async () => (topic: string) => topic !== 'secret'
  await http.register(liveRoutes({ hub: one, mayHear, ...options }), { prefix: '/api/live' })
  await http.listen({ port: 0, host: '127.0.0.1' })
  open.push({ [Symbol.asyncDispose]: async () => void (await http.close()) })
  const { port } = http.server.address() as { port: number }
  return { http, hub: one, url: `http://127.0.0.1:${port}/api/live` }
}

const connect = (url: string): Promise<IncomingMessage> =>
  new Promise((done, failed) => get(url, done).once('error', failed))

async function read(stream: IncomingMessage, until: string): Promise<string> {
  let text = ''
  stream.setEncoding('utf8')
  for await (const chunk of stream) {
    text += chunk
    if (text.includes(until)) return text
  }
  return text
}

test('a face hears its topics, and never one that it may not hear', async () => {
  const { hub: one, url } = await server()
  const stream = await connect(`${url}?topics=desk,secret`)
  expect(stream.headers['content-type']).toContain('text/event-stream')
  one.publish('secret', 'x')
  one.publish('other')
  one.publish('desk', { case: 'case_1' })
  await one.flush()
  const text = await read(stream, 'case_1')
  expect(text).toContain('data: {"topic":"desk","payload":{"case":"case_1"}}')
  expect(text).not.toMatch(/secret|other/)
})

test('the line shows that it lives, and ends when the server closes', async () => {
  const { http, url } = await server({ beatEvery: 5 })
  const stream = await connect(`${url}?topics=desk`)
  const ended = new Promise((done) => stream.once('close', done))
  await new Promise((done) => stream.once('data', done))
  const closing = http.close()
  stream.resume()
  await Promise.all([ended, closing])
})

test('who may hear nothing is refused, and so is one listener too many', async () => {
  const { url } = await server({ mayHear: async () => refused('not-signed-in') })
  expect((await fetch(`${url}?topics=desk`)).status).toBe(401)
  expect((await fetch(url)).status).toBe(400)
  const full = await server({ mostConnections: 0 })
  expect((await fetch(`${full.url}?topics=desk`)).status).toBe(429)
})

test('a reader who does not keep up is let go', async () => {
  const { hub: one, url } = await server({ mostBehind: 1_000 })
  const stream = await connect(`${url}?topics=desk`)
  const gone = new Promise((done) => stream.once('close', done))
  stream.on('error', () => {})
  stream.pause()
  let isGone = false
  gone.then(() => {
    isGone = true
  })
  for (let turn = 0; turn < 2_000 && !isGone; turn++) {
    one.publish('desk', 'x'.repeat(100_000))
    await one.flush()
    if (turn > 50) stream.resume()
  }
  await gone
})
