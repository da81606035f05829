import type { Day } from '../../../platform/time.ts'
import type { CaseId } from '../../cases/model/case.ts'
import type { Behind } from '../model.ts'

export type Row = { readonly day: Day; readonly id: CaseId; readonly n: number }

/** Rows of one measure, newest first; `whole` where all there are were read. */
export type Source = { readonly rows: readonly Row[]; readonly whole: boolean }

const keyOf = ({ day, id }: Row): string => `${day} ${id}`

export type Merged = {
  readonly groups: readonly Behind[]
  /** The last certain case, from where reading goes on; null when everything was read, `more` when nothing is certain yet. */
  readonly after: Pick<Behind, 'day' | 'id'> | 'more' | null
}

/**
 * Sums rows of several sources by day and case, as far as it is certain that no source has more of them: a source
 * that was cut after `size` rows may go on with its last case. What sums to nothing is left out.
 */
export function completeGroups(sources: readonly Source[], size: number): Merged {
  let edge: string | null = null
  for (const { rows, whole } of sources) {
    const last = rows.at(-1)
    if (!whole && last && rows.length >= size && (edge === null || keyOf(last) > edge)) edge = keyOf(last)
  }
  const sums = new Map<string, { row: Row; hundredths: number }>()
  for (const { rows } of sources)
    for (const row of rows) {
      const key = keyOf(row)
      if (edge !== null && key <= edge) continue
      sums.set(key, { row, hundredths: (sums.get(key)?.hundredths ?? 0) + Math.round(row.n * 100) })
    }
  const sorted = [...sums].sort(([a], [b]) => (a < b ? 1 : -1)).map(([, group]) => group)
  const groups = sorted.flatMap(({ row: { day, id }, hundredths }) =>
    hundredths === 0 ? [] : [{ day, id, n: hundredths / 100 }],
  )
  const last = sorted.at(-1)?.row
  return { groups, after: edge === null ? null : last ? { day: last.day, id: last.id } : 'more' }
}
