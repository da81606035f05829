import { useInfiniteQuery } from '@tanstack/react-query'
import { call } from '../../../../../ui/api/call.ts'
import { useLive } from '../../../../../ui/api/live.ts'
import type { Problem } from '../../../../../ui/api/problem.ts'
import { type Read, useRead } from '../../../../../ui/api/reads.ts'
import type { StaffMe } from '../../../../people/pages/me.ts'
import type { Counts, View } from '../../../model/lists.ts'
import type { CaseLine } from '../../../model/views.ts'
import { listAddress } from './question.ts'

/** Everything about lists; a unit's own topic is `desk/<unit>`. */
export const DESK = 'desk'

/** News of other units does not reach this desk by the line; what wide scopes see is asked for again so often. */
const EVERY = 30_000

export const useCounts = (): Read<Counts> => useRead<Counts>('/api/cases/counts', { topics: [DESK], every: EVERY })

/** How much waits for me, for the rail. */
export function useWork() {
  const counts = useCounts().data
  return counts && { value: counts.work, tone: counts.overdue > 0 ? ('warn' as const) : ('plain' as const) }
}

/** Listens to news of the units in which this person holds a post, and of what lies with no unit yet. */
export const useDeskLive = (me: StaffMe) =>
  useLive([...new Set(['none', me.unit, ...me.posts.map(({ unit }) => unit)])].sort().map((unit) => `${DESK}/${unit}`))

type Rows = { readonly rows: readonly CaseLine[]; readonly next: string | null }

/** A list that grows by a page at a time. */
export const useCases = (search: Readonly<Record<string, string | undefined>>, view: View) =>
  useInfiniteQuery<Rows, Problem, CaseLine[], string[], string | undefined>({
    queryKey: [listAddress(search, view), 'pages'],
    queryFn: ({ pageParam, signal }) => call<Rows>('GET', listAddress(search, view, pageParam), undefined, { signal }),
    initialPageParam: undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    select: ({ pages }) => pages.flatMap(({ rows }) => rows),
    meta: { topics: [DESK] },
    refetchInterval: EVERY,
  })
