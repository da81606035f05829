import { expect, test } from 'vitest'
import type { News } from '../../../platform/live/hub.ts'
import type { Board } from '../model.ts'
import { rememberBoards, SCREEN_TOPIC } from './boards.ts'

const question = { district: '349901', units: null, days: 30 }

/** A wall before a machine whose time stands still until somebody waits; every board knows how often was asked. */
function wall() {
  let now = 0
  let asked = 0
  let hear: (news: News) => void = () => {}
  const read = async () => ({ asked: ++asked }) as unknown as Board
  const hub = {
    subscribe(heard: typeof hear) {
      hear = heard
      return () => {}
    },
  }
  const wait = async (ms: number) => {
    now += ms
  }
  return {
    board: rememberBoards(read, hub, { ticks: () => now, wait }),
    news: (topic: string | null) => hear({ topic, payload: null }),
    pass: (ms: number) => {
      now += ms
    },
    now: () => now,
  }
}

test('many walls within two seconds are one question', async () => {
  const { board, pass } = wall()
  const first = await Promise.all([board(question), board(question)])
  pass(1_999)
  expect([...first, await board(question)]).toEqual([{ asked: 1 }, { asked: 1 }, { asked: 1 }])
  pass(1)
  expect(await board(question)).toEqual({ asked: 2 })
})

test.each([SCREEN_TOPIC, null])('after news about %s nobody is shown the board from before it', async (topic) => {
  const { board, news, pass, now } = wall()
  await board(question)
  pass(500)
  news(topic)
  expect(await Promise.all([board(question), board(question)])).toEqual([{ asked: 2 }, { asked: 2 }])
  expect(now()).toBe(2_000)
})

test('news of another matter, and a board of another scope, ask nothing anew', async () => {
  const { board, news } = wall()
  await board(question)
  news('desk/unit_chengguan')
  expect(await board(question)).toEqual({ asked: 1 })
  expect(await board({ ...question, units: ['unit_chengguan'] })).toEqual({ asked: 2 })
  expect(await board(question)).toEqual({ asked: 1 })
})

test('a board that could not be read is asked again by the next wall', async () => {
  let broken = true
  const read = async () => {
    if (broken) throw new Error('the database is away')
    return { asked: 1 } as unknown as Board
  }
  const board = rememberBoards(read, { subscribe: () => () => {} }, { ticks: () => 0 })
  await expect(board(question)).rejects.toThrow('away')
  broken = false
  expect(await board(question)).toEqual({ asked: 1 })
})
