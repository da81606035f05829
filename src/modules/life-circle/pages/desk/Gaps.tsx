import { Button } from '../../../../ui/parts/Button.tsx'
import { Lead, Soft } from '../../../../ui/parts/layout.tsx'
import { RateBar } from '../../../../ui/parts/RateBar.tsx'
import { type Column, Table } from '../../../../ui/parts/Table.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { CoverageView, KindCoverageView } from '../../model/circle.ts'
import { isKind } from '../../model/kinds.ts'
import { levelWords, unitWords } from '../../words/facilities.ts'
import { kindWords } from '../../words/kinds.ts'
import { hoursWords } from '../words/hours.ts'
import { plannerWords as words } from '../words/planner.ts'
import { LeftOut } from './LeftOut.tsx'
import type { Asked } from './Planner.tsx'

type Props = { seen: CoverageView; asked: Asked }

/** Every kind with who reaches it; one of them looked at closely: on the map, as a list, and as work. */
export function Gaps({ seen, asked }: Props) {
  const { search } = usePlace()
  const kind = search.kind && isKind(search.kind) ? search.kind : null
  return (
    <div className="planner-two" data-chosen={kind !== null}>
      <div className="planner-kinds">
        {kind === null ? <Hint /> : null}
        <Kinds seen={seen} brief={kind !== null} />
      </div>
      {kind === null ? null : <LeftOut kind={kind} asked={asked} kinds={seen.kinds.map((one) => one.kind)} />}
    </div>
  )
}

function Hint() {
  const { t } = useTongue()
  return <Lead>{t(words.chooseKind)}</Lead>
}

/** In full it takes the width of the page; beside the kind that was chosen it is brief. */
function Kinds({ seen, brief }: { seen: CoverageView; brief: boolean }) {
  const { t, count } = useTongue()
  const { setSearch } = usePlace()
  const rows = seen.kinds.toSorted((a, b) => a.people.covered / a.people.of - b.people.covered / b.people.of)
  const kind: KindColumn = {
    id: 'kind',
    title: t(words.kind),
    cell: (row) => (
      <span>
        <Button kind="quiet" onPress={() => setSearch({ kind: row.kind, after: '' })}>
          {t(kindWords[row.kind])}
        </Button>
        <Soft>
          {t(levelWords[row.level])} · {t(words.minutes(row.minutes))}
        </Soft>
      </span>
    ),
  }
  const coverage: KindColumn = { id: 'coverage', title: t(words.coverage), cell: (row) => <Covered row={row} /> }
  const out: KindColumn = {
    ...{ id: 'out', title: t(words.leftOut), align: 'end' },
    cell: ({ people }) => count(Math.round(people.of - people.covered)),
  }
  const wished: KindColumn = {
    ...{ id: 'wished', title: t(words.wished), align: 'end' },
    cell: (row) => (row.wished === 0 ? '—' : t(words.wishedBy(row.wished))),
  }
  const standing: KindColumn = { id: 'facilities', title: t(words.count), cell: (row) => <Standing row={row} /> }
  return (
    <Table<KindCoverageView>
      caption={t(words.gaps)}
      hideCaption
      rows={rows}
      rowId={(row) => row.kind}
      columns={brief ? [kind, coverage, out] : [kind, coverage, out, wished, standing]}
    />
  )
}

type KindColumn = Column<KindCoverageView>
type KindRow = { row: KindCoverageView }

function Covered({ row: { kind, people, buildings, level, hours } }: KindRow) {
  const { t, count } = useTongue()
  const perhaps = hours && hours.perhaps > 0 ? [t(hoursWords.perhaps(count(Math.round(hours.perhaps))))] : []
  return (
    <RateBar
      label={t(kindWords[kind])}
      hideLabel
      note={[t(words.buildings(count(buildings.covered), count(buildings.of))), ...perhaps].join(' · ')}
      numerator={Math.round(people.covered)}
      denominator={Math.round(people.of)}
      tone={level === 'must' && people.covered < people.of ? 'warn' : 'plain'}
    />
  )
}

/** How many there are, and at an hour how many are closed or unknown; of what the profile asks a size for, how large. */
function Standing({ row }: KindRow) {
  const { t, count } = useTongue()
  const { facilities, hours } = row
  return (
    <span>
      {count(facilities)}{' '}
      {hours && hours.closed + hours.unknown > 0 ? (
        <Soft>{t(hoursWords.counted(count(hours.closed), count(hours.unknown)))}</Soft>
      ) : null}{' '}
      <Sufficient row={row} />
    </span>
  )
}

function Sufficient({ row: { sufficiency } }: { row: KindCoverageView }) {
  const { t } = useTongue()
  if (!sufficiency) return null
  const { have, asked, unit, unknown } = sufficiency
  return (
    <Soft>
      {t(words.sufficiency)} {t(words.enough(have.toFixed(0), asked.toFixed(0), t(unitWords[unit])))}
      {unknown > 0 ? ` · ${t(words.unknown(unknown))}` : ''}
    </Soft>
  )
}
