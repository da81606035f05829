import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../tests/database.ts'
import { DAY, HOUR, later, turnableClock } from '../time.ts'
import { deadLetters, retryDeadLetter } from './dead-letters.ts'
import type { Timer } from './model.ts'
import { createRunner, type JobFailure, type RunnerParts } from './runner.ts'
import { callOffTimer, claimTimers, forgetDelivered, putMessage, queueLengths, setTimer, timerFailed } from './store.ts'

const MORNING = '2026-03-02T01:00:00.000Z'
const district = '349901'

let fresh: TestDatabase
beforeAll(async () => {
  fresh = await freshDatabase()
})
afterAll(() => fresh.close())
beforeEach(() => sql`truncate jobs.timer, jobs.outbox, jobs.recurring`.execute(fresh.db.kysely))

const clockAt = () => turnableClock(MORNING)

function runnerOf(parts: Partial<RunnerParts>) {
  const failures: JobFailure[] = []
  const runner = createRunner({
    db: fresh.db,
    clock: clockAt(),
    onFailure: (failure) => failures.push(failure),
    ...parts,
  })
  return { ...runner, failures }
}

const remind = (key: string, due = MORNING): Omit<Timer, 'attempts'> => ({
  district,
  key,
  kind: 'remind',
  due: due as typeof MORNING,
  payload: { case: key },
})

const hello = (id: string, topic = 'notice.sms') => ({
  district,
  id,
  topic,
  payload: { text: '您好' },
  at: MORNING as typeof MORNING,
  due: MORNING as typeof MORNING,
})

/** The wait after a failure passes in the database's time; here it is simply over. */
const letTheWaitPass = () =>
  sql`with t as (update jobs.timer set locked_until = now() - interval '1 second' where locked_until is not null)
    update jobs.outbox set locked_until = now() - interval '1 second' where locked_until is not null`.execute(
    fresh.db.kysely,
  )

test('a timer fires once its time has come, not before, and is gone afterwards', async () => {
  const fired: Timer[] = []
  const clock = clockAt()
  const runner = runnerOf({ clock, timers: { remind: async (timer) => void fired.push(timer) } })
  await setTimer(fresh.db, remind('case_1', later(MORNING, HOUR)))
  expect(await runner.runDueJobs()).toEqual({ ran: 0, failed: 0 })
  clock.turnTo(later(MORNING, HOUR))
  expect(await runner.runDueJobs()).toEqual({ ran: 1, failed: 0 })
  expect(await runner.runDueJobs()).toEqual({ ran: 0, failed: 0 })
  expect(fired).toMatchObject([
    { key: 'case_1', payload: { case: 'case_1' }, due: '2026-03-02T02:00:00.000Z', attempts: 1 },
  ])
})

test('two processes share two hundred timers and none fires twice', async () => {
  for (let n = 0; n < 200; n++) await setTimer(fresh.db, remind(`case_${n}`))
  const fired: string[] = []
  const timers = { remind: async ({ key }: Timer) => void fired.push(key) }
  const one = runnerOf({ timers })
  const two = runnerOf({ timers })
  const results = await Promise.all([one.runDueJobs(), two.runDueJobs()])
  expect(results.map(({ ran }) => ran).reduce((a, b) => a + b)).toBe(200)
  expect(new Set(fired).size).toBe(200)
  expect(fired).toHaveLength(200)
})

test('no more than four run at once in one process', async () => {
  for (let n = 0; n < 40; n++) await setTimer(fresh.db, remind(`case_${n}`))
  let now = 0
  let most = 0
  const remindSlowly = async () => {
    most = Math.max(most, ++now)
    await sql`select pg_sleep(0.002)`.execute(fresh.db.kysely)
    now--
  }
  await runnerOf({ timers: { remind: remindSlowly } }).runDueJobs()
  expect(most).toBe(4)
})

