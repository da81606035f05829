import { DayField } from '../../../../kernel/organisations/pages/desk/DayField.tsx'
import { formatInstant } from '../../../../kernel/worktime/rules.ts'
import type { Instant } from '../../../../platform/time.ts'
import type { Said } from '../../../../platform/words.ts'
import { useAct } from '../../../../ui/api/acts.ts'
import { useRead, withQuery } from '../../../../ui/api/reads.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Light, type LightColour } from '../../../../ui/parts/Light.tsx'
import { Row, Stack } from '../../../../ui/parts/layout.tsx'
import { ProblemNotice } from '../../../../ui/parts/Notice.tsx'
import { Paged } from '../../../../ui/parts/Paged.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import type { Column } from '../../../../ui/parts/Table.tsx'
import { TextField } from '../../../../ui/parts/TextField.tsx'
import { useToast } from '../../../../ui/parts/Toast.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import { deliverySorts } from '../../model/lists.ts'
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

/** What went to whom; what is stuck is tried again by a person. */
export function Deliveries() {
  const { t } = useTongue()
  const { search } = usePlace()
  const partners = usePartnerNames()
  const number = /^\d{1,14}$/.test(search.number ?? '') ? search.number : undefined
  const query = {
    partner: search.partner,
    state: passingStates.find((one) => one === search.state),
    number,
    from: search.from,
    to: search.to,
    sort: deliverySorts.find((one) => one === search.sort),
  }
  return (
    <Stack>
      <Narrowing partners={partners} />
      <Row>
        <Poll />
        <Go look="plain" to={withQuery('/api/exchange/deliveries/export', query)}>
          {t(words.xlsx)}
        </Go>
      </Row>
      <Paged<DeliveryView>
        url="/api/exchange/deliveries"
        query={query}
        topics={[EXCHANGE]}
        caption={t(words.deliveries)}
        empty={t(words.noDeliveries)}
        rowId={(row) => `${row.partner} ${row.case}`}
        columns={columnsFor(t, partners)}
      />
    </Stack>
  )
}

type Names = ReadonlyMap<string, string>

function usePartnerNames(): Names {
  const { data } = useRead<{ rows: readonly { id: string; name: string }[] }>('/api/exchange/partners', {
    topics: [EXCHANGE],
  })
  return new Map((data?.rows ?? []).map(({ id, name }) => [id, name]))
}

function Narrowing({ partners }: { partners: Names }) {
  const { t } = useTongue()
  const { search, setSearch } = usePlace()
  const set = (name: string) => (value: string) =>
    setSearch({ [name]: value === 'all' || value === '' ? undefined : value })
  const all = (label: Said) => ({ value: 'all', label: t(label) })
  return (
    <Row>
      <Select
        label={t(words.partner)}
        value={search.partner ?? 'all'}
        options={[all(words.anyPartner), ...[...partners].map(([value, label]) => ({ value, label }))]}
        onChange={set('partner')}
      />
      <Select
        label={t(words.state)}
        value={search.state ?? 'all'}
        options={[all(words.anyState), ...passingStates.map((value) => ({ value, label: t(passingWords[value]) }))]}
        onChange={set('state')}
      />
      <TextField label={t(words.caseNumber)} keys="numeric" value={search.number ?? ''} onChange={set('number')} />
      {(['from', 'to'] as const).map((name) => (
        <DayField key={name} label={t(words[name])} value={search[name] ?? ''} onChange={set(name)} />
      ))}
      <Select
        label={t(words.sort)}
        value={search.sort ?? 'newest'}
        options={deliverySorts.map((value) => ({ value, label: t(words[`sort-${value}`]) }))}
        onChange={set('sort')}
      />
    </Row>
  )
}

const columnsFor = (t: (said: Said) => string, partners: Names): readonly Column<DeliveryView>[] => [
  {
    id: 'number',
    title: t(words.number),
    cell: ({ case: id, number }) => <Go to={`/cases/${id}`}>{number ?? id}</Go>,
  },
  { id: 'partner', title: t(words.partner), cell: ({ partner }) => partners.get(partner) ?? partner },
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
  { id: 'at', title: t(words.putDown), cell: ({ at }) => t(formatInstant(at as Instant)) },
  { id: 'retry', title: t(words.retry), cell: (row) => <Retry row={row} /> },
]

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
