import { Button } from '../../../../ui/parts/Button.tsx'
import { Lead, Sheet, Soft } from '../../../../ui/parts/layout.tsx'
import { RateBar } from '../../../../ui/parts/RateBar.tsx'
import { Table } from '../../../../ui/parts/Table.tsx'
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
        <Kinds seen={seen} />
      </div>
      {kind === null ? <Hint /> : <LeftOut kind={kind} asked={asked} kinds={seen.kinds.map((one) => one.kind)} />}
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
              <Button kind="quiet" onPress={() => setSearch({ kind, after: '' })}>
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
          cell: ({ kind, people, buildings, level, hours }) => (
            <RateBar
              label={t(kindWords[kind])}
              hideLabel
              note={[
                t(words.buildings(count(buildings.covered), count(buildings.of))),
                ...(hours && hours.perhaps > 0 ? [t(hoursWords.perhaps(count(Math.round(hours.perhaps))))] : []),
              ].join(' · ')}
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
        {
          id: 'facilities',
          title: t(words.count),
          align: 'end',
          cell: (row) => (
            <span>
              {count(row.facilities)}{' '}
              {row.hours ? <Soft>{t(hoursWords.counted(row.hours.closed, row.hours.unknown))}</Soft> : null}{' '}
              <Sufficient row={row} />
            </span>
          ),
        },
      ]}
    />
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