test('a timer whose process has died is taken over when its lease ends, and the late word of the dead changes nothing', async () => {
  await setTimer(fresh.db, remind('case_1'))
  const [held] = await claimTimers(fresh.db, { now: MORNING, limit: 1, leaseMs: HOUR })
  if (!held) throw new Error('nothing claimed')
  const fired: number[] = []
  const runner = runnerOf({ timers: { remind: async ({ attempts }) => void fired.push(attempts) } })
  expect(await runner.runDueJobs()).toEqual({ ran: 0, failed: 0 })
  await letTheWaitPass()
  expect(await runner.runDueJobs()).toEqual({ ran: 1, failed: 0 })
  expect(fired).toEqual([2])
  await setTimer(fresh.db, remind('case_1', later(MORNING, DAY)))
  await timerFailed(fresh.db, held, { error: 'too late', again: { deadAt: MORNING } })
  expect(await deadLetters(fresh.db, { district, limit: 10 })).toEqual([])
})

test('a timer set anew by its own work survives and fires again at its new time', async () => {
  const clock = clockAt()
  const fired: string[] = []
  const timers = {
    remind: async (timer: Timer) => {
      fired.push(timer.due)
      if (fired.length === 1) await setTimer(fresh.db, remind('case_1', later(timer.due, DAY)))
    },
  }
  const runner = runnerOf({ clock, timers })
  await setTimer(fresh.db, remind('case_1'))
  await runner.runDueJobs()
  clock.turnTo(later(MORNING, DAY))
  await runner.runDueJobs()
  expect(fired).toEqual(['2026-03-02T01:00:00.000Z', '2026-03-03T01:00:00.000Z'])
  expect(await queueLengths(fresh.db, later(MORNING, DAY))).toEqual({ timersDue: 0, messagesDue: 0, dead: 0 })
})

test('a timer that a statement of the case engine moved without touching its lease is free at once', async () => {
  const timers = {
    remind: async ({ key }: Timer) =>
      void (await sql`update jobs.timer set due = ${later(MORNING, DAY)} where key = ${key}`.execute(fresh.db.kysely)),
  }
  await setTimer(fresh.db, remind('case_1'))
  await runnerOf({ timers }).runDueJobs()
  const { rows } = await sql`select attempts, locked_until, due from jobs.timer`.execute(fresh.db.kysely)
  expect(rows).toEqual([{ attempts: 0, locked_until: null, due: '2026-03-03T01:00:00.000Z' }])
})

test('a timer that was called off does not fire', async () => {
  await setTimer(fresh.db, remind('case_1'))
  await callOffTimer(fresh.db, district, 'case_1')
  expect(await runnerOf({}).runDueJobs()).toEqual({ ran: 0, failed: 0 })
})

test('one bad case does not hold up the others, and is tried again only after a wait that grows', async () => {
  const timers = {
    remind: async ({ key }: Timer) => {
      if (key === 'case_2') throw new Error('no such case')
    },
  }
  for (const key of ['case_1', 'case_2', 'case_3']) await setTimer(fresh.db, remind(key))
  const runner = runnerOf({ timers })
  expect(await runner.runDueJobs()).toEqual({ ran: 2, failed: 1 })
  expect(await runner.runDueJobs()).toEqual({ ran: 0, failed: 0 })
  const waits: number[] = []
  for (let n = 0; n < 4; n++) {
    const { rows } = await sql<{ seconds: number }>`
      select extract(epoch from locked_until - now())::float8 as seconds from jobs.timer`.execute(fresh.db.kysely)
    waits.push(Math.ceil(rows[0]?.seconds ?? 0))
    await letTheWaitPass()
    await runner.runDueJobs()
  }
  expect(waits).toEqual([1, 4, 16, 64])
  expect(runner.failures.map(({ job, id, attempts }) => `${job} ${id} ${attempts}`)).toEqual(
    [1, 2, 3, 4, 5].map((attempts) => `remind case_2 ${attempts}`),
  )
})

