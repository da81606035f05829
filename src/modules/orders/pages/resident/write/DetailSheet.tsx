import type { ComponentProps } from 'react'
import { messageLimits } from '../../../../../kernel/matters/model/message.ts'
import type { JsonSchema } from '../../../../../platform/forms/schema.ts'
import { SchemaForm } from '../../../../../ui/forms/SchemaForm.tsx'
import { Lead, Sheet } from '../../../../../ui/parts/layout.tsx'
import { Photos } from '../../../../../ui/parts/Photos.tsx'
import { TextField } from '../../../../../ui/parts/TextField.tsx'
import { useTongue } from '../../../../../ui/tongue.tsx'
import type { SheetProps } from '../Write.tsx'
import { writingWords as words } from '../words/writing.ts'
import { demands, type Fault, partOf } from './draft.ts'

type Props = SheetProps & {
  form: JsonSchema | undefined
  faults: readonly Fault[]
  photos: Omit<ComponentProps<typeof Photos>, 'label'>
}

/** Where, when, what this kind of matter asks besides, and pictures. */
export function DetailSheet({ draft, set, wrongAt, form, faults, photos }: Props) {
  const { t } = useTongue()
  const more = partOf(form, 'more')
  const placeNeeded = demands(form, 'place')
  return (
    <>
      <Sheet title={t(words.where)}>
        <TextField
          label={t(words.place)}
          hint={t(words.placeHint)}
          required={placeNeeded}
          optional={!placeNeeded}
          fill="street-address"
          max={messageLimits.place.max}
          error={wrongAt('/place') ?? wrongAt('/place/address')}
          value={draft.place}
          onChange={(place) => set({ place })}
        />
        <TextField
          label={t(words.happenedOn)}
          optional
          type="date"
          error={wrongAt('/happenedOn') ?? wrongAt('/happenedAt')}
          value={draft.happenedOn}
          onChange={(happenedOn) => set({ happenedOn })}
        />
        <Photos label={t(words.photos)} hint={t(words.photosHint)} error={wrongAt('/photos')} {...photos} />
      </Sheet>
      {more ? (
        <Sheet title={t(words.more)}>
          <Lead>{t(words.moreLead)}</Lead>
          <SchemaForm
            schema={more}
            value={draft.form}
            onChange={(answers) => set({ form: { ...draft.form, ...answers } })}
            problems={faults}
          />
        </Sheet>
      ) : null}
    </>
  )
}
