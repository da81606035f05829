import type { Hub } from '../../../platform/live/hub.ts'
import type { Board } from '../model.ts'
import type { BoardQuestion } from './board.ts'

/** The least time between two questions for one board, in milliseconds of the machine. */
export const FRESH = 2_000
/** What the city publishes when a figure may have changed. */
export const SCREEN_TOPIC = 'screen'

type Kept = {
  readonly askedAt: number
  /** The news heard when it was asked: a board that knows of all news is shown again. */
  readonly heard: number
  readonly board: Promise<Board>
  next: Promise<Board> | null
}

type BoardRead = (question: BoardQuestion) => Promise<Board>
type Ticking = { readonly ticks?: () => number; readonly wait?: (ms: number) => Promise<void> }

/**
 * One board per scope, asked at most once in two seconds however many walls look. Whoever asks after news that the
 * last board does not know of waits for the next one, so that no wall draws yesterday's figure over today's news.
 */
export function rememberBoards(read: BoardRead, hub: Pick<Hub, 'subscribe'>, ticking: Ticking = {}): BoardRead {
  const { ticks = () => performance.now(), wait = sleep } = ticking
  const known = new Map<string, Kept>()
  let heard = 0
  hub.subscribe(({ topic }) => {
    if (topic === null || topic === SCREEN_TOPIC) heard += 1
  })
  const ask = (key: string, question: BoardQuestion): Promise<Board> => {
    const askedAt = ticks()
    for (const [old, kept] of known) if (kept.next === null && kept.askedAt + FRESH <= askedAt) known.delete(old)
    const board = read(question)
    const kept: Kept = { askedAt, heard, board, next: null }
    known.set(key, kept)
    board.catch(() => {
      if (known.get(key) === kept) known.delete(key)
    })
    return board
  }
  return (question) => {
    const key = JSON.stringify([question.district, question.units, question.days])
    const kept = known.get(key)
    if (!kept) return ask(key, question)
    if (kept.next) return kept.next
    const left = kept.askedAt + FRESH - ticks()
    if (left <= 0) return ask(key, question)
    if (kept.heard === heard) return kept.board
    kept.next = wait(left).then(() => ask(key, question))
    return kept.next
  }
}

const sleep = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))
