import { DAY, type Day } from '../../../../platform/time.ts'

/** So far before a phrase a day or a word can say that it is over. */
const REACH = 120
/** What happened in the last days may still go on. */
const RECENT = 7

const sentenceEnd = /[。！？；!?;\n]/
const dates = /(?:((?:19|20)\d\d)年)?(\d{1,2})月(\d{1,2})[日号]/g
const years = /((?:19|20)\d\d)年/g

/** Words that say that something is over, and words of what lasts until somebody ends it. */
export type PastWords = { readonly over: readonly string[]; readonly lasting: readonly string[] }

/**
 * Whether the text tells at `span` of something over: a word of `over`, an earlier year or a day more than a week before
 * `today` stands before it in the sentence, and the last day named there is not a recent one. Who is missing stays missing.
 */
export function isOver(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  { over, lasting, today }: PastWords & { readonly today: Day },
): boolean {
  if (lasting.some((word) => text.slice(start, end).includes(word))) return false
  const before =
    text
      .slice(Math.max(0, start - REACH), start)
      .split(sentenceEnd)
      .at(-1) ?? ''
  const day = [...before.matchAll(dates)].at(-1)
  if (day) return daysSince(day, today) > RECENT
  const year = [...before.matchAll(years)].at(-1)?.[1]
  if (year !== undefined && year < today.slice(0, 4)) return true
  return over.some((word) => before.includes(word))
}

/** Days from a written day until today; without a year the last such day there was. */
function daysSince([, year, month, day]: RegExpMatchArray, today: Day): number {
  const now = Date.parse(today)
  const inYear = (of: number) => Date.UTC(of, Number(month) - 1, Number(day))
  const thisYear = new Date(now).getUTCFullYear()
  const named = year === undefined ? thisYear : Number(year)
  const at = inYear(named) > now && year === undefined ? inYear(named - 1) : inYear(named)
  return (now - at) / DAY
}
