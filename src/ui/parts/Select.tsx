import { useTongue } from '../tongue.tsx'
import { uiWords } from '../words.ts'
import { Field, type FieldProps } from './Field.tsx'

export type Option<Value extends string = string> = { value: Value; label: string; disabled?: boolean }

type Props<Value extends string> = FieldProps & {
  /** `''` while nothing is chosen. */
  value: Value | ''
  options: readonly Option<Value>[]
  onChange(value: NoInfer<Value>): void
}

export function Select<Value extends string>({ value, options, onChange, ...field }: Props<Value>) {
  const { t } = useTongue()
  return (
    <Field {...field}>
      {(wiring) => (
        <select
          {...wiring}
          className="control"
          value={value}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.target.value)
            if (chosen) onChange(chosen.value)
          }}
        >
          {value === '' ? <option value="">{t(uiWords.chooseOne)}</option> : null}
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
