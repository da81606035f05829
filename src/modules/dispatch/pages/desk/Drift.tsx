import { useRead, withQuery } from '../../../../ui/api/reads.ts'
import { percent } from '../../../../ui/format.ts'
import { Figure, Figures } from '../../../../ui/parts/Figure.tsx'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Sheet, Soft, Stack } from '../../../../ui/parts/layout.tsx'
import { Loaded } from '../../../../ui/parts/states.tsx'
import { Table } from '../../../../ui/parts/Table.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { DriftView } from '../../model/board.ts'
import type { SortingIndicatorKey } from '../../words/indicators.ts'
import { learningWords as words } from './words/learning.ts'

/** The list behind a published figure stands on the screen, which is another face: a whole address. */
const listOf = (key: SortingIndicatorKey, { from, to }: Pick<DriftView, 'from' | 'to'>, category?: string): string =>
  `${location.origin}${withQuery(`/screen/figures/${key}`, { from, to, category })}`

/** How often proposals were not sure, and how often they were corrected, as a whole and per category. */
export function Drift() {
  const { t } = useTongue()
  const read = useRead<DriftView>('/api/dispatch/drift')
  return (
    <Sheet title={t(words.drift)}>
      <Loaded read={read} empty={{ when: ({ all }) => all.decisions === 0, show: <Soft>{t(words.none)}</Soft> }}>
        {({ all, rows, ...days }) => (
          <Stack>
            <Figures>
              <Rate
                label={t(words.low)}
                numerator={all.low}
                denominator={all.measured}
                note={t(words.lowNote)}
                to={listOf('sorting-low-rate', days)}
              />
              <Rate
                label={t(words.corrected)}
                numerator={all.corrected}
                denominator={all.decisions}
                note={t(words.correctedNote)}
                to={listOf('sorting-corrected-rate', days)}
              />
            </Figures>
            <Table
              caption={`${days.from} – ${days.to}`}
              rows={rows}
              rowId={({ category }) => category}
              columns={[
                { id: 'theme', title: t(words.theme), cell: ({ category }) => category },
                {
                  id: 'low',
                  title: t(words.low),
                  align: 'end',
                  cell: ({ category, low, measured }) => (
                    <Share part={low} whole={measured} to={listOf('sorting-low-rate', days, category)} />
                  ),
                },
                {
                  id: 'corrected',
                  title: t(words.corrected),
                  align: 'end',
                  cell: ({ category, corrected, decisions }) => (
                    <Share part={corrected} whole={decisions} to={listOf('sorting-corrected-rate', days, category)} />
                  ),
                },
              ]}
            />
          </Stack>
        )}
      </Loaded>
    </Sheet>
  )
}

/** A share never stands without the two counts it is made of, and leads to the list behind it. */
function Share({ part, whole, to }: { part: number; whole: number; to: string }) {
  const share = percent(part, whole)
  if (share === null) return '—'
  return (
    <Go to={to}>
      {share}
      <br />
      {part}/{whole}
    </Go>
  )
}

type RateProps = { label: string; numerator: number; denominator: number; note: string; to: string }

const Rate = ({ label, numerator, denominator, note, to }: RateProps) => (
  <Figure
    label={label}
    value={percent(numerator, denominator)}
    parts={{ numerator, denominator }}
    note={note}
    to={to}
  />
)
