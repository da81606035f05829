import { useInfiniteQuery } from '@tanstack/react-query'
import { call } from './call.ts'
import type { Problem } from './problem.ts'
import { type Topic, withQuery } from './reads.ts'

type Answer<Row> = { readonly rows: readonly Row[]; readonly next: string | null }
export type Query = Readonly<Record<string, string | undefined>>

/** A list that the server gives a page at a time; it grows with `fetchNextPage`. Draw it with `Paged`. */
export const usePages = <Row>(url: string, query: Query = {}, topics: readonly Topic[] = []) =>
  useInfiniteQuery<Answer<Row>, Problem, Row[], string[], string | undefined>({
    queryKey: [withQuery(url, query), 'pages'],
    queryFn: ({ pageParam, signal }) =>
      call<Answer<Row>>('GET', withQuery(url, { ...query, after: pageParam }), undefined, { signal }),
    initialPageParam: undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    select: ({ pages }) => pages.flatMap(({ rows }) => rows),
    meta: { topics },
  })
