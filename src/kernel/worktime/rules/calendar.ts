import { DAY, type Day } from '../../../platform/time.ts'
import type { PublishedYear, Serial, SpecialDay, WorkCalendar } from '../model.ts'
import { isWeekend, serialOf } from './days.ts'

export const FIRST_YEAR = 1992
export const LAST_YEAR = 2099

/**
 * A year's arrangement may reach back this far into December: that of 2019 closed 30 and 31 December 2018
 * and worked on the 29th. Until it is published, those days are not settled.
 */
const REACHES_BACK_DAYS = 3

const firstSerial = serialOf(`${FIRST_YEAR}-01-01`)
const lastSerial = serialOf(`${LAST_YEAR}-12-31`)

/**
 * The calendar made of published years. Of two editions of one year the later version holds.
 * Reckoned up front (about a millisecond), so that counting and finding workdays take constant time.
 * @throws RangeError for a day outside 1992 to 2099
 */
export function calendarOf(years: readonly PublishedYear[]): WorkCalendar {
  const editions = latestEditions(years)
  const special = specialDays(editions)
  const bySerial = new Map(special.map((day) => [day.serial, day]))
  const { through, workdays } = reckon(bySerial)
  const published = new Set(editions.map((edition) => edition.year))
  const at = (day: Day) => bySerial.get(serialOf(day))
  const countThrough = (serial: Serial) => through[serial - firstSerial + 1] ?? outside(serial)

  return {
    isWorkday: (day) => countThrough(serialOf(day)) > countThrough(serialOf(day) - 1),
    isPublished: (year) => published.has(year),
    nameOf: (day) => nameOf(at(day)),
    version: versionOf(editions),
    countThrough,
    nth: (count) => workdays[count - 1] ?? outside(count),
    specials: (first, last) => special.slice(firstAtOrAfter(special, first), firstAtOrAfter(special, last + 1)),
    isSettled: (first, last) => {
      const lastYear = yearOf(last + REACHES_BACK_DAYS)
      for (let year = yearOf(first); year <= lastYear; year++) if (!published.has(year)) return false
      return true
    },
  }
}

const yearOf = (serial: Serial) => new Date(serial * DAY).getUTCFullYear()

function outside(what: number): never {
  throw new RangeError(`outside the calendar (${FIRST_YEAR} to ${LAST_YEAR}): ${what}`)
}

const nameOf = (special: SpecialDay | undefined) => {
  if (!special) return null
  return special.kind === 'holiday' ? special.name : `${special.name}调休`
}

function latestEditions(years: readonly PublishedYear[]): PublishedYear[] {
  const latest = new Map<number, PublishedYear>()
  for (const edition of years) {
    const known = latest.get(edition.year)
    if (!known || known.version < edition.version) latest.set(edition.year, edition)
  }
  return [...latest.values()].sort((a, b) => a.year - b.year)
}

/** In order of the day. A day of December that the next year's arrangement names too is as that one says. */
function specialDays(editions: readonly PublishedYear[]): SpecialDay[] {
  const days = new Map<Serial, SpecialDay>()
  for (const edition of editions)
    for (const day of edition.days) days.set(serialOf(day.day), { ...day, serial: serialOf(day.day) })
  return [...days.values()].sort((a, b) => a.serial - b.serial)
}

/** Prefix sums: `through[i]` workdays before the i-th day; `workdays[n]` is the serial of workday n + 1. */
function reckon(special: ReadonlyMap<Serial, SpecialDay>) {
  const through = new Int32Array(lastSerial - firstSerial + 2)
  const workdays: Serial[] = []
  for (let serial = firstSerial; serial <= lastSerial; serial++) {
    const kind = special.get(serial)?.kind
    if (kind === 'makeup' || (!kind && !isWeekend(serial))) workdays.push(serial)
    through[serial - firstSerial + 1] = workdays.length
  }
  return { through, workdays: Int32Array.from(workdays) }
}

function firstAtOrAfter(special: readonly SpecialDay[], serial: Serial): number {
  let low = 0
  let high = special.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((special[middle]?.serial ?? serial) < serial) low = middle + 1
    else high = middle
  }
  return low
}

/** `2020-2025.1,2026.2`: runs of years that stand at the same edition. */
export function versionOf(editions: readonly { readonly year: number; readonly version: number }[]): string {
  const runs: { from: number; to: number; version: number }[] = []
  for (const { year, version } of editions) {
    const last = runs.at(-1)
    if (last && last.to === year - 1 && last.version === version) last.to = year
    else runs.push({ from: year, to: year, version })
  }
  if (runs.length === 0) return 'weekends-only'
  return runs.map(({ from, to, version }) => `${from === to ? from : `${from}-${to}`}.${version}`).join(',')
}
