import { type Instant, instant } from '../../../platform/time.ts'
import { isDay } from '../../worktime/rules/days.ts'

/**
 * A moment as files write it: ISO 8601, `2019/2/28 11:25:05`, `2019年2月28日 11时25分`, a bare day, or the serial
 * number of a spreadsheet (days since 1899-12-30). Without a zone it is local time (+08:00). Null: not a moment.
 */
export function momentOf(value: unknown): Instant | null {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : instant(value)
  if (typeof value === 'number') return ofSerial(value)
  if (typeof value !== 'string') return null
  const parts = written.exec(value.trim())
  if (parts === null) return /^\d{5}(\.\d+)?$/.test(value.trim()) ? ofSerial(Number(value)) : null
  const [, year, month, date, hour = '0', minute = '0', second = '0', fraction = '', zone = '+08:00'] = parts
  const two = (text = '') => text.padStart(2, '0')
  const day = `${year}-${two(month)}-${two(date)}`
  if (!isDay(day) || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null
  const colon = zone.replace(/^([+-]\d\d):?(\d\d)$/, '$1:$2')
  const ms = fraction.slice(0, 3).padEnd(3, '0')
  const at = Date.parse(`${day}T${two(hour)}:${two(minute)}:${two(second)}.${ms}${colon.toUpperCase()}`)
  return Number.isNaN(at) ? null : instant(at)
}

const written =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s]\s*(\d{1,2})[:时](\d{1,2})(?:[:分](\d{1,2})(?:[.,](\d{1,9}))?)?[秒分]?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i

const EPOCH_OF_SHEETS = 25_569

/** Spreadsheets count days and know no zone; what they show is local time. 1954 to 2119. */
function ofSerial(days: number): Instant | null {
  if (days < 20_000 || days > 80_000) return null
  return instant(Math.round((days - EPOCH_OF_SHEETS) * 86_400) * 1_000 - 8 * 3_600_000)
}
