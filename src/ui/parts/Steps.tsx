import { useTongue } from '../tongue.tsx'
import { uiWords } from '../words.ts'
import { Icon } from './Icon.tsx'
import './Steps.css'

export type StepState = 'done' | 'here' | 'ahead' | 'skipped'
export type Step = { id: string; title: string; state: StepState; note?: string | undefined }

type Props = {
  /** What the way is called, for those who hear the page. */
  label: string
  steps: readonly Step[]
  /** Lies down where there is room; stands up on a phone. Long ways with notes are better standing everywhere. */
  lie?: boolean
}

const stateWords = {
  done: uiWords.stepDone,
  here: uiWords.here,
  ahead: uiWords.stepAhead,
  skipped: uiWords.stepSkipped,
}

/** The way of a case, with "you are here". */
export function Steps({ label, steps, lie = false }: Props) {
  const { t } = useTongue()
  return (
    <div className="steps-frame">
      <ol className="steps" aria-label={label} data-lie={lie}>
        {steps.map((step, index) => (
          <li
            className="step"
            key={step.id}
            data-state={step.state}
            aria-current={step.state === 'here' ? 'step' : undefined}
          >
            <span className="step-dot" aria-hidden="true">
              {step.state === 'done' ? <Icon name="check" /> : <span>{index + 1}</span>}
            </span>
            <div className="step-title">
              {step.title}
              {step.state === 'here' ? (
                <span className="step-here">{t(uiWords.here)}</span>
              ) : (
                <span className="unseen"> {t(stateWords[step.state])}</span>
              )}
              {step.note ? <span className="step-note">{step.note}</span> : null}
            </div>
          </li>
        ))}
      </ol>
    </div>
  )
}
