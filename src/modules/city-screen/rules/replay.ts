import type { Stood } from '../../../kernel/cases/model/past.ts'
import { DAY, type Day, type Instant, instant, MINUTE } from '../../../platform/time.ts'
import type { BoardLight } from '../model.ts'
import type { LightRow } from '../rules.ts'

/** A day is told in steps of so many minutes. */
export const STEP = 5
export const STEPS = (24 * 60) / STEP

export const beginOf = (day: Day): Instant => instant(`${day}T00:00:00+08:00`)
export const endOf = (day: Day): Instant => instant(Date.parse(beginOf(day)) + DAY)
export const slotOf = (minute: number): number => Math.floor(minute / STEP)
export const instantOf = (day: Day, slot: number): Instant => instant(Date.parse(beginOf(day)) + slot * STEP * MINUTE)

/** The light as it shone: the rule of the open board (`store.ts`), over what the ledger tells. */
export function lightThen({ held, overdue, due, warnAt }: Stood, at: Instant): BoardLight {
  if (held) return 'held'
  if (overdue || (due !== null && due < at)) return 'red'
  if (due === null) return 'none'
  return warnAt !== null && warnAt <= at ? 'yellow' : 'green'
}

export type Lit = { readonly unit: string; readonly area: string; readonly light: BoardLight }

/** The lights counted by unit and area. */
export function countLit(lit: readonly Lit[]): LightRow[] {
  const rows = new Map<string, Record<BoardLight, number> & { unit: string; area: string }>()
  for (const { unit, area, light } of lit) {
    const key = `${unit}\n${area}`
    const row = rows.get(key) ?? { unit, area, green: 0, yellow: 0, red: 0, held: 0, none: 0 }
    row[light] += 1
    rows.set(key, row)
  }
  return [...rows.values()]
}

/** Whether a day can be gone back to: any but one that has not come. Before the first day nothing had happened. */
export const isReplayable = (day: Day, today: Day): boolean => day <= today
