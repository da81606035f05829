import { useInfiniteQuery } from '@tanstack/react-query'
import { call } from '../../../../../ui/api/call.ts'
import type { Problem } from '../../../../../ui/api/problem.ts'
import { withQuery } from '../../../../../ui/api/reads.ts'
import { Button } from '../../../../../ui/parts/Button.tsx'
import { Stack } from '../../../../../ui/parts/layout.tsx'
import { EmptyState, ErrorState, LoadingState } from '../../../../../ui/parts/states.tsx'
import { type Column, Table } from '../../../../../ui/parts/Table.tsx'
import { useTongue } from '../../../../../ui/tongue.tsx'
import { listWords } from '../words/list.ts'

type Props<Row> = { url: string; topic: string; caption: string; empty: string; columns: readonly Column<Row>[] }

/** What is kept about the house, newest first, a page at a time. */
export function Kept<Row extends { readonly id: string }>({ url, topic, caption, empty, columns }: Props<Row>) {
  const { t } = useTongue()
  const read = useInfiniteQuery<
    { rows: readonly Row[]; next: string | null },
    Problem,
    Row[],
    string[],
    string | undefined
  >({
    queryKey: [url, 'pages'],
    queryFn: ({ pageParam, signal }) => call('GET', withQuery(url, { after: pageParam }), undefined, { signal }),
    initialPageParam: undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    select: ({ pages }) => pages.flatMap(({ rows }) => rows),
    meta: { topics: [topic] },
  })
  if (!read.data)
    return read.error ? <ErrorState problem={read.error} onRetry={() => void read.refetch()} /> : <LoadingState />
  if (read.data.length === 0) return <EmptyState icon="check" title={empty} />
  return (
    <Stack>
      <Table caption={caption} hideCaption columns={columns} rows={read.data} rowId={({ id }) => id} />
      {read.hasNextPage ? (
        <Button busy={read.isFetchingNextPage} onPress={() => void read.fetchNextPage()}>
          {t(listWords.more)}
        </Button>
      ) : null}
    </Stack>
  )
}
