import type { Json } from '../../../platform/canonical.ts'
import type { Db, Prepared } from '../../../platform/db/db.ts'
import type { Instant } from '../../../platform/time.ts'
import { type CaseId, districtOf } from '../model/case.ts'
import { commitFilings, commitMoves } from '../store/commit.ts'

/** What one act writes: a row of the case by the columns of the statement, and the rows that follow from it. */
export type Writing = {
  readonly id: CaseId
  readonly at: Instant
  readonly version: number
  /** The first fact of a case, or one that follows. */
  readonly first: boolean
  readonly row: Readonly<Record<string, unknown>>
  readonly facts: readonly object[]
  readonly figures: readonly object[]
  readonly notices: readonly object[]
  readonly messages: readonly { readonly id: string; readonly topic: string; readonly payload: Json }[]
}

/** Brings an act into the database, or throws why it is not there; nothing of it is there by halves. */
export type Write = (writing: Writing) => Promise<void>

/** Each act by itself: inside somebody's transaction. */
export const writingAlone =
  (db: Db): Write =>
  async (writing) => {
    await db.prepared(statementOf(writing), valuesOf([writing]))
  }

/** Statements of one process under way at once: one computes while the disk confirms the other. */
const UNDER_WAY = 1
const TOGETHER = 32

type Waiting = { readonly writing: Writing; readonly yes: () => void; readonly no: (error: unknown) => void }

/**
 * Acts that come while others are on their way to the disk wait for the next statement and go there together, so that
 * a busy city pays for a statement and for the disk once for many acts. Who comes alone waits for nobody. Where one of
 * several is refused by the database each goes by itself, so that nobody pays for the fault of another.
 */
export function writingTogether(db: Db): Write {
  const alone = writingAlone(db)
  const waiting: Waiting[] = []
  const busy = new Set<CaseId>()
  let underWay = 0

  const settle = async (together: readonly Waiting[]) => {
    try {
      const [first] = together
      if (first) await db.prepared(statementOf(first.writing), valuesOf(together.map(({ writing }) => writing)))
      for (const { yes } of together) yes()
    } catch (error) {
      if (together.length === 1 || !isOfOne(error)) for (const { no } of together) no(error)
      else for (const { writing, yes, no } of together) await alone(writing).then(yes, no)
    }
  }
  const next = () => {
    while (underWay < UNDER_WAY) {
      const together = takeAlike(waiting, busy)
      if (together.length === 0) return
      underWay += 1
      for (const { writing } of together) busy.add(writing.id)
      void settle(together).then(() => {
        for (const { writing } of together) busy.delete(writing.id)
        underWay -= 1
        next()
      })
    }
  }
  return (writing) =>
    new Promise((yes, no) => {
      waiting.push({ writing, yes, no })
      next()
    })
}

/** The first that may go, and all that can go in its statement: the same district, the same kind, no case twice. */
function takeAlike(waiting: Waiting[], busy: ReadonlySet<CaseId>): Waiting[] {
  const taken: Waiting[] = []
  const ids = new Set(busy)
  for (let index = 0; index < waiting.length && taken.length < TOGETHER; ) {
    const one = waiting[index]
    const [first = one] = taken
    const goes =
      one && first && !ids.has(one.writing.id) && one.writing.first === first.writing.first && sameDistrict(one, first)
    if (goes) {
      taken.push(one)
      ids.add(one.writing.id)
      waiting.splice(index, 1)
    } else index += 1
  }
  return taken
}

const sameDistrict = (one: Waiting, other: Waiting): boolean =>
  districtOf(one.writing.id) === districtOf(other.writing.id)

/** Data and constraints (classes 22 and 23), deadlock and serialization: what may be one act's fault or luck. */
const isOfOne = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^(22|23|40)[0-9A-Z]{3}$/.test(String(error.code))

const statementOf = ({ first }: Writing): Prepared => (first ? commitFilings : commitMoves)

function valuesOf(writings: readonly Writing[]): unknown[] {
  const [one] = writings
  const all = (rows: (writing: Writing) => readonly object[]) => JSON.stringify(writings.flatMap(rows))
  return [
    one && districtOf(one.id),
    JSON.stringify(writings.map(({ row }) => row)),
    all(({ facts }) => facts),
    all(({ figures, id, version, at }) =>
      figures.map((row, line) => ({ ...row, of: id, version, at, line: line + 1 })),
    ),
    all(({ notices, id, at }) => notices.map((row) => ({ ...row, of: id, at }))),
    all(({ messages, at }) => messages.map((row) => ({ ...row, at }))),
    writings.map(({ id }) => id),
  ]
}
