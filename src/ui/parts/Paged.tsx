import { type Query, usePages } from '../api/pages.ts'
import type { Topic } from '../api/reads.ts'
import { useTongue } from '../tongue.tsx'
import { uiWords } from '../words.ts'
import { Button } from './Button.tsx'
import { Stack } from './layout.tsx'
import { EmptyState, ErrorState, LoadingState } from './states.tsx'
import { type Column, type Sorting, Table } from './Table.tsx'

type Props<Row> = {
  url: string
  query?: Query
  topics?: readonly Topic[]
  caption: string
  /** Said when nothing is there, or nothing fits what was asked. */
  empty: string
  columns: readonly Column<Row>[]
  sorting?: Sorting | undefined
  rowId(row: Row): string
}

/** A list of the server, a page at a time. */
export function Paged<Row>({ url, query, topics, caption, empty, columns, sorting, rowId }: Props<Row>) {
  const { t } = useTongue()
  const read = usePages<Row>(url, query, topics)
  if (!read.data)
    return read.error ? (
      <ErrorState problem={read.error} onRetry={() => void read.refetch()} />
    ) : (
      <LoadingState shape="list" />
    )
  if (read.data.length === 0) return <EmptyState icon="search" title={empty} />
  return (
    <Stack>
      <Table caption={caption} hideCaption columns={columns} rows={read.data} rowId={rowId} sorting={sorting} />
      {read.hasNextPage ? (
        <Button busy={read.isFetchingNextPage} onPress={() => void read.fetchNextPage()}>
          {t(uiWords.more)}
        </Button>
      ) : null}
    </Stack>
  )
}
