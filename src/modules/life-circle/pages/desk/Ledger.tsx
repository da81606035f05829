import { useState } from 'react'
import { useRead, withQuery } from '../../../../ui/api/reads.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Dialog } from '../../../../ui/parts/Dialog.tsx'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Page, Row, Soft, Stack } from '../../../../ui/parts/layout.tsx'
import { Pager } from '../../../../ui/parts/Pager.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { Loaded } from '../../../../ui/parts/states.tsx'
import { Table } from '../../../../ui/parts/Table.tsx'
import { TextField } from '../../../../ui/parts/TextField.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import { type Facility, facilityStates } from '../../model/facility.ts'
import { kinds } from '../../model/kinds.ts'
import { readHours } from '../../rules/hours/read.ts'
import { stateWords, unitWords } from '../../words/facilities.ts'
import { kindWords } from '../../words/kinds.ts'
import { hoursWords, openStateWords } from '../words/hours.ts'
import { ledgerWords as words } from '../words/ledger.ts'
import { plannerWords } from '../words/planner.ts'
import { FacilityForm } from './FacilityForm.tsx'
import { ImportFile } from './ImportFile.tsx'
import './planner.css'

type Rows = { readonly rows: Facility[]; readonly next: string | null }

/** `/life-circle/facilities`: what the city knows of its facilities; filters stand in the address. */
export function Ledger() {
  const { t } = useTongue()
  const { search } = usePlace()
  const filters = { kind: search.kind, status: search.status, q: search.q, sort: search.sort }
  const read = useRead<Rows>(withQuery('/api/life-circle/facilities', { ...filters, after: search.after, limit: 50 }), {
    keepLast: true,
    topics: ['life-circle'],
  })
  const { sort: _, ...plain } = filters
  const file = (format: string, template?: boolean) =>
    withQuery('/api/life-circle/facilities/export', { ...plain, format, template })
  const [edited, setEdited] = useState<Facility | 'new' | null>(null)
  return (
    <Page
      title={t(plannerWords.ledger)}
      wide
      acts={
        <Row>
          <Button kind="primary" icon="plus" onPress={() => setEdited('new')}>
            {t(words.add)}
          </Button>
          <ImportFile to="facilities" />
          <Go to={file('xlsx')} look="plain">
            Excel
          </Go>
          <Go to={file('geojson')} look="plain">
            GeoJSON
          </Go>
          <Go to={file('xlsx', true)}>{t(words.template)}</Go>
        </Row>
      }
    >
      <Stack>
        <Filters />
        <Loaded read={read}>
          {({ rows, next }) => (
            <Stack>
              <Facilities rows={rows} onOpen={setEdited} />
              <Turn next={next} />
            </Stack>
          )}
        </Loaded>
      </Stack>
      <Dialog
        open={edited !== null}
        title={edited === 'new' || edited === null ? t(words.add) : edited.name}
        onClose={() => setEdited(null)}
      >
        {edited === null ? null : (
          <FacilityForm
            key={edited === 'new' ? 'new' : edited.code}
            facility={edited === 'new' ? null : edited}
            onDone={() => setEdited(null)}
          />
        )}
      </Dialog>
    </Page>
  )
}

function Filters() {
  const { t } = useTongue()
  const { search, setSearch } = usePlace()
  const choose = (change: Record<string, string>) => setSearch({ after: '', ...change })
  const any = { value: 'any', label: t(words.any) }
  return (
    <div className="planner-choices">
      <TextField label={t(words.search)} type="search" value={search.q ?? ''} onChange={(q) => choose({ q })} />
      <Select
        label={t(plannerWords.kind)}
        value={search.kind || 'any'}
        options={[any, ...kinds.map((kind) => ({ value: kind, label: t(kindWords[kind]) }))]}
        onChange={(kind) => choose({ kind: kind === 'any' ? '' : kind })}
      />
      <Select
        label={t(words.status)}
        value={search.status || 'any'}
        options={[any, ...facilityStates.map((status) => ({ value: status, label: t(stateWords[status]) }))]}
        onChange={(status) => choose({ status: status === 'any' ? '' : status })}
      />
      <Select
        label={t(words.sort)}
        value={search.sort || 'changed'}
        options={[
          { value: 'changed', label: t(words.byChange) },
          { value: 'name', label: t(words.byName) },
          { value: 'kind', label: t(words.byKind) },
        ]}
        onChange={(sort) => choose({ sort })}
      />
    </div>
  )
}

function Facilities({ rows, onOpen }: { rows: readonly Facility[]; onOpen(facility: Facility): void }) {
  const { t, count } = useTongue()
  return (
    <Table<Facility>
      caption={t(plannerWords.ledger)}
      hideCaption
      rows={rows}
      rowId={({ code }) => code}
      columns={[
        {
          id: 'name',
          title: t(words.name),
          cell: (row) => (
            <Button kind="quiet" onPress={() => onOpen(row)}>
              {row.name}
            </Button>
          ),
        },
        { id: 'kind', title: t(plannerWords.kind), cell: ({ kind }) => t(kindWords[kind]) },
        { id: 'status', title: t(words.status), cell: ({ status }) => t(stateWords[status]) },
        { id: 'hours', title: t(words.hours), cell: ({ hours }) => <Hours hours={hours} /> },
        {
          id: 'capacity',
          title: t(words.capacity),
          align: 'end',
          cell: ({ capacity, capacityUnit }) =>
            capacity === null ? '—' : `${count(capacity)} ${capacityUnit ? t(unitWords[capacityUnit]) : ''}`,
        },
        { id: 'evidence', title: t(words.evidence), cell: ({ evidence }) => <Soft>{evidence || '—'}</Soft> },
      ]}
    />
  )
}

/** Hours that nobody can reckon with are told so where they stand. */
function Hours({ hours }: { hours: string }) {
  const { t } = useTongue()
  if (hours.trim() === '') return <Soft>{t(openStateWords.unknown)}</Soft>
  return (
    <span>
      {hours} {readHours(hours) === null ? <Soft>{t(hoursWords.unread)}</Soft> : null}
    </span>
  )
}

function Turn({ next }: { next: string | null }) {
  const { search, setSearch } = usePlace()
  return (
    <Pager
      onPrevious={search.after ? () => setSearch({ after: '' }) : undefined}
      onNext={next ? () => setSearch({ after: next }) : undefined}
    />
  )
}
