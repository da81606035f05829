import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useAct } from '../../../../ui/api/acts.ts'
import { call } from '../../../../ui/api/call.ts'
import type { Problem } from '../../../../ui/api/problem.ts'
import { withQuery } from '../../../../ui/api/reads.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Confirm } from '../../../../ui/parts/Confirm.tsx'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Page, Row, Sheet, Soft } from '../../../../ui/parts/layout.tsx'
import { CheckBox } from '../../../../ui/parts/RadioCards.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { EmptyState, ErrorState, LoadingState } from '../../../../ui/parts/states.tsx'
import { type Column, Table } from '../../../../ui/parts/Table.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import { type Entry, type EntryKind, entryKinds } from '../../model/entries.ts'
import { entryKindWords } from '../../words/channels.ts'
import { codeWords as words } from '../words/codes.ts'
import { MakeCode } from './MakeCode.tsx'
import { printAddress } from './PrintCodes.tsx'
import './codes.css'

type Line = Entry & { readonly url: string }
type Answer = { readonly rows: readonly Line[]; readonly next: string | null }

const CODES = 'channels/entries'

/** `/codes`: printed codes, made, chosen for paper and ended. */
export function Codes() {
  const { t } = useTongue()
  const { search, setSearch } = usePlace()
  const kind = entryKinds.find((one) => one === search.kind)
  return (
    <Page title={t(words.title)} lead={t(words.lead)} wide>
      <MakeCode topic={CODES} />
      <Sheet title={t(words.list)}>
        <Select<EntryKind | 'all'>
          label={t(words.kind)}
          value={kind ?? 'all'}
          options={[
            { value: 'all', label: t(words.all) },
            ...entryKinds.map((one) => ({ value: one, label: t(entryKindWords[one]) })),
          ]}
          onChange={(next) => setSearch({ kind: next === 'all' ? undefined : next })}
        />
        <List key={kind} kind={kind} />
      </Sheet>
    </Page>
  )
}

const useCodes = (kind: EntryKind | undefined) =>
  useInfiniteQuery<Answer, Problem, Line[], string[], string | undefined>({
    queryKey: ['/api/channels/entries', kind ?? ''],
    queryFn: ({ pageParam, signal }) =>
      call('GET', withQuery('/api/channels/entries', { kind, after: pageParam }), undefined, { signal }),
    initialPageParam: undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    select: ({ pages }) => pages.flatMap(({ rows }) => rows),
    meta: { topics: [CODES] },
  })

function List({ kind }: { kind: EntryKind | undefined }) {
  const { t } = useTongue()
  const read = useCodes(kind)
  const [chosen, setChosen] = useState<readonly string[]>([])
  if (!read.data)
    return read.error ? <ErrorState problem={read.error} onRetry={() => void read.refetch()} /> : <LoadingState />
  if (read.data.length === 0) return <EmptyState icon="search" title={t(words.none)} text={t(words.noneText)} />
  const usable = read.data.filter(({ active }) => active).map(({ code }) => code)
  const isWhole = usable.length > 0 && usable.every((code) => chosen.includes(code))
  const toggle = (code: string, on: boolean) => setChosen(on ? [...chosen, code] : chosen.filter((one) => one !== code))
  return (
    <>
      <Row>
        <CheckBox checked={isWhole} onChange={(on) => setChosen(on ? usable : [])}>
          {t(words.chooseAll)}
        </CheckBox>
        {chosen.length === 0 ? (
          <Soft>{t(words.printNone)}</Soft>
        ) : (
          <Go to={printAddress(chosen)} look="primary">
            {t(words.print(chosen.length))}
          </Go>
        )}
      </Row>
      <Table
        caption={t(words.list)}
        hideCaption
        columns={columnsOf(t, chosen, toggle)}
        rows={read.data}
        rowId={({ code }) => code}
      />
      {read.hasNextPage ? (
        <Button busy={read.isFetchingNextPage} onPress={() => void read.fetchNextPage()}>
          {t(words.more)}
        </Button>
      ) : null}
    </>
  )
}

type T = ReturnType<typeof useTongue>['t']

const columnsOf = (
  t: T,
  chosen: readonly string[],
  toggle: (code: string, on: boolean) => void,
): readonly Column<Line>[] => [
  {
    id: 'title',
    title: t(words.name),
    cell: ({ code, title, active }) =>
      active ? (
        <span className="code-name">
          <CheckBox checked={chosen.includes(code)} onChange={(on) => toggle(code, on)}>
            {title}
          </CheckBox>
        </span>
      ) : (
        title
      ),
  },
  { id: 'kind', title: t(words.kind), cell: ({ kind }) => t(entryKindWords[kind]) },
  { id: 'address', title: t(words.address), cell: ({ place }) => place.address ?? '—' },
  { id: 'target', title: t(words.target), cell: ({ target }) => target ?? '—' },
  { id: 'state', title: t(words.state), cell: ({ active }) => t(active ? words.active : words.ended) },
  { id: 'end', title: t(words.end), cell: (line) => (line.active ? <End line={line} /> : null) },
]

function End({ line: { code, title } }: { line: Line }) {
  const { t } = useTongue()
  const [asked, setAsked] = useState(false)
  const end = useAct<object>(`/api/channels/entries/${code}/end`, {
    changes: [CODES],
    onDone: () => setAsked(false),
  })
  return (
    <>
      <Button kind="quiet" name={`${t(words.end)} ${title}`} onPress={() => setAsked(true)}>
        {t(words.end)}
      </Button>
      <Confirm
        open={asked}
        title={t(words.endTitle)}
        act={t(words.end)}
        danger
        busy={end.busy}
        problem={end.problem}
        onAct={() => end.act({})}
        onClose={() => setAsked(false)}
      >
        <p>{title}</p>
        <p>{t(words.endText)}</p>
      </Confirm>
    </>
  )
}
