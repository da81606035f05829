import { RateBar } from '../../../../ui/parts/RateBar.tsx'
import { Loaded } from '../../../../ui/parts/states.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { boardKeys, FigureView } from '../../model.ts'
import { toneOf, useAddresses, useBoard } from '../reads.ts'
import '../screen.css'
import { factWords } from '../words.ts'

type FactKey = (typeof boardKeys.facts)[number]
const isFact = (key: string): key is FactKey => Object.hasOwn(factWords, key)

/** Closed, solved, verified, satisfied: four facts that are never one percentage (design 2.6). */
export function Facts() {
  const { t } = useTongue()
  return (
    <Loaded read={useBoard()}>
      {({ facts, from, to }) => (
        <div className="fact-rows">
          {facts.map((figure) => (
            <Rate
              key={figure.key}
              figure={figure}
              from={from}
              to={to}
              note={isFact(figure.key) ? t(factWords[figure.key]) : ''}
            />
          ))}
        </div>
      )}
    </Loaded>
  )
}

type RateProps = { figure: FigureView; from: string; to: string; note?: string }

/** A rate with its two counts, opening the list behind it. */
export function Rate({ figure, from, to, note }: RateProps) {
  const { t } = useTongue()
  const { figureAddress } = useAddresses()
  return (
    <RateBar
      label={t(figure.title)}
      numerator={figure.numerator}
      denominator={figure.denominator ?? 0}
      note={note || undefined}
      tone={toneOf(figure)}
      to={figureAddress(figure.key, { from, to })}
    />
  )
}
