import { percent } from '../format.ts'
import { useTongue } from '../tongue.tsx'
import { uiWords } from '../words.ts'
import { Go } from './Go.tsx'
import './RateBar.css'

type Props = {
  label: string
  numerator: number
  denominator: number
  /** Exclusions and cohort date, in one line. */
  note?: string | undefined
  tone?: 'plain' | 'good' | 'warn' | 'bad'
  /** The share that is aimed at, 0 to 1; drawn as a mark on the bar. */
  target?: number | undefined
  to?: string | undefined
  /** So many points out of so many: said as points, not as a share. */
  points?: boolean
  /** What it is a rate of stands beside it already and is only read out. */
  hideLabel?: boolean
}

/** A rate with the two counts it is made of. With nothing to count it shows no share at all, never 0 % or 100 %. */
export function RateBar({
  label,
  numerator,
  denominator,
  note,
  tone = 'plain',
  target,
  to,
  points = false,
  hideLabel = false,
}: Props) {
  const { t, count } = useTongue()
  const share = denominator === 0 ? null : Math.min(1, numerator / denominator)
  return (
    <div className="rate" data-tone={tone}>
      <div className="rate-line">
        <span className={hideLabel ? 'unseen' : undefined}>{to === undefined ? label : <Go to={to}>{label}</Go>}</span>
        <span className="rate-value">
          {points ? count(numerator) : (percent(numerator, denominator) ?? '—')}
          {points ? <small className="rate-of"> / {count(denominator)}</small> : null}
        </span>
      </div>
      <div className="rate-track" aria-hidden="true">
        {share === null ? null : <div className="rate-fill" style={{ inlineSize: `${share * 100}%` }} />}
        {target === undefined ? null : <div className="rate-target" style={{ insetInlineStart: `${target * 100}%` }} />}
      </div>
      {points ? null : (
        <span className="rate-note">
          {share === null ? t(uiWords.noDenominator) : `${count(numerator)} / ${count(denominator)}`}
          {note ? ` · ${note}` : ''}
        </span>
      )}
    </div>
  )
}
