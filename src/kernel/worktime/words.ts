import { plural, type Said, said } from '../../platform/words.ts'
import type { DayFault, HoursFault, ImportRefusal, Light, TermUnit } from './model.ts'

export const unitWords = {
  workday: said('工作日', 'working day'),
  day: said('日', 'day'),
  workhour: said('工作时', 'working hour'),
  hour: said('小时', 'hour'),
} as const satisfies Record<TermUnit, Said>

export const lightWords = {
  green: said('正常', 'on time'),
  yellow: said('即将到期', 'due soon'),
  red: said('已超期', 'overdue'),
} as const satisfies Record<Light, Said>

/** How each unit is counted in Chinese: 2 个工作日, 60 日, 4 个工作时, 24 小时. */
const counters = { workday: ' 个', day: ' ', workhour: ' 个', hour: ' ' } as const satisfies Record<TermUnit, string>

export const amountWords = (amount: number, unit: TermUnit): Said =>
  said(`${amount}${counters[unit]}${unitWords[unit].zh}`, plural(amount, unitWords[unit].en))

export const hoursAndMinutesWords = (hours: number, minutes: number, unit: 'workhour' | 'hour'): Said => {
  if (minutes === 0) return amountWords(hours, unit)
  const kept = plural(minutes, unit === 'workhour' ? 'working minute' : 'minute')
  if (hours === 0) return said(`${minutes} 分钟`, kept)
  const whole = amountWords(hours, unit)
  return said(`${whole.zh} ${minutes} 分钟`, `${whole.en} ${kept}`)
}

export const underAMinuteWords = said('不到 1 分钟', 'less than a minute')
export const underAWorkdayWords = said('不到 1 个工作日', 'less than a working day')

/** A space stands before a figure, and none before a word. */
const apart = (amount: Said): string => `${amount.zh.startsWith('不') ? '' : ' '}${amount.zh}`
export const leftWords = (amount: Said): Said => said(`还剩${apart(amount)}`, `${amount.en} left`)
export const overdueWords = (amount: Said): Said => said(`已超期${apart(amount)}`, `${amount.en} overdue`)
export const dueTodayWords = said('今天到期', 'due today')
export const dueTodayAtWords = (time: string): Said => said(`今天 ${time} 到期`, `due today at ${time}`)
export const dueNowWords = said('即刻到期', 'due now')

const months = ['January', 'February', 'March', 'April', 'May', 'June'] as const
const laterMonths = ['July', 'August', 'September', 'October', 'November', 'December'] as const

export const dayWords = (year: number, month: number, day: number): Said =>
  said(`${year}年${month}月${day}日`, `${day} ${[...months, ...laterMonths][month - 1]} ${year}`)

export const momentWords = (day: Said, time: string): Said => said(`${day.zh} ${time}`, `${day.en}, ${time}`)

const holidayEnglish: Readonly<Record<string, string>> = {
  元旦: "New Year's Day",
  春节: 'Spring Festival',
  清明节: 'Tomb-sweeping Day',
  劳动节: 'Labour Day',
  端午节: 'Dragon Boat Festival',
  中秋节: 'Mid-Autumn Festival',
  国庆节: 'National Day',
}

/** The English of a holiday, also of two joined by 、; an unknown name stays as it is. */
export const holidayInEnglish = (name: string): string =>
  name
    .split('、')
    .map((part) => holidayEnglish[part] ?? part)
    .join(' and ')

const list = (parts: readonly Said[]): Said =>
  said(parts.map((part) => part.zh).join('、'), parts.map((part) => part.en).join(', '))

