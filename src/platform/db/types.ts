/** How PostgreSQL's values become ours, the same on every connection. */
import pg from 'pg'
import { type Instant, instant } from '../time.ts'

/** The driver's own readers; it knows more numbers than its types say. */
const driver: { getTypeParser(oid: number, format?: string): (text: string) => unknown } = pg.types
const TEXT_ARRAY = 1009

const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  20: wholeNumber,
  1184: instantOf,
  1082: asWritten,
  1083: asWritten,
  1114: asWritten,
  1186: asWritten,
  1016: arrayOf(wholeNumber),
  1185: arrayOf(instantOf),
  1182: arrayOf(asWritten),
}

/** For `types` of a pg connection. Numeric stays text: a sum of money must not lose a digit. */
export const typeParsers = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    return (format === 'binary' ? undefined : parsers[oid]) ?? driver.getTypeParser(oid, format)
  },
} as pg.CustomTypesConfig

/** bigint: a number as long as a number can hold it, else the digits as text. */
function wholeNumber(text: string): number | string {
  const value = Number(text)
  return Number.isSafeInteger(value) ? value : text
}

/** timestamptz as an Instant. Microseconds are cut off, as the ledger knows milliseconds. */
export function instantOf(text: string): Instant {
  if (text.endsWith('+00') && text.length <= 29) {
    const fraction = text.slice(20, -3).slice(0, 3).padEnd(3, '0')
    return `${text.slice(0, 10)}T${text.slice(11, 19)}.${fraction}Z`
  }
  const zone = /([+-]\d\d)(?::?(\d\d))?$/.exec(text)
  if (!zone) return text as Instant
  return instant(`${text.slice(0, 10)}T${text.slice(11, zone.index)}${zone[1]}:${zone[2] ?? '00'}`)
}

function asWritten(text: string): string {
  return text
}

function arrayOf(entry: (text: string) => unknown): (text: string) => unknown {
  const texts = driver.getTypeParser(TEXT_ARRAY) as (text: string) => (string | null)[]
  return (text) => texts(text).map((value) => (value === null ? null : entry(value)))
}
