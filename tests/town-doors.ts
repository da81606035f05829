import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { InjectOptions } from 'fastify'
import { buildApp } from '../src/app.ts'
import type { Capacity } from '../src/kernel/organisations/model.ts'
import { residentWith } from '../src/kernel/people/handle/residents.ts'
import type { PersonId, StaffId } from '../src/kernel/people/model.ts'
import { readConfig } from '../src/platform/config/config.ts'
import { silentLog } from '../src/platform/log/log.ts'
import { HOUR } from '../src/platform/time.ts'
import { DISTRICT, MASTER, town } from './town.ts'

type Payload = NonNullable<InjectOptions['payload']>

/** The invented town with its doors open: the same database, clock and key, and everybody can be signed in by id. */
export async function townWithDoors(at?: string) {
  const here = await town(at)
  const dataDir = mkdtempSync(join(tmpdir(), 'town-'))
  const config = readConfig({ DATA_DIR: dataDir, DEMO: 'true', RATE_PER_MINUTE: '0' })
  const log = silentLog(here.clock)
  // A machine that runs all tests at once is late; that is not what these tests are about.
  const marks = { inFlight: 1_000, delay: HOUR, few: 1_000 }
  const app = await buildApp({ db: here.db, clock: here.clock, config, log, master: MASTER, marks })
  const { sessions } = app.city
  const from = { ip: '127.0.0.1', agent: 'test' }

  /** Signs somebody in and answers how he asks; null asks as a visitor. */
  async function by(who: StaffId | PersonId | null) {
    const begun = who && (await sessions.begin(here.db, DISTRICT, who, 'password', from))
    const signed = begun ? { authorization: `Bearer ${begun.token}` } : {}
    const ask = (
      method: 'GET' | 'POST' | 'PUT' | 'DELETE',
      url: string,
      payload?: Payload,
      headers: Record<string, string> = {},
    ) =>
      app.http.inject({
        method,
        url,
        headers: { ...signed, ...headers },
        ...(payload === undefined ? {} : { payload }),
      })
    return {
      get: (url: string, headers?: Record<string, string>) => ask('GET', url, undefined, headers),
      post: (url: string, payload: Payload, headers?: Record<string, string>) => ask('POST', url, payload, headers),
      delete: (url: string) => ask('DELETE', url),
      put: (url: string, payload: Payload, headers?: Record<string, string>) => ask('PUT', url, payload, headers),
    }
  }

  return {
    ...here,
    app,
    by,
    /** The jobs of the whole city, twice on purpose. */
    async letJobsRun() {
      await app.city.runner.runDueJobs()
      await app.city.runner.runDueJobs()
    },
    /** Somebody who has this capacity, in this unit where one is given, and is none of these. */
    async who(capacity: Capacity, unit?: string, ...not: string[]): Promise<StaffId> {
      const { rows } = await here.db.pool.query<{ id: StaffId }>(
        'select id from people.staff where district = $1 order by id',
        [DISTRICT],
      )
      for (const { id } of rows) {
        const somebody = await here.directory.staff(DISTRICT, id)
        const holds = somebody?.posts.some(
          (post) => post.capacities.includes(capacity) && (!unit || post.unit === unit),
        )
        if (holds && !not.includes(id)) return id
      }
      throw new Error(`nobody is ${capacity} in ${unit ?? 'the town'}`)
    },
    resident: (phone: string) =>
      residentWith(app.city, { district: DISTRICT, phone, name: null, at: here.clock.now() }),
    async close() {
      await app.close()
      await here.close()
      rmSync(dataDir, { recursive: true })
    },
  }
}

export type TownWithDoors = Awaited<ReturnType<typeof townWithDoors>>
export type Asker = Awaited<ReturnType<TownWithDoors['by']>>
