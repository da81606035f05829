import { useRead, withQuery } from '../../../../ui/api/reads.ts'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Lead, Soft, Stack } from '../../../../ui/parts/layout.tsx'
import { Loaded } from '../../../../ui/parts/states.tsx'
import { Table } from '../../../../ui/parts/Table.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { GapFigure, GapTaskView } from '../../model/task.ts'
import { walkerWords } from '../../words/facilities.ts'
import { kindWords } from '../../words/kinds.ts'
import { hoursWords } from '../words/hours.ts'
import { plannerWords as words } from '../words/planner.ts'
import { Turn } from './Turn.tsx'

/** Gaps that became work, with the figure of before and after. */
export function Tasks() {
  const { t } = useTongue()
  const { search } = usePlace()
  const read = useRead<{ rows: GapTaskView[]; next: string | null }>(
    withQuery('/api/life-circle/gaps', { after: search.after, limit: 50 }),
    { keepLast: true, topics: ['life-circle'] },
  )
  return (
    <Loaded read={read} empty={{ when: ({ rows }) => rows.length === 0, show: <Lead>{t(words.noTasks)}</Lead> }}>
      {({ rows, next }) => (
        <Stack>
          <Table<GapTaskView>
            caption={t(words.tasks)}
            hideCaption
            rows={rows}
            rowId={(row) => row.case}
            columns={[
              {
                id: 'what',
                title: t(words.kind),
                cell: (row) => (
                  <Go to={`/cases/${row.case}`}>
                    {row.areaName ?? t(words.wholeDistrict)} · {t(kindWords[row.kind])}
                    {row.before.openAt ? ` · ${t(hoursWords.at(row.before.openAt))}` : ''}
                  </Go>
                ),
              },
              { id: 'walker', title: t(words.walker), cell: ({ walker }) => t(walkerWords[walker]) },
              { id: 'unit', title: t(words.unit), cell: ({ unitName }) => unitName ?? '—' },
              { id: 'stage', title: t(words.tasks), cell: ({ stageLabel }) => t(stageLabel) },
              {
                id: 'before',
                title: t(words.before),
                align: 'end',
                cell: ({ before }) => <Measured figure={before} />,
              },
              {
                id: 'after',
                title: t(words.after),
                align: 'end',
                cell: ({ after }) => (after ? <Measured figure={after} /> : <Soft>{t(words.notYet)}</Soft>),
              },
            ]}
          />
          <Turn next={next} />
        </Stack>
      )}
    </Loaded>
  )
}

function Measured({ figure: { covered, of } }: { figure: GapFigure }) {
  const { t, count } = useTongue()
  return (
    <span>
      {of === 0 ? '—' : `${((100 * covered) / of).toFixed(1)} %`}{' '}
      <Soft>{t(words.share(count(Math.round(covered)), count(Math.round(of))))}</Soft>
    </span>
  )
}
