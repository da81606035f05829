/** Milliseconds of many measurements, boiled down. */
export type Spread = {
  readonly n: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly most: number
}

export function spreadOf(times: readonly number[]): Spread {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
  return { n: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), most: sorted.at(-1) ?? 0 }
}

export const ms = (value: number): string => (value < 10 ? value.toFixed(2) : value.toFixed(0))

/** One line of the table that the bench prints: what, how often a second, and how long one took. */
export const line = (what: string, perSecond: number | null, spread: Spread | null, beside = ''): string =>
  [
    what.padEnd(58),
    perSecond === null ? ''.padStart(9) : `${perSecond.toFixed(perSecond < 100 ? 1 : 0)}/s`.padStart(9),
    spread === null ? '' : ` p50 ${ms(spread.p50)} p95 ${ms(spread.p95)} p99 ${ms(spread.p99)} ms (n=${spread.n})`,
    beside === '' ? '' : `  ${beside}`,
  ].join('')
