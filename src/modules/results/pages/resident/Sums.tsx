import { Sheet, Soft } from '../../../../ui/parts/layout.tsx'
import { RateBar } from '../../../../ui/parts/RateBar.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { ResultSummary } from '../../model.ts'
import { resultWords as words } from '../words.ts'
import './results.css'

/** The sums of the rows that are shown: four facts, never one figure. */
export function Sums({ sums: { answered, solved, explained, unsolved, inTime, late } }: Pick<ResultSummary, 'sums'>) {
  const { t, count } = useTongue()
  if (answered === 0) return null
  const facts = [
    { said: words.answered, value: answered },
    { said: words.solved, value: solved },
    { said: words.explained, value: explained },
    { said: words.unsolved, value: unsolved },
  ]
  return (
    <Sheet title={t(words.sums)}>
      <dl className="results-sums">
        {facts.map(({ said, value }) => (
          <div key={said.en}>
            <dt>{t(said)}</dt>
            <dd>
              {count(value)}
              <Soft> {t(words.unit)}</Soft>
            </dd>
          </div>
        ))}
      </dl>
      <RateBar label={t(words.inTime)} numerator={inTime} denominator={inTime + late} />
    </Sheet>
  )
}
