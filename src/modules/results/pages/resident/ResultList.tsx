import { useInfiniteQuery } from '@tanstack/react-query'
import { useCategoryNames } from '../../../../kernel/matters/pages/category-names.ts'
import { call } from '../../../../ui/api/call.ts'
import type { Problem } from '../../../../ui/api/problem.ts'
import { withQuery } from '../../../../ui/api/reads.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Item, Items, Soft, Stack } from '../../../../ui/parts/layout.tsx'
import { ProblemNotice } from '../../../../ui/parts/Notice.tsx'
import { EmptyState, ErrorState, LoadingState } from '../../../../ui/parts/states.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { ResultRow } from '../../model.ts'
import { resultWords as words } from '../words.ts'
import type { Filter } from './Filters.tsx'
import './results.css'

type Rows = { readonly rows: readonly ResultRow[]; readonly next: string | null }
const AT_ONCE = 20

export function ResultList({ filter, onWiden }: { filter: Filter; onWiden(): void }) {
  const { t } = useTongue()
  const read = useInfiniteQuery<Rows, Problem, { pages: Rows[] }, readonly unknown[], string | undefined>({
    queryKey: ['/api/results/rows', filter],
    queryFn: ({ pageParam, signal }) =>
      call('GET', withQuery('/api/results/rows', { ...filter, limit: AT_ONCE, after: pageParam }), undefined, {
        signal,
      }),
    initialPageParam: undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  const rows = read.data?.pages.flatMap((page) => page.rows)
  if (rows === undefined)
    return read.error ? (
      <ErrorState problem={read.error} onRetry={() => void read.refetch()} />
    ) : (
      <LoadingState count={4} />
    )
  if (rows.length === 0)
    return (
      <EmptyState
        icon="board"
        title={t(words.none)}
        text={t(words.noneText)}
        action={<Button onPress={onWiden}>{t(words.widen)}</Button>}
      />
    )
  return (
    <Stack>
      <h2>{t(words.list)}</h2>
      <Items label={t(words.list)}>
        {rows.map((row) => (
          <OneResult key={row.id} row={row} />
        ))}
      </Items>
      <ProblemNotice problem={read.error} />
      {read.hasNextPage ? (
        <Button wide busy={read.isFetchingNextPage} onPress={() => void read.fetchNextPage()}>
          {t(words.more)}
        </Button>
      ) : null}
    </Stack>
  )
}

function OneResult({ row }: { row: ResultRow }) {
  const { t, count } = useTongue()
  const called = useCategoryNames()
  const place = row.place === '' ? t(words.everywhere) : row.place
  const facts = [
    { said: words.solved, value: count(row.solved), some: true },
    { said: words.explained, value: count(row.explained), some: row.explained > 0 },
    { said: words.unsolved, value: count(row.unsolved), some: row.unsolved > 0 },
    { said: words.inTime, value: `${row.inTime}/${row.inTime + row.late}`, some: row.inTime + row.late > 0 },
    { said: words.satisfied, value: `${row.satisfied}/${row.rated}`, some: row.rated !== null },
  ]
  return (
    <Item title={row.theme === '' ? t(words.otherThemes) : called([row.theme])}>
      <Soft>
        {place}
        {row.rest && row.theme !== '' ? ` · ${t(words.rest)}` : ''}
      </Soft>
      <span className="results-row">
        <strong className="results-main">
          {t(words.answered)} {count(row.answered)} {t(words.unit)}
        </strong>
        {facts
          .filter(({ some }) => some)
          .map(({ said, value }) => (
            <span key={said.en}>
              {t(said)} {value}
            </span>
          ))}
        {row.rated === null ? <Soft>{t(words.fewRated)}</Soft> : null}
      </span>
    </Item>
  )
}
