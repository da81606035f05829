import type { Instant } from '../../platform/time.ts'
import { useTongue } from '../tongue.tsx'
import { uiWords } from '../words.ts'
import './Deadline.css'
import { Icon } from './Icon.tsx'
import { Light, type LightColour } from './Light.tsx'
import { ReadableTime } from './ReadableTime.tsx'

type Props = {
  due: Instant
  /** The due date as the office writes it. */
  text: string
  light: LightColour
  /** What is left or over, beside the lamp: "剩 3 个工作日". */
  left?: string | undefined
  /** How it was reckoned: start, days counted, holidays, pauses, extensions. Made by the worktime house. */
  explanation?: string | undefined
  provisional?: boolean
  /** What falls due, when it is not the case as a whole. */
  label?: string | undefined
}

/** A due date that can say how it was worked out. */
export function Deadline({ due, text, light, left, explanation, provisional = false, label }: Props) {
  const { t } = useTongue()
  return (
    <div className="deadline">
      <div className="deadline-line">
        <span className="deadline-due">
          {label ?? t(uiWords.due)} <ReadableTime at={due} text={text} />
        </span>
        <Light colour={light} label={left} />
      </div>
      {provisional ? <span className="deadline-provisional">{t(uiWords.provisional)}</span> : null}
      {explanation ? (
        <details className="unfold">
          <summary>
            {t(uiWords.why)}
            <Icon name="down" />
          </summary>
          <p className="deadline-reasons">{explanation}</p>
        </details>
      ) : null}
    </div>
  )
}
