import type { DayName } from '../../model/hours.ts'

export type Token =
  | { readonly is: 'time'; readonly minute: number }
  | { readonly is: 'number'; readonly value: number }
  | { readonly is: 'day'; readonly name: DayName }
  | { readonly is: 'month'; readonly month: number }
  | { readonly is: 'always' }
  | { readonly is: 'state'; readonly state: 'open' | 'closed' | 'unknown' }
  | { readonly is: 'comment' }
  | { readonly is: 'sign'; readonly sign: '-' | ',' | ';' | ':' | '+' | '||' }

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const pattern =
  /\s*(?:(?<always>24\/7)|(?<hour>\d{1,2}):(?<minute>\d\d)(?!\d)|m(?<chinese>\d{1,2})(?!\d)|(?<number>\d{1,2})(?!\d)|(?<day>mo|tu|we|th|fr|sa|su|ph|sh|wd)(?![a-z])|(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?![a-z])|(?<state>open|off|closed|unknown)(?![a-z])|(?<comment>"[^"]*")|(?<sign>\|\||[-,;:+]))\s*/y

/** The text in its pieces; null where something stands in it that is none of them. */
export function tokensOf(text: string): Token[] | null {
  const tokens: Token[] = []
  pattern.lastIndex = 0
  while (pattern.lastIndex < text.length) {
    if (text.slice(pattern.lastIndex).trim() === '') break
    const token = tokenOf(pattern.exec(text)?.groups)
    if (token === null) return null
    tokens.push(token)
  }
  return tokens
}

function tokenOf(found: Record<string, string | undefined> | undefined): Token | null {
  if (!found) return null
  const { always, hour, minute, chinese, number, day, month, state, comment, sign } = found
  if (always !== undefined) return { is: 'always' }
  if (hour !== undefined) return timeToken(Number(hour), Number(minute))
  if (chinese !== undefined) return monthToken(Number(chinese))
  if (number !== undefined) return { is: 'number', value: Number(number) }
  if (day !== undefined) return { is: 'day', name: day as DayName }
  if (month !== undefined) return monthToken(months.indexOf(month) + 1)
  if (state !== undefined)
    return { is: 'state', state: state === 'off' ? 'closed' : (state as 'open' | 'closed' | 'unknown') }
  if (comment !== undefined) return { is: 'comment' }
  return { is: 'sign', sign: sign as Extract<Token, { is: 'sign' }>['sign'] }
}

const timeToken = (hours: number, minutes: number): Token | null =>
  minutes < 60 && hours * 60 + minutes <= 48 * 60 ? { is: 'time', minute: hours * 60 + minutes } : null

const monthToken = (month: number): Token | null => (month >= 1 && month <= 12 ? { is: 'month', month } : null)
