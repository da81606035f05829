import type { ReactNode } from 'react'
import { useTongue } from '../tongue.tsx'
import { uiWords } from '../words.ts'
import './Figure.css'
import { Go } from './Go.tsx'

export type FigureProps = {
  label: string
  /** The figure, already written out: "1,204", "87.5". `null` when there is nothing to count. */
  value: string | null
  unit?: string | undefined
  /** For a rate: the two counts it is made of. A rate never stands without them. */
  parts?: { numerator: number; denominator: number; exclusions?: string | undefined } | undefined
  note?: string | undefined
  tone?: 'plain' | 'good' | 'warn' | 'bad'
  /** The list behind the figure, under the rights of whoever looks. */
  to?: string | undefined
}

export function Figure({ label, value, unit, parts, note, tone = 'plain', to }: FigureProps) {
  const { t, count } = useTongue()
  const inside = (
    <>
      <span className="figure-label">{label}</span>
      <span className="figure-value">
        {value ?? '—'}
        {unit && value !== null ? <span className="figure-unit">{unit}</span> : null}
      </span>
      {value === null ? <span className="figure-parts">{t(uiWords.noDenominator)}</span> : null}
      {parts && value !== null ? (
        <span className="figure-parts">
          <span className="unseen">{t(uiWords.of)} </span>
          {count(parts.numerator)} / {count(parts.denominator)}
          {parts.exclusions ? ` · ${parts.exclusions}` : ''}
        </span>
      ) : null}
      {note ? <span className="figure-parts">{note}</span> : null}
    </>
  )
  return to === undefined ? (
    <div className="figure" data-tone={tone}>
      {inside}
    </div>
  ) : (
    <Go className="figure" tone={tone} to={to}>
      {inside}
      <span className="unseen">{t(uiWords.opensList)}</span>
    </Go>
  )
}

/** A row of figures that wraps. */
export const Figures = ({ children }: { children: ReactNode }) => <div className="figures">{children}</div>
