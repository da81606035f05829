import { sql } from 'kysely'
import type { Json } from '../canonical.ts'
import type { OpenDb } from '../db/connect.ts'
import { randomLetters } from '../ids.ts'
import type { Log } from '../log/log.ts'
import { listen } from './listener.ts'

/** Something about `topic` has changed; `null` is about everything, because something may have been missed. */
export type News = { readonly topic: string | null; readonly payload: Json }

export type Hub = AsyncDisposable & {
  /**
   * Tells every process that something about `topic` has changed. Call it after the commit, never inside the
   * transaction: NOTIFY there costs a third of all commits. Within a fifth of a second the last payload of a topic wins.
   * No personal data: an id at most.
   */
  publish(topic: string, payload?: Json): void
  subscribe(hear: (news: News) => void): () => void
  /** Sends what waits, for those who cannot wait a fifth of a second: tests, and closing. */
  flush(): Promise<void>
}

export type HubParts = {
  readonly db: OpenDb
  readonly log: Log
  /** At most one message per so many milliseconds leaves a process. */
  readonly every?: number
  /** While the line between processes is down, faces are asked to look for themselves this often. */
  readonly pollEvery?: number
  readonly waits?: readonly [number, number]
}

const CHANNEL = 'live'
/** PostgreSQL takes under 8000 bytes in one NOTIFY. */
const MOST_BYTES = 7_000

/** The hub of this process: what it publishes is heard here at once and in all others through LISTEN/NOTIFY. */
export function createHub({ db, log, every = 200, pollEvery = 10_000, waits }: HubParts): Hub {
  const me = randomLetters(10)
  const hearers = new Set<(news: News) => void>()
  const waiting = new Map<string, Json>()
  let timer: NodeJS.Timeout | undefined
  let hears = false
  let sending: Promise<void> = Promise.resolve()

  const tell = (news: News) => {
    for (const hear of hearers) hear(news)
  }
  const missed = () => tell({ topic: null, payload: null })
  const listener = listen({
    connection: db.connectionConfig,
    channel: CHANNEL,
    onText(text) {
      const said = readMessage(text)
      if (said?.from === me) hears = true
      else for (const [topic, payload] of said?.news ?? []) tell({ topic, payload })
    },
    onReturn: missed,
    // One line, for it comes back by itself: where it broke is not in our code.
    onTrouble: (error) =>
      log.warn({ trouble: error instanceof Error ? error.message : String(error) }, 'live line down'),
    ...(waits ? { waits } : {}),
  })
  // A line that is up may still be deaf, as behind a pooler: we believe it when we have heard ourselves.
  const polling = setInterval(() => {
    if (!listener.isUp() || !hears) missed()
    hears = false
    if (waiting.size === 0) send([]).catch(() => {}) // the line's own trouble is logged by the listener
  }, pollEvery)
  polling.unref()

  const send = async (news: readonly [string, Json][]) => {
    for (const text of messages(me, news)) await sql`select pg_notify(${CHANNEL}, ${text})`.execute(db.kysely)
  }
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    const news = [...waiting]
    waiting.clear()
    for (const [topic, payload] of news) tell({ topic, payload })
    if (news.length > 0)
      sending = sending.then(() => send(news)).catch((error) => log.warn({ error }, 'news not sent to other processes'))
    return sending
  }
  return {
    publish(topic, payload = null) {
      waiting.set(topic, payload)
      timer ??= setTimeout(flush, every)
    },
    subscribe(hear) {
      hearers.add(hear)
      return () => hearers.delete(hear)
    },
    flush,
    async [Symbol.asyncDispose]() {
      clearInterval(polling)
      await flush()
      await listener[Symbol.asyncDispose]()
    },
  }
}

type Message = { readonly from: string; readonly news: readonly [string, Json][] }

/** As few messages as hold the news; a payload too long for any is left out, its topic is not. */
function messages(from: string, news: readonly [string, Json][]): string[] {
  const texts: string[] = []
  let held: [string, Json][] = []
  const text = (entries: readonly [string, Json][]) => JSON.stringify({ from, news: entries })
  for (const [topic, payload] of news) {
    const entry: [string, Json] =
      Buffer.byteLength(text([[topic, payload]])) > MOST_BYTES ? [topic, null] : [topic, payload]
    if (held.length > 0 && Buffer.byteLength(text([...held, entry])) > MOST_BYTES) {
      texts.push(text(held))
      held = []
    }
    held.push(entry)
  }
  return [...texts, text(held)]
}

function readMessage(text: string): Message | null {
  try {
    return JSON.parse(text) as Message
  } catch {
    return null // not one of ours
  }
}
