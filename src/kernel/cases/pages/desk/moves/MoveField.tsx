import type { useKeptPhotos } from '../../../../../ui/api/kept-photos.ts'
import { Photos } from '../../../../../ui/parts/Photos.tsx'
import { RadioCards } from '../../../../../ui/parts/RadioCards.tsx'
import { Select } from '../../../../../ui/parts/Select.tsx'
import { type StarCount, Stars } from '../../../../../ui/parts/Stars.tsx'
import { TextArea } from '../../../../../ui/parts/TextArea.tsx'
import { TextField } from '../../../../../ui/parts/TextField.tsx'
import { useTongue } from '../../../../../ui/tongue.tsx'
import { DayField } from '../../../../organisations/pages/desk/DayField.tsx'
import type { FieldView } from '../../../model/views.ts'
import { yesNoWords } from '../../../words/fields.ts'
import { CaseChooser, StaffChooser, TreeChooser } from './Choosers.tsx'
import { SpotField } from './SpotField.tsx'

type Props = {
  field: FieldView
  value: string
  onChange(value: string): void
  evidence: ReturnType<typeof useKeptPhotos>['props']
  error: string | undefined
  caseId: string
  unit?: string | null
}

/** One field of a move, by its control. */
export function MoveField({ field, value, onChange, evidence, error, caseId, unit }: Props) {
  const { t } = useTongue()
  const { control, required, hint, maxLength, choices = [] } = field
  const label = t(field.label)
  const shared = { label, required, optional: !required, error, ...(hint && { hint: t(hint) }) }
  const spoken = { ...shared, value, onChange }
  switch (control) {
    case 'long-text':
      return <TextArea {...spoken} rows={4} {...(maxLength && { max: maxLength })} kept />
    case 'text':
      return <TextField {...spoken} {...(maxLength && { max: maxLength })} />
    case 'day':
      return <DayField {...spoken} />
    case 'choice':
    case 'yes-no': {
      const known =
        choices.length > 0 ? choices : (['yes', 'no'] as const).map((one) => ({ value: one, label: yesNoWords[one] }))
      const options = known.map((one) => ({ value: one.value, label: t(one.label), title: t(one.label) }))
      return known.length > 5 ? <Select {...spoken} options={options} /> : <RadioCards {...spoken} options={options} />
    }
    case 'stars':
      return (
        <Stars
          {...shared}
          value={value === '' ? null : (Number(value) as StarCount)}
          onChange={(stars) => onChange(String(stars))}
        />
      )
    case 'unit':
    case 'category':
      return <TreeChooser {...spoken} tree={control} />
    case 'spot':
      return <SpotField {...spoken} />
    case 'staff':
      return <StaffChooser {...spoken} unit={unit ?? null} />
    case 'case':
      return <CaseChooser {...spoken} name={field.name} caseId={caseId} />
    case 'evidence':
      return (
        <Photos
          label={label}
          {...evidence}
          {...(hint && { hint: t(hint) })}
          error={error}
          most={field.maxItems ?? 12}
        />
      )
  }
}
