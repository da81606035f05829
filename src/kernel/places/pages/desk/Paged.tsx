import { Button } from '../../../../ui/parts/Button.tsx'
import { Stack } from '../../../../ui/parts/layout.tsx'
import { EmptyState, ErrorState, LoadingState } from '../../../../ui/parts/states.tsx'
import { type Column, Table } from '../../../../ui/parts/Table.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import { usePages } from './reads.ts'
import { placesWords as words } from './words/places.ts'

type Props<Row> = {
  url: string
  query?: Readonly<Record<string, string | undefined>>
  caption: string
  empty: string
  columns: readonly Column<Row>[]
  rowId(row: Row): string
}

/** A list of the server, a page at a time. */
export function Paged<Row>({ url, query, caption, empty, columns, rowId }: Props<Row>) {
  const { t } = useTongue()
  const read = usePages<Row>(url, query)
  if (!read.data)
    return read.error ? <ErrorState problem={read.error} onRetry={() => void read.refetch()} /> : <LoadingState />
  if (read.data.length === 0) return <EmptyState icon="search" title={empty} />
  return (
    <Stack>
      <Table caption={caption} hideCaption columns={columns} rows={read.data} rowId={rowId} />
      {read.hasNextPage ? (
        <Button busy={read.isFetchingNextPage} onPress={() => void read.fetchNextPage()}>
          {t(words.more)}
        </Button>
      ) : null}
    </Stack>
  )
}
