import type { ReactNode } from 'react'
import { Field, type FieldProps } from './Field.tsx'

type Props = FieldProps & {
  value: string
  onChange(value: string): void
  type?: 'text' | 'password' | 'tel' | 'email' | 'search' | 'date' | 'time' | 'datetime-local' | 'number'
  /** Which keyboard a phone opens. */
  keys?: 'numeric' | 'tel' | 'decimal' | 'search'
  /** What the browser may fill in: `tel`, `one-time-code`, `username`, `current-password` … */
  fill?: string
  example?: string | undefined
  max?: number
  readOnly?: boolean
  /** A button that belongs to this one field, such as "send the code". */
  beside?: ReactNode
}

export function TextField({
  value,
  onChange,
  type = 'text',
  keys,
  fill,
  example,
  max,
  readOnly,
  beside,
  ...field
}: Props) {
  return (
    <Field {...field}>
      {(wiring) => (
        <div className="field-row">
          <input
            {...wiring}
            className="control"
            type={type}
            inputMode={keys}
            autoComplete={fill ?? 'off'}
            placeholder={example}
            maxLength={max}
            readOnly={readOnly}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          {beside}
        </div>
      )}
    </Field>
  )
}
