import { Agent, request } from 'node:http'

export type Answer = {
  readonly status: number
  readonly body: unknown
  readonly ms: number
  /** What the server said of when to come again. */
  readonly retryAfter: string | null
}
export type Client = {
  call(method: string, path: string, options?: { token?: string; body?: unknown; key?: string }): Promise<Answer>
  close(): void
}

/** A client with connections of its own that stay open, and nothing between it and the wire: it shares the machine with the server. */
export function createClient(url: string, connections: number): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const { hostname, port } = new URL(url)
  return {
    call: (method, path, { token, body, key } = {}) =>
      new Promise((resolve, reject) => {
        let began = performance.now()
        const payload = body === undefined ? null : Buffer.from(JSON.stringify(body))
        const headers: Record<string, string | number> = {
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          ...(key ? { 'idempotency-key': key } : {}),
          ...(payload ? { 'content-type': 'application/json', 'content-length': payload.length } : {}),
        }
        const sent = request({ agent, hostname, port, method, path, headers }, (answer) => {
          const parts: Buffer[] = []
          answer.on('data', (part: Buffer) => parts.push(part))
          answer.on('error', reject)
          answer.on('end', () => {
            const text = Buffer.concat(parts).toString('utf8')
            const isJson = answer.headers['content-type']?.includes('json') ?? false
            resolve({
              status: answer.statusCode ?? 0,
              body: isJson ? JSON.parse(text) : text,
              ms: performance.now() - began,
              retryAfter: answer.headers['retry-after'] ?? null,
            })
          })
        })
        sent.on('error', reject)
        // What waits here for a free connection has not reached the server yet.
        sent.once('socket', () => {
          began = performance.now()
        })
        sent.end(payload ?? undefined)
      }),
    close: () => agent.destroy(),
  }
}
