import { useState } from 'react'
import { withQuery } from '../../../../../ui/api/reads.ts'
import { Button } from '../../../../../ui/parts/Button.tsx'
import { Go } from '../../../../../ui/parts/Go.tsx'
import { Row, Stack } from '../../../../../ui/parts/layout.tsx'
import { EmptyState, ErrorState, LoadingState } from '../../../../../ui/parts/states.tsx'
import { usePlace } from '../../../../../ui/routing/place.ts'
import { useTongue } from '../../../../../ui/tongue.tsx'
import type { View } from '../../../model/lists.ts'
import type { CaseLine } from '../../../model/views.ts'
import { emptyViewWords, listWords as words } from '../words/list.ts'
import { Batch } from './Batch.tsx'
import { CaseList } from './CaseList.tsx'
import { isNarrowed } from './question.ts'
import { useCases } from './reads.ts'

type Props = {
  view: View
  open: string | undefined
  wide: boolean
  /** What narrows the list; as the address says where nothing else is given. */
  asked?: Readonly<Record<string, string | undefined>>
}

/** One view's rows, with what may be done to many of them at once. */
export function Rows({ view, open, wide, asked }: Props) {
  const { t } = useTongue()
  const { path, search } = usePlace()
  const cases = useCases(asked ?? search, view)
  // Kept as they were picked: what is done to them may take them out of this list before its outcome is read.
  const [picked, pick] = useState<readonly CaseLine[]>([])
  if (cases.isError && !cases.data) return <ErrorState problem={cases.error} onRetry={() => void cases.refetch()} />
  if (!cases.data) return <LoadingState count={8} />
  if (cases.data.length === 0 && picked.length === 0) return <Nothing view={view} />
  const rows = cases.data
  const select = (ids: ReadonlySet<string>) =>
    pick([...picked, ...rows.filter(({ id }) => !picked.some((one) => one.id === id))].filter(({ id }) => ids.has(id)))
  const asItStands = (one: CaseLine) => rows.find(({ id }) => id === one.id) ?? one
  const placeOf = (id: string) => (wide ? withQuery(path, { ...search, case: id, act: undefined }) : `/cases/${id}`)
  return (
    <Stack>
      {rows.length === 0 ? <Nothing view={view} /> : null}
      <CaseList
        rows={rows}
        open={open}
        placeOf={placeOf}
        selected={new Set(picked.map(({ id }) => id))}
        onSelect={select}
      />
      <Row push>
        <span className="case-keys">{t(words.keys)}</span>
        {cases.hasNextPage ? (
          <Button busy={cases.isFetchingNextPage} onPress={() => void cases.fetchNextPage()}>
            {t(words.more)}
          </Button>
        ) : null}
      </Row>
      {picked.length > 0 ? <Batch chosen={picked.map(asItStands)} onDone={() => pick([])} /> : null}
    </Stack>
  )
}

function Nothing({ view }: { view: View }) {
  const { t } = useTongue()
  const { search, path } = usePlace()
  const narrowed = isNarrowed(search) || search.q !== undefined
  if (narrowed) return <EmptyState icon="search" title={t(words.noMatch)} text={t(words.noMatchText)} />
  const away = view === 'all' ? undefined : <Go to={withQuery(path, { view: 'all' })}>{t(words.seeAll)}</Go>
  return <EmptyState icon="check" title={t(emptyViewWords[view])} action={away} />
}
