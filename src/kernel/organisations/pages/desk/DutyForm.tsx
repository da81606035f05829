import { useRead } from '../../../../ui/api/reads.ts'
import type { FieldProps } from '../../../../ui/parts/Field.tsx'
import { Form, Sheet } from '../../../../ui/parts/layout.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { TextField } from '../../../../ui/parts/TextField.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { Duty } from '../../model.ts'
import { dutyParts } from '../../words/duties.ts'
import { organisationRefusals } from '../../words.ts'
import { DayField } from './DayField.tsx'
import { type DutyPreview, DutyShifts } from './DutyShifts.tsx'
import { Foot } from './Foot.tsx'
import { Narrow } from './Narrow.tsx'
import { TreeField, UnitField } from './Pickers.tsx'
import { grown, ORGANISATIONS, useCategoryTree } from './trees.ts'
import { useTwoSteps } from './two-steps.ts'
import { dutyWords as words } from './words/duties.ts'

export type DutyRow = Duty & { readonly unitName: string; readonly areaName: string | null }
export const DUTIES = '/api/organisations/duties'

const emptyLine = { category: '', area: '', unit: '', part: 'lead' as string, basis: '', from: '', to: '' }
const formOf = (line: DutyRow | null) =>
  line === null
    ? emptyLine
    : {
        category: line.category,
        area: line.area ?? '',
        unit: line.unit as string,
        part: line.part as string,
        basis: line.basis,
        from: '',
        to: line.to ?? '',
      }
type Shape = typeof emptyLine

/** Refusals that are about one field. */
const about: Readonly<Partial<Record<string, keyof Shape>>> = {
  'no-duty-category': 'category',
  'no-duty-area': 'area',
  'no-such-unit': 'unit',
  'days-upside-down': 'to',
}

/** A line of the list, or another in place of one that stands: written, looked at, saved. */
export function DutyForm({ line, onClose }: { line: DutyRow | null; onClose(): void }) {
  const { t } = useTongue()
  const title = t(line === null ? words.add : words.change)
  const steps = useTwoSteps<Shape, DutyPreview>({
    draft: `admin.duty.${line?.id ?? 'new'}`,
    empty: formOf(line),
    lookAt: `${DUTIES}/preview`,
    saveAt: DUTIES,
    bodies: ({ area, to, ...form }) => {
      const body = { ...form, basis: form.basis.trim(), area: area || null, to: to || null, replaces: line?.id ?? null }
      return { look: body, save: body }
    },
    missing: (form) =>
      Object.fromEntries(
        (['unit', 'basis', 'from'] as const).filter((key) => form[key].trim() === '').map((key) => [key, words.needed]),
      ),
    words: { look: words.preview, save: words.confirm, done: words.saved },
    onDone: onClose,
  })
  const { form, set, seen } = steps
  const at = (field: keyof Shape) => {
    const { refusal = null } = seen ?? {}
    return (
      steps.at(field) ?? (refusal !== null && about[refusal] === field ? t(organisationRefusals[refusal]) : undefined)
    )
  }
  return (
    <Sheet title={title}>
      <Narrow>
        <Form label={title} onSend={steps.send}>
          <Fields form={form} set={set} at={at} />
          {seen ? <DutyShifts preview={seen} /> : null}
          <Foot {...steps.foot} onClose={onClose} />
        </Form>
      </Narrow>
    </Sheet>
  )
}

type FieldsProps = { form: Shape; set(change: Partial<Shape>): void; at(field: keyof Shape): string | undefined }

function Fields({ form, set, at }: FieldsProps) {
  const { t } = useTongue()
  return (
    <>
      <CategoryField
        label={t(words.category)}
        hint={t(words.categoryHint)}
        error={at('category')}
        optional
        value={form.category}
        onChange={(category) => set({ category })}
      />
      <DutyAreaField
        label={t(words.area)}
        hint={t(words.areaHint)}
        error={at('area')}
        optional
        value={form.area}
        onChange={(area) => set({ area })}
      />
      <UnitField
        label={t(words.unit)}
        value={form.unit}
        onChange={(unit) => set({ unit })}
        error={at('unit')}
        required
      />
      <Select
        label={t(words.part)}
        value={form.part}
        options={(['lead', 'assist'] as const).map((value) => ({ value: value as string, label: t(dutyParts[value]) }))}
        onChange={(part) => set({ part })}
      />
      <TextField
        label={t(words.basis)}
        hint={t(words.basisHint)}
        max={200}
        value={form.basis}
        onChange={(basis) => set({ basis })}
        error={at('basis')}
        required
      />
      <DayField
        label={t(words.from)}
        value={form.from}
        onChange={(from) => set({ from })}
        error={at('from')}
        required
      />
      <DayField
        label={t(words.to)}
        hint={t(words.toHint)}
        value={form.to}
        onChange={(to) => set({ to })}
        error={at('to')}
        optional
      />
    </>
  )
}

type PickProps = FieldProps & { value: string; onChange(value: string): void }

/** A category of the catalogue; nothing is every category. */
export function CategoryField({ value, onChange, ...field }: PickProps) {
  const { t } = useTongue()
  const tree = useCategoryTree()
  return <TreeField {...field} tree={tree} empty={t(words.everything)} value={value} onChange={onChange} />
}

/** A street or community as a path of codes; nothing is the whole district. */
export function DutyAreaField({ value, onChange, ...field }: PickProps) {
  const { t } = useTongue()
  const read = useRead<{ rows: readonly { code: string; name: string }[] }>(`${DUTIES}/areas`, {
    topics: [ORGANISATIONS],
  })
  const tree = grown(
    (read.data?.rows ?? []).map(({ code, name }) => ({
      id: code,
      parent: code.includes('/') ? code.slice(0, code.lastIndexOf('/')) : null,
      value: code,
      title: name.slice(name.lastIndexOf('/') + 1),
    })),
  )
  return <TreeField {...field} tree={tree} empty={t(words.everywhere)} value={value} onChange={onChange} />
}
