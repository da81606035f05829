import type { Said } from '../../../../platform/words.ts'
import type { Problem } from '../../../../ui/api/problem.ts'
import { useMe } from '../../../people/pages/me.ts'

/** Everything that these pages show. */
export const PLACES = 'places'

/** Whether somebody signed in carries a button; the server asks again. */
export function useHasRight(right: string): boolean {
  const me = useMe()
  const rights = me.data?.kind === 'staff' ? me.data.rights : []
  return rights.some((held) => held === '*' || held === 'places.*' || held === right)
}

/** What the server said of one field. */
export function saidOf(problem: Problem | null, pointer: string, t: (said: Said) => string): string | undefined {
  const found = problem?.fields.find((field) => field.pointer === pointer)
  return found && t(found)
}
