import type { FastifyBaseLogger } from 'fastify'
import type { Clock } from '../time.ts'
import { redact } from './redact.ts'

export const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
export type Level = (typeof levels)[number]

/** One line of JSON per thing that happened. Fastify takes it as its own logger. */
export type Log = FastifyBaseLogger

type Sink = { level: Level; clock: Clock; write(line: string): void }

/**
 * A log that writes `{"at":…,"level":…,"message":…, facts}` and lets nothing personal through:
 * see `redact`. Facts given to `child` stand in each of its lines.
 */
export function createLog(sink: Sink, held: Readonly<Record<string, unknown>> = {}): Log {
  const threshold = levels.indexOf(sink.level)
  const at = (level: Level) => {
    if (levels.indexOf(level) < threshold) return () => {}
    return (first: unknown, second?: unknown) => {
      const facts = typeof first === 'string' ? { message: first } : { ...factsOf(first), ...messageOf(second) }
      sink.write(`${JSON.stringify({ at: sink.clock.now(), level, ...(redact({ ...held, ...facts }) as object) })}\n`)
    }
  }
  return {
    level: sink.level,
    trace: at('trace'),
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    fatal: at('fatal'),
    silent: () => {},
    child: (more: Record<string, unknown>) => createLog(sink, { ...held, ...namesOf(more) }),
  } as Log
}

const factsOf = (value: unknown): object =>
  value instanceof Error ? { error: value } : typeof value === 'object' && value !== null ? value : { message: value }

const messageOf = (value: unknown): object => (value === undefined ? {} : { message: value })

/** Fastify hands its child loggers serializers and the request; a line keeps the id alone. */
function namesOf(more: Record<string, unknown>): Record<string, unknown> {
  const { reqId, req: _req, res: _res, serializers: _serializers, ...rest } = more
  return reqId === undefined ? rest : { ...rest, id: reqId }
}

/** For tests and for commands that speak to a person instead. */
export const silentLog = (clock: Clock): Log => createLog({ level: 'silent', clock, write: () => {} })
