import { useId } from 'react'
import type { JsonSchema } from '../../platform/forms/schema.ts'
import { FieldError, type FieldProps } from '../parts/Field.tsx'
import { CheckBox } from '../parts/RadioCards.tsx'
import { useTongue } from '../tongue.tsx'
import { uiWords } from '../words.ts'
import { chosenValue, optionsOf } from './fields.ts'

type Props = FieldProps & { items: JsonSchema; value: readonly unknown[]; onChange(value: unknown): void }

/** Any number of a list of choices. */
export function ChoiceBoxes({ label, hint, error, required = false, items, value, onChange }: Props) {
  const { t } = useTongue()
  const id = useId()
  const toggle = (option: unknown, on: boolean) => {
    const rest = value.filter((one) => one !== option)
    const next = on ? [...rest, option] : rest
    onChange(next.length === 0 ? undefined : next)
  }
  return (
    <fieldset aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="field-label">
        {label}
        {required ? <span className="field-mark">{t(uiWords.required)}</span> : null}
      </legend>
      {hint ? <span className="field-hint">{hint}</span> : null}
      {optionsOf(items).map((option) => (
        <CheckBox
          key={option.value}
          checked={value.includes(chosenValue(items, option.value))}
          onChange={(on) => toggle(chosenValue(items, option.value), on)}
        >
          {t(option.label)}
        </CheckBox>
      ))}
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
    </fieldset>
  )
}
