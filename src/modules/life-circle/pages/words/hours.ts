import { type Said, said } from '../../../../platform/words.ts'
import type { OpenState } from '../../model/hours.ts'
import { openAtSaid } from '../../words/hours.ts'

/** Whether places are open, for residents and planners. */
export const hoursWords = {
  when: said('什么时候', 'When'),
  anyTime: said('不论几点', 'At any time'),
  onDay: said('指定日期', 'On a date'),
  day: said('日期', 'Date'),
  time: said('几点', 'Time'),
  onlyNow: said('只看现在开着的', 'Only what is open now'),
  unreadable: said(
    '读不懂这样写的开放时间，测算时按“开放时间不详”另计。可写成：周一至周五 8:30-17:00；周六 9:00-12:00；节假日 休息',
    'Hours written like this cannot be read and count apart as unknown. Write for example: Mo-Fr 08:30-17:00; Sa 09:00-12:00; PH off',
  ),
  hoursHint: said(
    '例如：周一至周五 8:30-17:00；节假日 休息。不填按“开放时间不详”算',
    'For example: Mo-Fr 08:30-17:00; PH off. Left empty: hours unknown',
  ),
  unread: said('读不懂，按时间不详算', 'cannot be read: counts as unknown'),
  at: (openAt: string): Said => {
    const { zh, en } = openAtSaid(openAt)
    return said(`只算${zh}开着的`, `only what is open on ${en}`)
  },
  counted: (closed: string, unknown: string): Said =>
    said(`关着 ${closed} 处，时间不详 ${unknown} 处`, `${closed} closed, ${unknown} of unknown hours`),
  perhaps: (people: string): Said =>
    said(`时间不详的若都开着，再多 ${people} 人`, `${people} more if those of unknown hours were open`),
  rule: said(
    '时间不详的设施不算开也不算关，单独列出；公交站、广场、口袋公园等没有门的地方，没写时间的算全天都在（△）',
    'Places of unknown hours count neither as open nor as closed and stand apart; bus stops, squares and pocket parks without hours are always there (△)',
  ),
  perhapsNear: (name: string, minutes: number, isNearer: boolean): Said =>
    said(
      `${isNearer ? '更近的' : ''}${name || '另有一处'}走 ${minutes} 分钟，但开放时间不详`,
      `${name || 'One'} is ${isNearer ? 'nearer, ' : ''}${minutes} minutes away, but its hours are unknown`,
    ),
  unsure: (kinds: number): Said =>
    said(`走得到，但开放时间不详：${kinds} 类`, `Near enough, but hours unknown: ${kinds} kinds`),
  unsureLead: said(
    '没有人登记过开放时间，不知道现在开不开。去之前请先打听一下。',
    'Nobody has written down their hours, so they may or may not be open. Ask before you go.',
  ),
  nearNow: (kinds: number): Said =>
    said(`15 分钟内走得到、现在开着的：${kinds} 类`, `Within 15 minutes on foot and open now: ${kinds} kinds`),
  noneOpen: said('现在没有开着的，或者走一小时也到不了', 'None is open now within an hour on foot'),
} as const

export const openStateWords = {
  open: said('现在开着', 'open now'),
  closed: said('此刻已关', 'closed now'),
  unknown: said('开放时间不详', 'hours unknown'),
} as const satisfies Record<OpenState, Said>
