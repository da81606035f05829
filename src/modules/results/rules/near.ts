import type { PlaceLevel } from '../model.ts'
import { above, type Cell, levelOf } from './suppress.ts'

/** From so many to so many, both included; null: and more. */
export type SolvedClass = { readonly from: number; readonly to: number | null }
export type NearCell = { readonly area: string; readonly level: PlaceLevel; readonly solved: SolvedClass }

const bounds = [5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000]

/** Where the classes of an edition begin: with its smallest published row, then in steps that say less the more there is. */
export const classesOf = (least: number): readonly number[] => [least, ...bounds.filter((bound) => bound > least + 1)]

/**
 * How much was solved in every place, whatever it was about, from the street down. Places overlap and so do they with
 * the rows of themes, therefore only a class is told, and nothing of a place with fewer than `least`.
 */
export function solvedNear(cells: readonly Cell[], least: number): readonly NearCell[] {
  const sums = new Map<string, number>()
  for (const { area, counts } of cells)
    for (let at = area; at !== ''; at = above(at)) sums.set(at, (sums.get(at) ?? 0) + counts.solved)
  return [...sums]
    .filter(([, solved]) => solved >= least)
    .map(([area, solved]) => ({ area, level: levelOf(area), solved: classOf(solved, least) }))
    .toSorted((a, b) => (a.area < b.area ? -1 : 1))
}

function classOf(solved: number, least: number): SolvedClass {
  const starts = classesOf(least)
  const at = starts.findLastIndex((start) => start <= solved)
  const next = starts[at + 1]
  return { from: starts[at] ?? least, to: next === undefined ? null : next - 1 }
}