test('after eight tries it lies among the dead letters until somebody tries it again', async () => {
  let broken = true
  const delivered: string[] = []
  const outbox = {
    notice: async ({ id }: { id: string }) => {
      if (broken) throw new Error('the gateway is closed')
      delivered.push(id)
    },
  }
  const runner = runnerOf({ outbox })
  await putMessage(fresh.db, hello('msg_1'))
  await setTimer(fresh.db, remind('case_1'))
  for (let n = 0; n < 10; n++) {
    await runner.runDueJobs()
    await letTheWaitPass()
  }
  const dead = await deadLetters(fresh.db, { district, limit: 10 })
  expect(dead).toEqual([
    {
      id: 'timer/case_1',
      district,
      what: 'remind',
      due: MORNING,
      deadAt: MORNING,
      attempts: 8,
      error: 'nobody handles remind',
    },
    {
      id: 'outbox/msg_1',
      district,
      what: 'notice.sms',
      due: MORNING,
      deadAt: MORNING,
      attempts: 8,
      error: 'the gateway is closed',
    },
  ])
  const [first, second] = dead
  if (!first || !second) throw new Error('no dead letters')
  expect(await deadLetters(fresh.db, { district, limit: 1 })).toEqual([first])
  expect(await deadLetters(fresh.db, { district, after: first, limit: 9 })).toEqual([second])
  expect(await deadLetters(fresh.db, { district: '349902', limit: 9 })).toEqual([])
  broken = false
  expect(await retryDeadLetter(fresh.db, second)).toBe(true)
  expect(await retryDeadLetter(fresh.db, second)).toBe(false)
  expect(await runner.runDueJobs()).toEqual({ ran: 1, failed: 0 })
  expect(delivered).toEqual(['msg_1'])
})

test('a message is put once, told once, and goes to whoever knows the longest part of its topic', async () => {
  const told: string[] = []
  const outbox = {
    'notice.': async () => void told.push('any'),
    'notice.sms': async () => void told.push('sms'),
  }
  const runner = runnerOf({ outbox })
  await putMessage(fresh.db, hello('msg_1'))
  await putMessage(fresh.db, hello('msg_1'))
  await putMessage(fresh.db, hello('msg_2', 'notice.mail'))
  expect(await runner.runDueJobs()).toEqual({ ran: 2, failed: 0 })
  expect(told.toSorted()).toEqual(['any', 'sms'])
  expect(await forgetDelivered(fresh.db, MORNING)).toBe(0)
  expect(await forgetDelivered(fresh.db, later(MORNING, DAY))).toBe(2)
})

test('a job that kills its process every time is buried in the end', async () => {
  await setTimer(fresh.db, remind('case_1'))
  for (let n = 0; n < 8; n++) {
    await claimTimers(fresh.db, { now: MORNING, limit: 1, leaseMs: 0 })
    await letTheWaitPass()
  }
  const runner = runnerOf({ timers: { remind: async () => {} } })
  expect(await runner.runDueJobs()).toEqual({ ran: 0, failed: 1 })
  expect(await deadLetters(fresh.db, { district, limit: 1 })).toMatchObject([{ error: 'its process never came back' }])
})

test('the hourly round is made once an hour, by one process of two, and a failure does not end it', async () => {
  const clock = clockAt()
  const rounds: string[] = []
  const hourly = {
    name: 'ledger.anchor',
    every: HOUR,
    run: async (at: string) => {
      rounds.push(at)
      if (rounds.length === 1) throw new Error('not today')
    },
  }
  const one = runnerOf({ clock, recurring: [hourly] })
  const two = runnerOf({ clock, recurring: [hourly] })
  const both = () => Promise.all([one.runDueJobs(), two.runDueJobs()])
  await both()
  await both()
  clock.turnTo(later(MORNING, HOUR))
  await both()
  expect(rounds).toEqual(['2026-03-02T01:00:00.000Z', '2026-03-02T02:00:00.000Z'])
})

test('what has just been committed is run at the ring of the bell, and stopping waits for it', async () => {
  let begun = () => {}
  const ran = new Promise<void>((resolve) => {
    begun = resolve
  })
  let finished = false
  const timers = {
    remind: async () => {
      begun()
      await sql`select pg_sleep(0.05)`.execute(fresh.db.kysely)
      finished = true
    },
  }
  const runner = runnerOf({ timers, pollMs: HOUR })
  runner.start()
  runner.start()
  await setTimer(fresh.db, remind('case_1'))
  runner.nudge()
  await ran
  await runner.stop()
  expect(finished).toBe(true)
  expect(await queueLengths(fresh.db, MORNING)).toEqual({ timersDue: 0, messagesDue: 0, dead: 0 })
})
