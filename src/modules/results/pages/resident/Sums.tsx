import { Figure, Figures } from '../../../../ui/parts/Figure.tsx'
import { Sheet } from '../../../../ui/parts/layout.tsx'
import { RateBar } from '../../../../ui/parts/RateBar.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { ResultSummary } from '../../model.ts'
import { resultWords as words } from '../words.ts'

/** The sums of the rows that are shown: four facts, never one figure. */
export function Sums({ sums: { answered, solved, explained, unsolved, inTime, late } }: Pick<ResultSummary, 'sums'>) {
  const { t, count } = useTongue()
  if (answered === 0) return null
  return (
    <Sheet title={t(words.sums)}>
      <Figures>
        <Figure label={t(words.answered)} value={count(answered)} unit={t(words.unit)} />
        <Figure label={t(words.solved)} value={count(solved)} unit={t(words.unit)} />
        <Figure label={t(words.explained)} value={count(explained)} unit={t(words.unit)} />
        <Figure label={t(words.unsolved)} value={count(unsolved)} unit={t(words.unit)} />
      </Figures>
      <RateBar label={t(words.inTime)} numerator={inTime} denominator={inTime + late} />
    </Sheet>
  )
}
