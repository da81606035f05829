import type { Config } from '../platform/config/config.ts'
import { type ConnectOptions, connect, type OpenDb } from '../platform/db/connect.ts'
import { migrate } from '../platform/db/migrate.ts'
import { demoClock } from '../platform/jobs/clock.ts'
import type { Log } from '../platform/log/log.ts'
import { type Clock, type Instant, SECOND, systemClock } from '../platform/time.ts'

export type Opened = {
  readonly db: OpenDb
  readonly clock: Clock
  /** Null where time is real. */
  readonly turnClock: ((ms: number) => Promise<Instant>) | null
}

/** The database of the configuration, brought to the shape of this program, and the clock that goes with it. */
export async function openDatabase(config: Config, log: Log, options: ConnectOptions = {}): Promise<Opened> {
  const db = await connect(config.databaseUrl ? { url: config.databaseUrl } : { dataDir: config.dataDir }, options)
  try {
    for (const name of await migrate(db)) log.info({ migration: name }, 'migrated')
    return { db, ...(config.demo ? await turningClock(db, log) : { clock: systemClock, turnClock: null }) }
  } catch (error) {
    await db[Symbol.asyncDispose]()
    throw error
  }
}

/** The demo's clock may be turned by any process; each looks at it again every few seconds. */
async function turningClock(db: OpenDb, log: Log): Promise<Omit<Opened, 'db'>> {
  const clock = await demoClock(db)
  const looking = setInterval(() => {
    clock.refresh().catch((error) => log.debug({ error }, 'clock not read'))
  }, 5 * SECOND)
  looking.unref()
  return { clock, turnClock: clock.turnBy }
}
