import { useRead } from '../../../../ui/api/reads.ts'
import { percent } from '../../../../ui/format.ts'
import { Figure, Figures } from '../../../../ui/parts/Figure.tsx'
import { Sheet, Soft, Stack } from '../../../../ui/parts/layout.tsx'
import { Loaded } from '../../../../ui/parts/states.tsx'
import { Table } from '../../../../ui/parts/Table.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { DriftView } from '../../model/board.ts'
import { learningWords as words } from './words/learning.ts'

type Counted = Pick<DriftView['all'], 'decisions' | 'measured' | 'low' | 'correctedShare'>

const corrected = ({ decisions, correctedShare }: Counted): number => Math.round((correctedShare ?? 0) * decisions)

/** How often proposals were not sure, and how often they were corrected, as a whole and per category. */
export function Drift() {
  const { t } = useTongue()
  const read = useRead<DriftView>('/api/dispatch/drift')
  return (
    <Sheet title={t(words.drift)}>
      <Loaded read={read} empty={{ when: ({ all }) => all.decisions === 0, show: <Soft>{t(words.none)}</Soft> }}>
        {({ from, to, all, rows }) => (
          <Stack>
            <Figures>
              <Rate label={t(words.low)} numerator={all.low} denominator={all.measured} note={t(words.lowNote)} />
              <Rate
                label={t(words.corrected)}
                numerator={corrected(all)}
                denominator={all.decisions}
                note={t(words.correctedNote)}
              />
            </Figures>
            <Table
              caption={`${from} – ${to}`}
              rows={rows}
              rowId={({ category }) => category}
              columns={[
                { id: 'theme', title: t(words.theme), cell: ({ category }) => category },
                { id: 'decisions', title: t(words.decisions), align: 'end', cell: ({ decisions }) => decisions },
                { id: 'low', title: t(words.low), align: 'end', cell: (row) => shareOf(row.low, row.measured) },
                {
                  id: 'corrected',
                  title: t(words.corrected),
                  align: 'end',
                  cell: (row) => shareOf(corrected(row), row.decisions),
                },
              ]}
            />
          </Stack>
        )}
      </Loaded>
    </Sheet>
  )
}

/** A share never stands without the two counts it is made of. */
const shareOf = (part: number, whole: number): string => `${percent(part, whole) ?? '—'} (${part}/${whole})`

type RateProps = { label: string; numerator: number; denominator: number; note: string }

const Rate = ({ label, numerator, denominator, note }: RateProps) => (
  <Figure label={label} value={percent(numerator, denominator)} parts={{ numerator, denominator }} note={note} />
)
