import type { ComponentProps } from 'react'
import type { FieldView } from '../../../../../kernel/cases/model/views.ts'
import { type Problem, troubleAt } from '../../../../../ui/api/problem.ts'
import type { Values } from '../../../../../ui/forms/fields.ts'
import { Photos } from '../../../../../ui/parts/Photos.tsx'
import { RadioCards } from '../../../../../ui/parts/RadioCards.tsx'
import { type StarCount, Stars } from '../../../../../ui/parts/Stars.tsx'
import { TextArea } from '../../../../../ui/parts/TextArea.tsx'
import { TextField } from '../../../../../ui/parts/TextField.tsx'
import { useTongue } from '../../../../../ui/tongue.tsx'
import type { MoveFault } from './move.ts'

type Shared = {
  values: Values
  kept: boolean
  photos: Omit<ComponentProps<typeof Photos>, 'label'>
  onChange(change: Values): void
}
type Props = Shared & {
  fields: readonly FieldView[]
  faults: readonly MoveFault[]
  problem: Problem | null
}

/** The fields of a move, each as its control says. */
export function MoveFields({ fields, faults, problem, ...shared }: Props) {
  const { t } = useTongue()
  return fields.map((field) => {
    const own = faults.find((fault) => fault.field === field.name)?.said
    const wrong = own ?? troubleAt(problem, `/fields/${field.name}`)
    return <MoveField key={field.name} field={field} error={wrong && t(wrong)} {...shared} />
  })
}

function MoveField({
  field,
  error,
  values,
  kept,
  photos,
  onChange,
}: Shared & { field: FieldView; error?: string | undefined }) {
  const { t } = useTongue()
  const { name, control, required, maxLength, choices = [] } = field
  const value = values[name]
  const text = typeof value === 'string' ? value : ''
  const set = (next: unknown) => onChange({ [name]: next })
  const wired = { label: t(field.label), hint: field.hint && t(field.hint), required, error }
  switch (control) {
    case 'stars':
      return <Stars {...wired} value={typeof value === 'number' ? (value as StarCount) : null} onChange={set} />
    case 'evidence':
      return <Photos label={wired.label} hint={wired.hint} error={error} {...photos} />
    case 'choice':
    case 'yes-no':
      return (
        <RadioCards
          {...wired}
          value={text}
          onChange={set}
          options={choices.map((choice) => ({ value: choice.value, title: t(choice.label) }))}
        />
      )
    case 'day':
      return <TextField {...wired} type="date" value={text} onChange={set} />
    case 'long-text':
      return (
        <TextArea
          {...wired}
          rows={4}
          kept={kept}
          value={text}
          onChange={set}
          {...(maxLength === undefined ? {} : { max: maxLength })}
        />
      )
    default:
      return (
        <TextField {...wired} value={text} onChange={set} {...(maxLength === undefined ? {} : { max: maxLength })} />
      )
  }
}
