import type { Pool } from 'pg'
import { commitFilings, commitMoves } from '../src/kernel/cases/store/commit.ts'
import type { OpenDb } from '../src/platform/db/connect.ts'
import type { Db, Prepared } from '../src/platform/db/db.ts'
import { line } from './figures.ts'

export type Written = { readonly statement: Prepared; readonly values: readonly unknown[] }

/** A database that also remembers what the engine wrote for a case, so that the same rows can be written without it. */
export function recording(db: OpenDb): { readonly db: Db; readonly written: Written[] } {
  const written: Written[] = []
  const prepared: Db['prepared'] = (statement, values) => {
    if (statement.name === commitMoves.name || statement.name === commitFilings.name)
      written.push({ statement, values })
    return db.prepared(statement, values)
  }
  return { db: { kysely: db.kysely, transaction: (work) => db.transaction(work), prepared }, written }
}

/**
 * The yardstick: the very rows of one life written again and again under other ids, straight through the driver, with
 * no HTTP, no rule, no read and no hash. Nothing that keeps these rows can be faster on this machine.
 */
export async function measureFloor(
  pool: Pool,
  life: readonly Written[],
  clients: number,
  seconds: number,
): Promise<number> {
  const first = life[0]
  if (!first) throw new Error('no life was recorded')
  const { id = '', number = '' } = rowOf(first)
  let lives = 0
  const began = performance.now()
  const one = async (client: number) => {
    for (let round = 0; performance.now() - began < seconds * 1000; round++) {
      const suffix = `f${clients}x${client}x${round}`
      for (const { statement, values } of life) {
        const other = values.map((value) =>
          (Array.isArray(value) ? `{${value.join()}}` : String(value))
            .replaceAll(id, id + suffix)
            .replaceAll(number, number + suffix)
            .replaceAll('"notice_', `"notice_${suffix}`)
            .replaceAll('"key":"', `"key":"${suffix}`),
        )
        await pool.query({ name: `floor.${statement.name}`, text: statement.text, values: other })
      }
      lives += 1
    }
  }
  await Promise.all(Array.from({ length: clients }, (_none, client) => one(client)))
  const perSecond = lives / ((performance.now() - began) / 1000)
  console.log(line(`floor: the same rows by plain SQL, ${clients} client(s)`, perSecond, null, 'whole lives'))
  return perSecond
}

/** The case that a statement writes when it writes only one. */
export const rowOf = ({ values }: Written): { readonly id?: string; readonly number?: string } =>
  JSON.parse(String(values[1]))[0] ?? {}
