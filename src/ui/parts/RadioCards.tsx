import { type ReactNode, useId } from 'react'
import { useTongue } from '../tongue.tsx'
import { uiWords } from '../words.ts'
import { FieldError, type FieldProps } from './Field.tsx'
import './RadioCards.css'

export type Card<Value extends string = string> = {
  value: Value
  title: string
  text?: string | undefined
  /** Why it cannot be chosen now; shown on the card. */
  blocked?: string | undefined
}

type Props<Value extends string> = FieldProps & {
  value: Value | ''
  options: readonly Card<Value>[]
  onChange(value: NoInfer<Value>): void
}

/** One of a few, each with a sentence of its own. More than seven are better a `Select`. */
export function RadioCards<Value extends string>({
  label,
  hint,
  error,
  required,
  value,
  options,
  onChange,
}: Props<Value>) {
  const { t } = useTongue()
  const id = useId()
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <fieldset className="radio-cards" aria-describedby={described || undefined}>
      <legend className="field-label">
        {label}
        {required ? <span className="field-mark">{t(uiWords.required)}</span> : null}
      </legend>
      {hint ? (
        <span className="field-hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      <div className="radio-cards-list">
        {options.map((option) => (
          <label className="radio-card" key={option.value}>
            <input
              type="radio"
              name={id}
              checked={option.value === value}
              disabled={option.blocked !== undefined}
              onChange={() => onChange(option.value)}
            />
            <span>
              <span className="radio-card-title">{option.title}</span>
              {option.text || option.blocked ? (
                <span className="radio-card-text">{option.blocked ?? option.text}</span>
              ) : null}
            </span>
          </label>
        ))}
      </div>
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
    </fieldset>
  )
}

type CheckProps = { children: ReactNode; checked: boolean; onChange(checked: boolean): void }

/** A single yes or no, such as agreeing to a notice. */
export const CheckBox = ({ children, checked, onChange }: CheckProps) => (
  <label className="check-box">
    <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
    <span>{children}</span>
  </label>
)
