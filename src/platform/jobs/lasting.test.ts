import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../tests/database.ts'
import { turnableClock } from '../time.ts'
import { createRunner, type JobFailure, type RunnerParts } from './runner.ts'
import { putMessage, queueLengths, setTimer } from './store.ts'

const MORNING = '2026-03-02T01:00:00.000Z'
const district = '349901'

let fresh: TestDatabase
beforeAll(async () => {
  fresh = await freshDatabase()
})
afterAll(() => fresh.close())
beforeEach(() => sql`truncate jobs.timer, jobs.outbox, jobs.recurring`.execute(fresh.db.kysely))

function runnerOf(parts: Partial<RunnerParts>) {
  const failures: JobFailure[] = []
  const onFailure = (failure: JobFailure) => void failures.push(failure)
  return { ...createRunner({ db: fresh.db, clock: turnableClock(MORNING), onFailure, ...parts }), failures }
}

const remind = (key: string) => ({ district, key, kind: 'remind', due: MORNING, payload: {} }) as const
const hello = (id: string, topic = 'notice.sms') =>
  ({ district, id, topic, payload: {}, at: MORNING, due: MORNING }) as const

test('what lasts is carried beside the rest: timers and letters do not wait for it', async () => {
  const order: string[] = []
  let end = () => {}
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  await using runner = runnerOf({
    pollMs: 5,
    timers: { remind: async ({ key }) => void order.push(key) },
    outbox: { notice: async ({ id }) => void order.push(id) },
    lasting: {
      'places.import': async () => {
        order.push('begun')
        await ended
        order.push('ended')
      },
    },
  })
  await putMessage(fresh.db, hello('import_1', 'places.import'))
  runner.start()
  await expect.poll(() => order).toEqual(['begun'])
  await setTimer(fresh.db, remind('case_1'))
  await putMessage(fresh.db, hello('letter_1'))
  runner.nudge()
  await expect.poll(() => order).toEqual(['begun', 'case_1', 'letter_1'])
  end()
  await expect.poll(() => order.at(-1)).toBe('ended')
  await runner.stop()
  expect(await queueLengths(fresh.db, MORNING)).toEqual({ timersDue: 0, messagesDue: 0, dead: 0 })
})

test('what outlives its lease keeps it, so that nobody begins it a second time', async () => {
  let begun = 0
  const lasting = {
    'places.import': async () => {
      begun += 1
      await new Promise((resolve) => setTimeout(resolve, 700))
    },
  }
  await putMessage(fresh.db, hello('import_1', 'places.import'))
  const [one, two] = [runnerOf({ lasting, leaseMs: 300 }), runnerOf({ lasting, leaseMs: 300 })]
  const first = one.runDueJobs()
  await new Promise((resolve) => setTimeout(resolve, 450))
  await Promise.all([first, two.runDueJobs()])
  expect(begun).toBe(1)
})

test('a process that stops gives back what it carried, and it does not count as a try', async () => {
  const lasting = {
    'places.import': (_: unknown, stop: AbortSignal) =>
      new Promise<void>((_resolve, reject) => stop.addEventListener('abort', () => reject(new Error('stopped')))),
  }
  await putMessage(fresh.db, hello('import_1', 'places.import'))
  const runner = runnerOf({ lasting, pollMs: 5 })
  runner.start()
  const waiting = () =>
    sql<{ attempts: number; locked: boolean }>`select attempts, locked_until is not null as locked from jobs.outbox`
      .execute(fresh.db.kysely)
      .then(({ rows }) => rows[0])
  await expect.poll(waiting).toEqual({ attempts: 1, locked: true })
  await runner.stop()
  expect(await waiting()).toEqual({ attempts: 0, locked: false })
  expect(runner.failures).toEqual([])
})
