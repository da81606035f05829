import { openEntry } from '../src/kernel/channels/handle/entries.ts'
import type { Db } from '../src/platform/db/db.ts'
import type { Instant } from '../src/platform/time.ts'
import { type Corner, cornerIn } from './places.ts'

type Printed = readonly [
  title: string,
  address: string,
  corner: Corner,
  kind?: 'station' | 'grid-member',
  target?: string,
]

/** What hangs in the street, each a printed code through which one writes to the city. */
const mailboxes: readonly Printed[] = [
  ['桥头社区群众信箱', '石桥路 18 号社区服务站门口', 'qiaotou-1'],
  ['莲池农贸市场意见箱', '莲池路农贸市场南门公告栏', 'lianchi-4'],
  ['云溪街道便民服务站', '石桥路 30 号一楼大厅', 'qiaotou-1', 'station', 'station_yunxi'],
  ['莲池社区第四网格 网格员', '莲池路 9 号社区居委会', 'lianchi-4', 'grid-member', 'grid_lianchi-4'],
  ['白石工业园企业直通车', '工业大道 6 号园区服务中心一楼', 'songlin-3'],
]

type Parts = { readonly db: Db; readonly district: string; readonly now: Instant }

/** Hangs the mailboxes up. Throws where one is refused: that is a bug of the seed. */
export async function openMailboxes({ db, district, now }: Parts): Promise<void> {
  const by = { district, who: 'staff_admin', unit: 'unit_quzhengfu', ip: '127.0.0.1', at: now } as const
  for (const [title, address, corner, kind = 'mailbox', target = null] of mailboxes) {
    const { grid } = cornerIn(district, corner)
    const place = { address, ...(grid === null ? {} : { grid }) }
    const done = await openEntry({ db }, by, { kind, title, place, target })
    if (!done.ok) throw new Error(`the mailbox ${title} was refused: ${done.refusal}`)
  }
}
