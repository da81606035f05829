import { useInfiniteQuery } from '@tanstack/react-query'
import { call } from '../../../../ui/api/call.ts'
import type { Problem } from '../../../../ui/api/problem.ts'
import { type Topic, withQuery } from '../../../../ui/api/reads.ts'

type Page<Row> = { readonly rows: readonly Row[]; readonly next: string | null }
type Query = Readonly<Record<string, string | number | boolean | undefined>>

/** A list paged by key that grows as one asks for more: on a phone nobody turns pages. */
export function useMore<Row>(path: string, query: Query, options: { topics: readonly Topic[]; every?: number }) {
  const read = useInfiniteQuery<Page<Row>, Problem, { pages: Page<Row>[] }, readonly unknown[], string | undefined>({
    queryKey: [path, 'more', query],
    queryFn: ({ pageParam, signal }) =>
      call<Page<Row>>('GET', withQuery(path, { ...query, after: pageParam }), undefined, { signal }),
    initialPageParam: undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    meta: { topics: options.topics },
    ...(options.every === undefined ? {} : { refetchInterval: options.every }),
  })
  return {
    rows: read.data?.pages.flatMap(({ rows }) => rows),
    problem: read.error,
    retry: () => void read.refetch(),
    more: read.hasNextPage ? () => void read.fetchNextPage() : null,
    busy: read.isFetchingNextPage,
  }
}
