import { type Said, said } from '../../platform/words.ts'
import type { AppendRefusal, AuditNote, CloseRefusal, DestroyRefusal, Why } from './model.ts'

/** What the auditor reads when the ledger does not hold. */
export const whyWords = {
  'event-missing': said('此处缺少一条记录', 'An event is missing here'),
  'wrong-order': said('记录顺序不对', 'Events are out of order'),
  'hash-differs': said('记录内容与哈希不符，已被改动', 'The event does not match its hash: it was changed'),
  'anchor-missing': said('缺少前一个锚点', 'The anchor before this one is missing'),
  'anchor-altered': said('锚点本身已被改动', 'The anchor itself was changed'),
  'anchored-events-missing': said(
    '锚定区间内的记录比封存时少，有记录被删除',
    'Fewer events than were anchored: some were removed',
  ),
  'anchored-events-added': said(
    '锚定区间内的记录比封存时多：有记录被插入，或数据库时钟曾被拨回',
    'More events than were anchored: some were inserted, or the database clock stepped back',
  ),
  'anchored-events-changed': said(
    '锚定区间内的记录与封存时不同，链条被整体重算过',
    'The events are not those that were anchored: the chain was recomputed',
  ),
  'key-not-destroyed': said(
    '密钥已有销毁记录，却并未处于销毁状态',
    'The key has a record of destruction but is not destroyed',
  ),
  'key-destroyed-without-record': said('密钥被销毁却没有销毁记录', 'The key was destroyed without a record'),
} as const satisfies Record<Why, Said>

/** What the audit could not judge, and why that is no fault. */
export const noteWords = {
  'not-yet-anchored': said(
    '最近的记录尚未锚定：哈希链已核验，但末尾被删除尚无法发现',
    'The latest events are not anchored yet: their chain holds, but a removed end would not show',
  ),
  'hash-not-on-this-machine': said(
    '本机不支持锚点所用的哈希算法，这些锚点未核验',
    'This machine lacks the hash of these anchors; they were not verified',
  ),
} as const satisfies Record<AuditNote['note'], Said>

export const refusalWords = {
  'somebody-was-first': said('他人已先一步写入，请重新办理', 'Somebody wrote first; please do it again'),
  'not-settled-yet': said('该时段仍有未提交的事务，暂不能封存', 'Transactions of this interval are still open'),
  'already-closed': said('该时段已经封存', 'This interval is closed already'),
  'no-such-key': said('没有这把密钥', 'There is no such key'),
  'already-destroyed': said('密钥此前已经销毁', 'The key was destroyed before'),
} as const satisfies Record<AppendRefusal | CloseRefusal | DestroyRefusal, Said>
