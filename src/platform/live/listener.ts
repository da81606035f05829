import pg from 'pg'

export type ListenerParts = {
  readonly connection: pg.ClientConfig
  readonly channel: string
  readonly onText: (text: string) => void
  /** The line is up again after it was down: what was said meanwhile is lost. */
  readonly onReturn: () => void
  readonly onTrouble: (error: unknown) => void
  /** First and longest wait before the next try, in milliseconds. */
  readonly waits?: readonly [number, number]
}

export type Listener = AsyncDisposable & { readonly isUp: () => boolean }

/** One connection of its own that listens, and comes back by itself for as long as it is open. */
export function listen(parts: ListenerParts): Listener {
  const [firstWait, longestWait] = parts.waits ?? [500, 10_000]
  let client: pg.Client | null = null
  let isUp = false
  let wasUp = false
  let closed = false
  let wait = firstWait
  let failures = 0
  let timer: NodeJS.Timeout | undefined

  const down = (which: pg.Client, error?: unknown) => {
    if (client !== which) return
    client = null
    isUp = false
    which.end().catch(() => {}) // it is gone already
    if (closed) return
    // A line that is back at the next try is nobody's trouble.
    if (error !== undefined && ++failures > 1) parts.onTrouble(error)
    timer = setTimeout(up, wait)
    timer.unref()
    wait = Math.min(wait * 2, longestWait)
  }

  const up = async () => {
    const mine = new pg.Client(parts.connection)
    client = mine
    mine.on('error', (error) => down(mine, error))
    mine.on('end', () => down(mine))
    mine.on('notification', ({ payload = '' }) => parts.onText(payload))
    try {
      await mine.connect()
      await mine.query(`listen ${pg.escapeIdentifier(parts.channel)}`)
    } catch (error) {
      down(mine, error)
      return
    }
    if (client !== mine) return
    isUp = true
    wait = firstWait
    failures = 0
    if (wasUp) parts.onReturn()
    wasUp = true
  }

  void up()
  return {
    isUp: () => isUp,
    async [Symbol.asyncDispose]() {
      closed = true
      clearTimeout(timer)
      const last = client
      client = null
      await last?.end()
    },
  }
}
