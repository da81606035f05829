import type { CaseLine } from '../../../../kernel/cases/model/views.ts'

type Line = Pick<CaseLine, 'id' | 'urgent' | 'due'>

/** What cannot wait, then what is due first; of two due together the one filed first. */
export const mostUrgentFirst = <L extends Line>(lines: readonly L[]): L[] =>
  lines.toSorted(
    (a, b) => Number(b.urgent) - Number(a.urgent) || order(a.due ?? LAST, b.due ?? LAST) || order(a.id, b.id),
  )

/** After every instant there is. */
const LAST = '~'

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
