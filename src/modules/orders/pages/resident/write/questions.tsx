import type { ComponentProps } from 'react'
import { messageLimits } from '../../../../../kernel/matters/model/message.ts'
import { PointField } from '../../../../../kernel/places/pages/PointField.tsx'
import { Lead, Sheet } from '../../../../../ui/parts/layout.tsx'
import { Notice } from '../../../../../ui/parts/Notice.tsx'
import { Photos } from '../../../../../ui/parts/Photos.tsx'
import { TextField } from '../../../../../ui/parts/TextField.tsx'
import { useTongue } from '../../../../../ui/tongue.tsx'
import { writingWords as words } from '../words/writing.ts'
import { demands, type Fault, type MatterForm, partOf } from './draft.ts'
import type { SheetProps } from './useWriting.ts'

type Form = { form: MatterForm | undefined }

export function PlaceQuestion({ draft, set, wrongAt, form }: SheetProps & Form) {
  const { t } = useTongue()
  const needed = demands(form, 'place')
  return (
    <>
      <TextField
        label={t(words.place)}
        hint={t(words.placeHint)}
        required={needed}
        optional={!needed}
        fill="street-address"
        max={messageLimits.place.max}
        error={wrongAt('/place') ?? wrongAt('/place/address')}
        value={draft.place}
        onChange={(place) => set({ place })}
      />
      <PointField value={draft.point} onChange={(point) => set({ point })} />
    </>
  )
}

/** Says that the place came from a printed code, and lets it go again. */
export function ViaNotice({ draft, set }: Pick<SheetProps, 'draft' | 'set'>) {
  const { t } = useTongue()
  if (draft.via === '') return null
  return (
    <Notice onClose={() => set({ via: '', entry: '' })}>
      {t(words.via)} {draft.via}
    </Notice>
  )
}

export function DayQuestion({ draft, set, wrongAt }: SheetProps) {
  const { t } = useTongue()
  return (
    <TextField
      label={t(words.happenedOn)}
      optional
      type="date"
      error={wrongAt('/happenedOn') ?? wrongAt('/happenedAt')}
      value={draft.happenedOn}
      onChange={(happenedOn) => set({ happenedOn })}
    />
  )
}

type PhotoProps = SheetProps & { photos: Omit<ComponentProps<typeof Photos>, 'label'> }

export function PhotoQuestion({ wrongAt, photos }: PhotoProps) {
  const { t } = useTongue()
  return <Photos label={t(words.photos)} hint={t(words.photosHint)} error={wrongAt('/photos')} {...photos} />
}

/** What this kind of matter asks besides; nothing where it asks nothing. */
export function MoreSheet({ draft, set, form, faults }: SheetProps & Form & { faults: readonly Fault[] }) {
  const { t } = useTongue()
  const more = partOf(form, 'more')
  if (form === undefined || more === null) return null
  const { SchemaForm } = form.forms
  return (
    <Sheet title={t(words.more)}>
      <Lead>{t(words.moreLead)}</Lead>
      <SchemaForm
        schema={more}
        value={draft.form}
        onChange={(answers) => set({ form: { ...draft.form, ...answers } })}
        problems={faults}
      />
    </Sheet>
  )
}
