import type { Db } from '../../../platform/db/db.ts'
import type { Instant } from '../../../platform/time.ts'
import { localDay } from '../../worktime/rules.ts'
import { takeNumbers } from '../store/commit.ts'

const BLOCK = 500
const LAST = 999_999

/**
 * Case numbers: the day of filing and six digits from 000001, fourteen in all, so that they can be read over the phone.
 * Each process takes a block of 500 at a time; what it has not used when it stops is never used.
 */
export function numbering(db: Db): (district: string, at: Instant) => Promise<string> {
  const blocks = new Map<string, { next: number; left: number }>()
  const taking = new Map<string, Promise<void>>()
  const take = async (district: string) => {
    const [row] = await db.prepared<{ next: number }>(takeNumbers, [district, BLOCK])
    if (row) blocks.set(district, { next: row.next - BLOCK, left: BLOCK })
    taking.delete(district)
  }
  return async (district, at) => {
    let block = blocks.get(district)
    while (!block?.left) {
      if (!taking.has(district)) taking.set(district, take(district))
      await taking.get(district)
      block = blocks.get(district)
    }
    block.left -= 1
    return localDay(at).replaceAll('-', '') + String((block.next++ % LAST) + 1).padStart(6, '0')
  }
}
