import type { Db } from '../../../platform/db/db.ts'
import type { Instant } from '../../../platform/time.ts'
import { localDay } from '../../worktime/rules.ts'
import { takeNumbers } from '../store/commit.ts'

const BLOCK = 500
const LAST = 999_999

export type NumberFor = {
  (district: string, at: Instant): Promise<string>
  /** The same numbers for a filing inside a transaction that is under way. */
  within(tx: Db): NumberFor
}

/**
 * Case numbers: the day of filing and six digits from 000001, fourteen in all, so that they can be read over the phone.
 * Each process takes a block of 500 at a time; what it has not used when it stops is never used.
 */
export function numbering(db: Db): NumberFor {
  const blocks = new Map<string, { next: number; left: number }>()
  const taking = new Map<string, Promise<void>>()
  const take = async (district: string) => {
    const [row] = await db.prepared<{ next: number }>(takeNumbers, [district, BLOCK])
    if (row) blocks.set(district, { next: row.next - BLOCK, left: BLOCK })
    taking.delete(district)
  }
  const counted = (district: string): number | null => {
    const block = blocks.get(district)
    if (!block?.left) return null
    block.left -= 1
    return block.next++
  }
  const numberFor = async (district: string, at: Instant) => {
    let count = counted(district)
    while (count === null) {
      if (!taking.has(district)) taking.set(district, take(district))
      await taking.get(district)
      count = counted(district)
    }
    return written(count, at)
  }
  // A transaction that waited here for another connection might wait for itself; it takes its one number by its own.
  const within = (tx: Db): NumberFor => {
    const inside = async (district: string, at: Instant) => {
      const count = counted(district)
      if (count !== null) return written(count, at)
      const [row] = await tx.prepared<{ next: number }>(takeNumbers, [district, 1])
      if (!row) throw new Error('the numbering answered nothing')
      return written(row.next - 1, at)
    }
    return Object.assign(inside, { within })
  }
  return Object.assign(numberFor, { within })
}

const written = (count: number, at: Instant): string =>
  localDay(at).replaceAll('-', '') + String((count % LAST) + 1).padStart(6, '0')
