import { type Said, said } from '../../../platform/words.ts'
import type { Disagreement, LostKind } from '../model/nothing-lost.ts'

export const lostWords = {
  'no-owner': said('在办无责任单位', 'Open without a unit that answers for it'),
  'no-walker': said('在办无人到现场', 'Waits to be looked at, and nobody walks there'),
  'no-clock': said('在办无计时', 'Open without a running clock'),
  'time-stood-still': said('到期未触发', 'Past due and nothing happened'),
  'timer-missing': said('计时未登记', 'A clock without its timer'),
  'timer-dead': said('计时执行失败', 'A timer that failed too often'),
  'message-dead': said('工单间消息失败', 'A message between cases that failed too often'),
  'child-of-ended': said('主单已结、协办未结', 'A joint task open under an ended case'),
  'waits-for-nobody': said('等待已结束的协办', 'A case that waits for an ended joint task'),
} satisfies Record<LostKind, Said>

export const disagreementWords = {
  'no-snapshot': said('台账有、快照无', 'In the ledger, but no snapshot'),
  'no-ledger': said('快照有、台账无', 'A snapshot without a ledger'),
  version: said('快照版本与台账不符', 'The snapshot is of another version than the ledger'),
  head: said('快照的链头与台账不符', 'The snapshot holds another chain head than the ledger'),
  state: said('快照内容与台账重算不符', 'The snapshot tells another life than the ledger'),
  columns: said('列表字段与快照不符', 'The list shows something else than the snapshot'),
} satisfies Record<Disagreement, Said>
