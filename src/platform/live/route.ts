import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { type Refused, refused } from '../http/problem.ts'
import { typed } from '../http/typed.ts'
import type { Hub, News } from './hub.ts'

/** Which topics somebody may hear; asked once per connection, or a refusal. */
export type MayHear = (request: FastifyRequest) => Promise<((topic: string) => boolean) | Refused>

export type LiveOptions = {
  readonly hub: Hub
  readonly mayHear: MayHear
  readonly beatEvery?: number
  /** After so long the browser connects anew, so that an ended session stops hearing. */
  readonly longest?: number
  readonly mostConnections?: number
  /** A reader who is so many bytes behind is let go; he comes back and reads anew. */
  readonly mostBehind?: number
}

const query = Type.Object({ topics: Type.String({ minLength: 1, maxLength: 1_000 }) })

/** `GET /?topics=a,b`: server-sent events, `data: {"topic":…,"payload":…}`; without a topic: look at everything anew. */
export const liveRoutes =
  (options: LiveOptions): FastifyPluginAsync =>
  async (plain) => {
    const http = typed(plain)
    const { hub, mayHear, mostConnections = 2_000 } = options
    const connections = new Set<FastifyReply['raw']>()
    http.addHook('preClose', async () => {
      for (const raw of connections) raw.end()
    })
    http.get(
      '/',
      { schema: { querystring: query, hide: true }, config: { longLived: true } },
      async (request, reply) => {
        if (connections.size >= mostConnections) return refused('too-many-listeners', 429)
        const may = await mayHear(request)
        if (typeof may !== 'function') return may
        const asked = new Set(request.query.topics.split(',').filter((topic) => may(topic)))
        if (asked.size === 0) return refused('not-yours')
        stream({ ...options, hub, connections }, reply, (news) => news.topic === null || asked.has(news.topic))
        return reply
      },
    )
  }

type Kit = LiveOptions & { readonly connections: Set<FastifyReply['raw']> }

function stream(kit: Kit, reply: FastifyReply, wants: (news: News) => boolean): void {
  const { beatEvery = 20_000, longest = 30 * 60_000, mostBehind = 64 * 1024, connections } = kit
  reply.hijack()
  const { raw } = reply
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
    'x-request-id': reply.request.id,
  })
  const write = (text: string) => {
    if (raw.writableLength > mostBehind) raw.destroy()
    else raw.write(text)
  }
  write('retry: 2000\n\n')
  const leave = kit.hub.subscribe((news) => {
    if (wants(news)) write(`data: ${JSON.stringify(news.topic === null ? {} : news)}\n\n`)
  })
  const beat = setInterval(() => write('event: beat\ndata: {}\n\n'), beatEvery)
  const end = setTimeout(() => raw.end(), longest)
  connections.add(raw)
  raw.once('close', () => {
    leave()
    clearInterval(beat)
    clearTimeout(end)
    connections.delete(raw)
  })
}
