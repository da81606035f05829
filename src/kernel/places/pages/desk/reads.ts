import { useInfiniteQuery } from '@tanstack/react-query'
import type { Instant } from '../../../../platform/time.ts'
import type { Said, Tongue } from '../../../../platform/words.ts'
import { call } from '../../../../ui/api/call.ts'
import type { Problem } from '../../../../ui/api/problem.ts'
import { withQuery } from '../../../../ui/api/reads.ts'
import { useMe } from '../../../people/pages/me.ts'

/** Everything that these pages show. */
export const PLACES = 'places'

type Answer<Row> = { readonly rows: readonly Row[]; readonly next: string | null }

/** A list that grows by a page at a time. */
export const usePages = <Row>(url: string, query: Readonly<Record<string, string | undefined>> = {}) =>
  useInfiniteQuery<Answer<Row>, Problem, Row[], string[], string | undefined>({
    queryKey: [withQuery(url, query), 'pages'],
    queryFn: ({ pageParam, signal }) =>
      call<Answer<Row>>('GET', withQuery(url, { ...query, after: pageParam }), undefined, { signal }),
    initialPageParam: undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    select: ({ pages }) => pages.flatMap(({ rows }) => rows),
    meta: { topics: [PLACES] },
  })

/** An instant in the city's zone, to the minute. */
export const minuteOf = (at: Instant | string, tongue: Tongue): string =>
  new Intl.DateTimeFormat(tongue === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(new Date(at))

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
