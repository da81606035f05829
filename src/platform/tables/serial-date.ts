/** Dates as spreadsheets keep them: days since an epoch, the time as a fraction. */

/** Numbers of the built-in formats that show a date or a time, those of Chinese Excel among them. */
const isBuiltIn = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)

/** Does a number format show a date? Quoted words, colours and escaped letters are no part of the pattern. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return isBuiltIn(id)
  const pattern = code.replace(/"[^"]*"|\[(?!h+\]|m+\]|s+\])[^\]]*\]|\\./gi, '')
  return !/^general$/i.test(pattern) && /[ymdhs]/i.test(pattern)
}

const DAY = 86_400_000
const EPOCH = Date.UTC(1899, 11, 30)
const EPOCH_1904 = Date.UTC(1904, 0, 1)

/** `2026-11-23`, `2026-11-23T08:30:00`, or `08:30:00` for a time without a day; the number itself where it is none. */
export function dateText(serial: number, is1904: boolean): string | number {
  if (serial < 0 || serial > 2_958_466) return serial
  // Excel's calendar has a 29 February 1900 that never was; days before it are one off.
  const days = !is1904 && serial >= 1 && serial < 60 ? serial + 1 : serial
  // The time is a fraction of a day; what misses the second by a hair is that second.
  const ms = Math.round(((is1904 ? EPOCH_1904 : EPOCH) + days * DAY) / 1_000) * 1_000
  const text = new Date(ms).toISOString()
  if (serial < 1 && !is1904) return text.slice(11, 19)
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19)
}
