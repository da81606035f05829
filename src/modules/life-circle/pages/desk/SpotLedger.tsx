import { useState } from 'react'
import { QrCode } from '../../../../kernel/people/pages/QrCode.tsx'
import { formatInstant } from '../../../../kernel/worktime/rules.ts'
import type { Instant } from '../../../../platform/time.ts'
import { useRead, withQuery } from '../../../../ui/api/reads.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Dialog } from '../../../../ui/parts/Dialog.tsx'
import { Light } from '../../../../ui/parts/Light.tsx'
import { Lead, Page, Row, Soft, Stack } from '../../../../ui/parts/layout.tsx'
import { CheckBox } from '../../../../ui/parts/RadioCards.tsx'
import { Loaded } from '../../../../ui/parts/states.tsx'
import { Table } from '../../../../ui/parts/Table.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { SpotView } from '../../model/spot.ts'
import { spotKindWords, spotStateWords } from '../../words/spots.ts'
import { spotWords } from '../words/circle.ts'
import { ledgerWords as words } from '../words/ledger.ts'
import { plannerWords } from '../words/planner.ts'
import { LedgerActs } from './LedgerActs.tsx'
import { LedgerFilters } from './LedgerFilters.tsx'
import { SpotForm } from './SpotForm.tsx'
import { Turn } from './Turn.tsx'
import { UpkeepForm } from './UpkeepForm.tsx'
import './planner.css'

type Opened = { readonly what: 'edit' | 'upkeep' | 'qr'; readonly spot: SpotView | null }

/** `/life-circle/spots`: small places, who cares for them, and what people say. */
export function SpotLedger() {
  const { t } = useTongue()
  const { search } = usePlace()
  const [opened, setOpened] = useState<Opened | null>(null)
  const filters = { kind: search.kind, status: search.status }
  const query = { ...filters, overdue: search.overdue, sort: search.sort || 'upkeep', after: search.after, limit: 50 }
  const read = useRead<{ rows: SpotView[]; next: string | null }>(withQuery('/api/life-circle/spots', query), {
    keepLast: true,
    topics: ['spots'],
  })
  const close = () => setOpened(null)
  return (
    <Page
      title={t(plannerWords.spots)}
      wide
      acts={
        <LedgerActs
          to="spots"
          add={t(words.addSpot)}
          filters={filters}
          onAdd={() => setOpened({ what: 'edit', spot: null })}
        />
      }
    >
      <Stack>
        <Filters />
        <Loaded read={read} empty={{ when: ({ rows }) => rows.length === 0, show: <Lead>{t(words.noSpots)}</Lead> }}>
          {({ rows, next }) => (
            <Stack>
              <SpotTable rows={rows} onOpen={setOpened} />
              <Turn next={next} />
            </Stack>
          )}
        </Loaded>
      </Stack>
      <Dialog open={opened !== null} title={opened?.spot?.name ?? t(words.addSpot)} onClose={close}>
        {opened?.what === 'edit' ? <SpotForm spot={opened.spot} onDone={close} /> : null}
        {opened?.what === 'upkeep' && opened.spot ? <UpkeepForm spot={opened.spot} onDone={close} /> : null}
        {opened?.what === 'qr' && opened.spot ? (
          <QrCode text={`${window.location.origin}/spots/${opened.spot.code}`} label={t(spotWords.qr)} />
        ) : null}
      </Dialog>
    </Page>
  )
}

function Filters() {
  const { t } = useTongue()
  const { search, setSearch } = usePlace()
  return (
    <LedgerFilters
      kinds={spotKindWords}
      states={spotStateWords}
      sorts={[
        ['upkeep', words.due],
        ['changed', words.byChange],
        ['name', words.byName],
      ]}
      behind={
        <CheckBox
          checked={search.overdue === 'yes'}
          onChange={(on) => setSearch({ overdue: on ? 'yes' : '', after: '' })}
        >
          {t(words.overdueOnly)}
        </CheckBox>
      }
    />
  )
}

function SpotTable({ rows, onOpen }: { rows: readonly SpotView[]; onOpen(opened: Opened): void }) {
  const { t } = useTongue()
  return (
    <Table<SpotView>
      caption={t(plannerWords.spots)}
      hideCaption
      rows={rows}
      rowId={({ code }) => code}
      columns={[
        {
          id: 'name',
          title: t(words.name),
          cell: (spot) => (
            <Button kind="quiet" onPress={() => onOpen({ what: 'edit', spot })}>
              {spot.name}
            </Button>
          ),
        },
        { id: 'kind', title: t(words.kind), cell: ({ kind }) => t(spotKindWords[kind]) },
        { id: 'status', title: t(words.status), cell: ({ status }) => t(spotStateWords[status]) },
        { id: 'keeper', title: t(words.keeper), cell: ({ keeper, unitName }) => keeper || unitName || '—' },
        {
          id: 'due',
          title: t(words.due),
          cell: ({ upkeepDue, overdue }) =>
            upkeepDue === null ? (
              '—'
            ) : overdue ? (
              <Light colour="yellow" label={t(spotWords.overdue)} />
            ) : (
              t(formatInstant(upkeepDue as Instant))
            ),
        },
        {
          id: 'rating',
          title: t(words.rating),
          cell: ({ stars, ratings, onSpot }) =>
            stars === null ? (
              <Soft>{t(spotWords.noOpinions)}</Soft>
            ) : (
              <span>
                {stars} ★ <Soft>{t(spotWords.count(ratings, onSpot))}</Soft>
              </span>
            ),
        },
        {
          id: 'acts',
          title: t(words.lookAfter),
          cell: (spot) => (
            <Row>
              <Button onPress={() => onOpen({ what: 'upkeep', spot })}>{t(words.lookAfter)}</Button>
              <Button icon="scan" onPress={() => onOpen({ what: 'qr', spot })}>
                {t(words.print)}
              </Button>
            </Row>
          ),
        },
      ]}
    />
  )
}
