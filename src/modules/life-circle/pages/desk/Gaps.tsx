import { TownMap } from '../../../../kernel/places/pages/TownMap.tsx'
import { useRead, withQuery } from '../../../../ui/api/reads.ts'
import type { MapLayer } from '../../../../ui/map/model.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Lead, Row, Sheet, Soft, Stack } from '../../../../ui/parts/layout.tsx'
import { RateBar } from '../../../../ui/parts/RateBar.tsx'
import { Loaded } from '../../../../ui/parts/states.tsx'
import { Table } from '../../../../ui/parts/Table.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { CoverageView, KindCoverageView, LeftOutView } from '../../model/circle.ts'
import { isKind, type Kind } from '../../model/kinds.ts'
import { levelWords, unitWords } from '../../words/facilities.ts'
import { kindWords } from '../../words/kinds.ts'
import { plannerWords as words } from '../words/planner.ts'
import { OpenTask } from './OpenTask.tsx'
import type { Asked } from './Planner.tsx'

type Props = { seen: CoverageView; asked: Asked }

/** Every kind with who reaches it; one of them looked at closely: on the map, as a list, and as work. */
export function Gaps({ seen, asked }: Props) {
  const { search } = usePlace()
  const kind = search.kind && isKind(search.kind) ? search.kind : null
  return (
    <div className="planner-two">
      <Kinds seen={seen} />
      {kind === null ? <Hint /> : <LeftOut kind={kind} asked={asked} />}
    </div>
  )
}

function Hint() {
  const { t } = useTongue()
  return (
    <Sheet>
      <Lead>{t(words.chooseKind)}</Lead>
    </Sheet>
  )
}

function Kinds({ seen }: { seen: CoverageView }) {
  const { t, count } = useTongue()
  const { setSearch } = usePlace()
  const rows = seen.kinds.toSorted((a, b) => a.people.covered / a.people.of - b.people.covered / b.people.of)
  return (
    <Table<KindCoverageView>
      caption={t(words.gaps)}
      hideCaption
      rows={rows}
      rowId={({ kind }) => kind}
      columns={[
        {
          id: 'kind',
          title: t(words.kind),
          cell: ({ kind, level, minutes }) => (
            <span>
              <Button kind="quiet" onPress={() => setSearch({ kind })}>
                {t(kindWords[kind])}
              </Button>
              <Soft>
                {t(levelWords[level])} · {t(words.minutes(minutes))}
              </Soft>
            </span>
          ),
        },
        {
          id: 'coverage',
          title: t(words.coverage),
          cell: ({ kind, people, level }) => (
            <RateBar
              label={t(kindWords[kind])}
              numerator={Math.round(people.covered)}
              denominator={Math.round(people.of)}
              tone={level === 'must' && people.covered < people.of ? 'warn' : 'plain'}
            />
          ),
        },
        {
          id: 'out',
          title: t(words.leftOut),
          align: 'end',
          cell: ({ people }) => count(Math.round(people.of - people.covered)),
        },
        {
          id: 'wished',
          title: t(words.wished),
          align: 'end',
          cell: ({ wished }) => (wished === 0 ? '—' : t(words.wishedBy(wished))),
        },
        { id: 'facilities', title: t(words.count), align: 'end', cell: ({ facilities }) => count(facilities) },
        { id: 'per', title: t(words.sufficiency), cell: (row) => <Sufficient row={row} /> },
      ]}
    />
  )
}

function Sufficient({ row: { sufficiency } }: { row: KindCoverageView }) {
  const { t } = useTongue()
  if (!sufficiency) return null
  const { have, asked, unit, unknown } = sufficiency
  return (
    <span>
      {t(words.enough(have.toFixed(0), asked.toFixed(0), t(unitWords[unit])))}
      {unknown > 0 ? <Soft> · {t(words.unknown(unknown))}</Soft> : null}
    </span>
  )
}

function LeftOut({ kind, asked }: { kind: Kind; asked: Asked }) {
  const { t, count } = useTongue()
  const query = { ...asked, kind }
  const read = useRead<{ rows: LeftOutView[] }>(withQuery('/api/life-circle/left-out', { ...query, limit: 200 }), {
    topics: ['life-circle'],
  })
  const file = withQuery('/api/life-circle/left-out/export', { ...query, format: 'xlsx' })
  return (
    <Sheet
      title={t(words.list(kindWords[kind]))}
      acts={
        <Row>
          <Go to={file} look="plain">
            {t(words.download)}
          </Go>
          <OpenTask kind={kind} asked={asked} />
        </Row>
      }
    >
      <Loaded read={read}>
        {({ rows }) => (
          <Stack>
            <TownMap label={t(words.map)} layers={[homesLayer(rows, t(words.homesOut))]} />
            <Table<LeftOutView>
              caption={t(words.list(kindWords[kind]))}
              hideCaption
              rows={rows.slice(0, 50)}
              rowId={({ id }) => id}
              columns={[
                { id: 'id', title: t(words.building), cell: ({ id }) => id },
                { id: 'people', title: t(words.people), align: 'end', cell: ({ people }) => count(Math.round(people)) },
                {
                  id: 'minutes',
                  title: t(words.limit),
                  align: 'end',
                  cell: ({ minutes }) => (minutes === null ? t(words.farther) : t(words.minutes(minutes))),
                },
                { id: 'nearest', title: t(words.nearest), cell: ({ nearest }) => nearest ?? '—' },
              ]}
            />
          </Stack>
        )}
      </Loaded>
    </Sheet>
  )
}

const homesLayer = (rows: readonly LeftOutView[], label: string): MapLayer => ({
  kind: 'points',
  id: 'left-out',
  label,
  features: rows.map(({ id, lng, lat, people, nearest }) => ({
    id,
    name: `${Math.round(people)}`,
    note: nearest ?? undefined,
    tone: 'bad',
    at: [lng, lat],
  })),
})