/** The sentences of an explained due date. All dates arrive already said. */
export const explainWords = {
  counted: (from: Said, term: Said, first: Said, due: Said) =>
    said(
      `自 ${from.zh} 起，期限 ${term.zh}，从 ${first.zh} 起算，至 ${due.zh} 届满。`,
      `From ${from.en}: ${term.en}, counted from ${first.en}, ends ${due.en}.`,
    ),
  atOnce: (from: Said, term: Said, due: Said) =>
    said(
      `自 ${from.zh} 起即时计算，期限 ${term.zh}，至 ${due.zh} 届满。`,
      `From ${from.en}, counted at once: ${term.en}, ends ${due.en}.`,
    ),
  endOfDay: (day: Said) => said(`${day.zh}24时`, `at the end of ${day.en}`),
  skippedWeekends: (days: number) => said(`双休日 ${days} 天`, plural(days, 'weekend day')),
  skippedHoliday: (name: string, days: number) =>
    said(`${name} ${days} 天`, `${holidayInEnglish(name)} (${plural(days, 'day')})`),
  skipped: (parts: readonly Said[]) => said(`期间不计${list(parts).zh}。`, `Not counted: ${list(parts).en}.`),
  madeUp: (days: readonly Said[]) =>
    said(`${list(days).zh} 为调休上班日，计入。`, `Counted as make-up workdays: ${list(days).en}.`),
  everyDay: said('按自然日连续计算，节假日不扣除。', 'Every day counts, holidays included.'),
  roundTheClock: said('昼夜连续计算。', 'Counted round the clock.'),
  inOfficeHours: said('只计工作时间。', 'Only office hours count.'),
  paused: (from: Said, to: Said, reason: string) =>
    said(
      `${from.zh} 至 ${to.zh} 暂停计时（${reason}），期限相应顺延。`,
      `The clock stood still from ${from.en} to ${to.en} (${reason}); the due date moved by as much.`,
    ),
  pausedNow: (from: Said, reason: string) =>
    said(
      `${from.zh} 起暂停计时（${reason}），恢复后期限相应顺延。`,
      `The clock has stood still since ${from.en} (${reason}); the due date will move by as much.`,
    ),
  extended: (by: string, at: Said, due: Said, reason: string) =>
    said(
      `${at.zh} 经${by}批准延期至 ${due.zh}（${reason}）。`,
      `Extended on ${at.en} to ${due.en} with the approval of ${by} (${reason}).`,
    ),
  provisional: said(
    '期间涉及的年度放假安排尚未公布，暂只扣除双休日；公布后将重新计算，如有变动另行记录并告知。',
    'Provisional: the holiday calendar of a year in this stretch is not yet published, so only weekends are left out there. It will be counted again when it is, and any change recorded and told.',
  ),
} as const

export const dayFaultWords = {
  'no-such-day': said('日期不存在，应为 2026-10-01 这样的格式', 'No such day; write it like 2026-10-01'),
  'not-of-this-year': said(
    '日期不属于该年度（只允许本年及上年12月最后一周）',
    'Not a day of this year (or of the last week of December before it)',
  ),
  'day-twice': said('同一日期出现两次', 'The same day stands twice'),
  'unknown-kind': said('类型应为 holiday（放假）或 makeup（调休上班）', 'The kind is holiday or makeup'),
  'weekday-cannot-make-up': said('调休上班日只能是周六或周日', 'Only a Saturday or a Sunday can be a make-up workday'),
  'no-name': said('缺少节日名称', 'The name of the holiday is missing'),
  'name-too-long': said('节日名称超过 30 字', 'The name is longer than 30 letters'),
} as const satisfies Record<DayFault, Said>

export const hoursFaultWords = {
  'no-windows': said('至少应有一个工作时段', 'There must be at least one stretch of working time'),
  'window-backwards': said('工作时段的结束时间应晚于开始时间', 'A stretch must end after it begins'),
  'windows-overlap': said('工作时段应按先后排列且互不重叠', 'Stretches must be in order and apart from one another'),
} as const satisfies Record<HoursFault, Said>

export const importRefusalWords = {
  'rows-wrong': said('部分行有误，未导入任何内容', 'Some rows are wrong; nothing was taken in'),
  'already-known': said('与现有安排完全相同，无需导入', 'The same arrangement is already here'),
  'taken-in-just-now': said(
    '另一人刚刚导入了该年度，请查看后再试',
    'Somebody else has just taken in this year; look at it first',
  ),
} as const satisfies Record<ImportRefusal, Said>

/** What the operation log says was done here. */
export const worktimeOperations = {
  'worktime.calendar': said('导入年度工作日历', 'Took in the calendar of a year'),
  'worktime.hours': said('设定工作时段', 'Set office hours'),
} as const satisfies Record<string, Said>
