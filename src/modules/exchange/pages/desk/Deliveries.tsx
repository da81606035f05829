import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { listWords } from '../../../../kernel/cases/pages/desk/words/list.ts'
import { useAct } from '../../../../ui/api/acts.ts'
import { call } from '../../../../ui/api/call.ts'
import type { Problem } from '../../../../ui/api/problem.ts'
import { withQuery } from '../../../../ui/api/reads.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Light, type LightColour } from '../../../../ui/parts/Light.tsx'
import { Row, Stack } from '../../../../ui/parts/layout.tsx'
import { ProblemNotice } from '../../../../ui/parts/Notice.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { EmptyState, ErrorState, LoadingState } from '../../../../ui/parts/states.tsx'
import { type Column, Table } from '../../../../ui/parts/Table.tsx'
import { useToast } from '../../../../ui/parts/Toast.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import { type PassingState, passingStates } from '../../model/partners.ts'
import type { DeliveryView } from '../../model/views.ts'
import { passingWords } from '../../words/passing.ts'
import { exchangeWords as words } from './words/exchange.ts'

export const EXCHANGE = 'exchange'
const colours: Readonly<Record<PassingState, LightColour>> = {
  waiting: 'yellow',
  unsure: 'yellow',
  sent: 'green',
  blind: 'green',
  refused: 'red',
  dead: 'red',
}

type Rows = { readonly rows: readonly DeliveryView[]; readonly next: string | null }

/** What went to whom, newest first; what is stuck is tried again by a person. */
export function Deliveries() {
  const { t } = useTongue()
  const [state, setState] = useState<PassingState | 'all'>('all')
  const url = withQuery('/api/exchange/deliveries', { state: state === 'all' ? undefined : state })
  const read = useInfiniteQuery<Rows, Problem, DeliveryView[], string[], string | undefined>({
    queryKey: [url, 'pages'],
    queryFn: ({ pageParam, signal }) =>
      call(
        'GET',
        pageParam ? `${url}${url.includes('?') ? '&' : '?'}after=${encodeURIComponent(pageParam)}` : url,
        undefined,
        { signal },
      ),
    initialPageParam: undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    select: ({ pages }) => pages.flatMap(({ rows }) => rows),
    meta: { topics: [EXCHANGE] },
  })
  const options = [
    { value: 'all' as const, label: '—' },
    ...passingStates.map((value) => ({ value, label: t(passingWords[value]) })),
  ]
  return (
    <Stack>
      <Row>
        <Select label={t(words.state)} value={state} onChange={setState} options={options} />
        <Poll />
      </Row>
      <Shown read={read} />
      {read.hasNextPage ? (
        <Button busy={read.isFetchingNextPage} onPress={() => void read.fetchNextPage()}>
          {t(listWords.more)}
        </Button>
      ) : null}
    </Stack>
  )
}

type Shown = { readonly data: DeliveryView[] | undefined; readonly error: Problem | null; refetch(): Promise<unknown> }

function Shown({ read }: { read: Shown }) {
  const { t } = useTongue()
  if (!read.data)
    return read.error ? <ErrorState problem={read.error} onRetry={() => void read.refetch()} /> : <LoadingState />
  if (read.data.length === 0) return <EmptyState icon="check" title={t(words.noDeliveries)} />
  const columns: readonly Column<DeliveryView>[] = [
    {
      id: 'number',
      title: t(words.number),
      cell: ({ case: id, number }) => <Go to={`/cases/${id}`}>{number ?? id}</Go>,
    },
    { id: 'code', title: t(words.code), cell: ({ code }) => code },
    {
      id: 'state',
      title: t(words.state),
      cell: ({ state }) => <Light colour={colours[state]} label={t(passingWords[state])} />,
    },
    { id: 'remote', title: t(words.remote), cell: ({ remoteId }) => remoteId },
    {
      id: 'status',
      title: t(words.status),
      cell: ({ status }) => (status === null ? null : t(status === 'closed' ? words.closed : words.open)),
    },
    { id: 'notes', title: t(words.notes), cell: ({ notes, error }) => error ?? notes },
    { id: 'attempts', title: t(words.attempts), align: 'end', cell: ({ attempts }) => attempts },
    { id: 'retry', title: t(words.retry), cell: (row) => <Retry row={row} /> },
  ]
  return (
    <Table
      caption={t(words.deliveries)}
      hideCaption
      columns={columns}
      rows={read.data}
      rowId={(row) => `${row.partner} ${row.case}`}
    />
  )
}

function Retry({ row: { partner, case: id, state, number } }: { row: DeliveryView }) {
  const { t } = useTongue()
  const say = useToast()
  const retry = useAct<object>(`/api/exchange/deliveries/${partner}/${id}/retry`, {
    changes: [EXCHANGE],
    onDone: () => say(t(words.retried)),
  })
  if (!['refused', 'dead', 'unsure'].includes(state)) return null
  return (
    <>
      <Button busy={retry.busy} name={`${t(words.retry)} ${number ?? id}`} onPress={() => retry.act({})}>
        {t(words.retry)}
      </Button>
      <ProblemNotice problem={retry.problem} />
    </>
  )
}

function Poll() {
  const { t } = useTongue()
  const say = useToast()
  const poll = useAct<object>('/api/exchange/poll', { changes: [EXCHANGE], onDone: () => say(t(words.polled)) })
  return (
    <>
      <Button busy={poll.busy} onPress={() => poll.act({})}>
        {t(words.poll)}
      </Button>
      <ProblemNotice problem={poll.problem} />
    </>
  )
}
