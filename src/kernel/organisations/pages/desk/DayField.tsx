import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { Field, type FieldProps, statusOf } from '../../../../ui/parts/Field.tsx'

type Props = FieldProps & { value: string; onChange(day: string): void }

/** A day as `2026-11-23`; nothing is the empty text. */
export const DayField = ({ value, onChange, ...field }: Props) => (
  <Field {...field}>
    {(wiring) => (
      <DatePicker
        {...wiring}
        status={statusOf(wiring)}
        style={{ inlineSize: '100%' }}
        value={value === '' ? null : dayjs(value)}
        onChange={(day: { format(form: string): string } | null) => onChange(day?.format('YYYY-MM-DD') ?? '')}
      />
    )}
  </Field>
)
