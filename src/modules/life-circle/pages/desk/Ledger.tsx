import { useState } from 'react'
import { useRead, withQuery } from '../../../../ui/api/reads.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Dialog } from '../../../../ui/parts/Dialog.tsx'
import { Page, Soft, Stack } from '../../../../ui/parts/layout.tsx'
import { Loaded } from '../../../../ui/parts/states.tsx'
import { Table } from '../../../../ui/parts/Table.tsx'
import { TextField } from '../../../../ui/parts/TextField.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { Facility } from '../../model/facility.ts'
import { readHours } from '../../rules/hours/read.ts'
import { stateWords, unitWords } from '../../words/facilities.ts'
import { kindWords } from '../../words/kinds.ts'
import { hoursWords, openStateWords } from '../words/hours.ts'
import { ledgerWords as words } from '../words/ledger.ts'
import { plannerWords } from '../words/planner.ts'
import { FacilityForm } from './FacilityForm.tsx'
import { LedgerActs } from './LedgerActs.tsx'
import { LedgerFilters } from './LedgerFilters.tsx'
import { Turn } from './Turn.tsx'
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
  const [edited, setEdited] = useState<Facility | 'new' | null>(null)
  return (
    <Page
      title={t(plannerWords.ledger)}
      wide
      acts={<LedgerActs to="facilities" add={t(words.add)} filters={plain} onAdd={() => setEdited('new')} />}
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
  return (
    <LedgerFilters
      kinds={kindWords}
      states={stateWords}
      sorts={[
        ['changed', words.byChange],
        ['name', words.byName],
        ['kind', words.byKind],
      ]}
      before={
        <TextField
          label={t(words.search)}
          type="search"
          value={search.q ?? ''}
          onChange={(q) => setSearch({ q, after: '' })}
        />
      }
    />
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
