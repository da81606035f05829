import { TreeSelect } from 'antd'
import type { ComponentProps } from 'react'
import type { JsonSchema } from '../../../../../platform/forms/schema.ts'
import type { Said } from '../../../../../platform/words.ts'
import { useRead, withQuery } from '../../../../../ui/api/reads.ts'
import { SchemaForm } from '../../../../../ui/forms/SchemaForm.tsx'
import { Field, type FieldProps, statusOf } from '../../../../../ui/parts/Field.tsx'
import { Photos } from '../../../../../ui/parts/Photos.tsx'
import { RadioCards } from '../../../../../ui/parts/RadioCards.tsx'
import { Select } from '../../../../../ui/parts/Select.tsx'
import { TextArea } from '../../../../../ui/parts/TextArea.tsx'
import { TextField } from '../../../../../ui/parts/TextField.tsx'
import { useTongue } from '../../../../../ui/tongue.tsx'
import { messageLimits } from '../../../../matters/model/message.ts'
import { DayField } from '../../../../organisations/pages/desk/DayField.tsx'
import { grown } from '../../../../organisations/pages/desk/trees.ts'
import { PointField } from '../../../../places/pages/PointField.tsx'
import { channelWords } from '../../../words.ts'
import { caseWords, moveWords } from '../words/case.ts'
import { entryWords as words } from '../words/entry.ts'
import { type EntryDraft, type EntryFault, moreOf } from './draft.ts'

const channels = ['hotline', 'counter', 'mailbox'] as const

export type EntryMatter = { readonly id: string; readonly name: Said; readonly form: JsonSchema }

type Props = {
  draft: EntryDraft
  set(change: Partial<EntryDraft>): void
  /** The matter that was chosen, whole. */
  matter: EntryMatter | undefined
  faults: readonly EntryFault[]
  photos: Omit<ComponentProps<typeof Photos>, 'label'>
}

/** Everything that is asked of a caller, each with what is wrong about it. */
export function EntryFields({ draft, set, matter, faults, photos }: Props) {
  const { t } = useTongue()
  const wrong = (path: string) => {
    const fault = faults.find((one) => one.path === path)
    return fault && t(fault.said)
  }
  const more = moreOf(matter?.form)
  return (
    <>
      <RadioCards
        label={t(words.channel)}
        value={draft.channel}
        options={channels.map((value) => ({ value, title: t(channelWords[value]) }))}
        onChange={(channel) => set({ channel })}
      />
      <TextField
        label={t(words.name)}
        optional
        max={messageLimits.name.max}
        value={draft.name}
        onChange={(name) => set({ name })}
      />
      <TextField
        label={t(words.phone)}
        hint={t(words.phoneHint)}
        error={wrong('/phone')}
        optional
        type="tel"
        keys="tel"
        max={20}
        value={draft.phone}
        onChange={(phone) => set({ phone })}
      />
      <TextField
        label={t(words.caseTitle)}
        hint={t(words.titleHint)}
        error={wrong('/title')}
        required
        max={messageLimits.title.max}
        value={draft.title}
        onChange={(title) => set({ title })}
      />
      <TextArea
        label={t(words.text)}
        error={wrong('/text')}
        required
        max={messageLimits.text.max}
        kept
        value={draft.text}
        onChange={(text) => set({ text })}
      />
      <Where draft={draft} set={set} wrong={wrong} isAsked={matter?.form.required?.includes('place') ?? false} />
      <Photos label={t(caseWords.evidence)} error={wrong('/photos')} {...photos} />
      <MatterField draft={draft} set={set} matter={matter} error={wrong('/matter')} />
      {more ? (
        <SchemaForm schema={more} value={draft.form} problems={faults} onChange={(form) => set({ form })} />
      ) : null}
    </>
  )
}

type Part = Pick<Props, 'draft' | 'set'>

/** Where and when it was: in words, by area, and on which day. */
function Where({ draft, set, wrong, isAsked }: Part & { wrong(path: string): string | undefined; isAsked: boolean }) {
  const { t } = useTongue()
  return (
    <>
      <TextField
        label={t(words.place)}
        error={wrong('/place')}
        required={isAsked}
        optional={!isAsked}
        max={300}
        value={draft.place}
        onChange={(place) => set({ place })}
      />
      <PointField isElsewhere hint={t(words.pointHint)} value={draft.point} onChange={(point) => set({ point })} />
      <AreaField
        label={t(caseWords.area)}
        hint={t(words.areaHint)}
        error={wrong('/area')}
        optional
        value={draft.area}
        onChange={(area) => set({ area })}
      />
      <DayField
        label={t(caseWords.happenedAt)}
        error={wrong('/happenedAt')}
        optional
        value={draft.happenedOn}
        onChange={(happenedOn) => set({ happenedOn })}
      />
    </>
  )
}

type AreaRow = { readonly code: string; readonly parent: string | null; readonly name: string }

/** A street, a community or a grid, found by typing part of its name. */
function AreaField({ value, onChange, ...field }: FieldProps & { value: string; onChange(value: string): void }) {
  const { t } = useTongue()
  const areas = useRead<{ rows: readonly AreaRow[] }>('/api/cases/areas', { topics: ['places'] })
  const tree = grown(
    (areas.data?.rows ?? []).map(({ code, parent, name }) => ({ id: code, parent, value: code, title: name })),
  )
  return (
    <Field {...field}>
      {(wiring) => (
        <TreeSelect
          {...wiring}
          status={statusOf(wiring)}
          style={{ inlineSize: '100%' }}
          showSearch={{ treeNodeFilterProp: 'sought' }}
          allowClear
          placeholder={t(words.searchArea)}
          notFoundContent={t(moveWords.nothingFound)}
          value={value === '' ? null : value}
          treeData={tree}
          onChange={(next: string | null | undefined) => onChange(next ?? '')}
        />
      )}
    </Field>
  )
}

/** The matter that was chosen, and those that the title speaks of. */
function MatterField({
  draft,
  set,
  matter,
  error,
}: Part & { matter: EntryMatter | undefined; error?: string | undefined }) {
  const { t } = useTongue()
  const sought = draft.title.trim()
  const read = useRead<{ rows: readonly { id: string; name: Said }[] }>(
    withQuery('/api/matters', { q: sought, limit: 8 }),
    { when: sought.length > 1, keepLast: true },
  )
  const chosen = matter ? [matter] : []
  const others = (read.data?.rows ?? []).filter(({ id }) => id !== matter?.id)
  const options = [...chosen, ...others].map(({ id, name }) => ({ value: id, label: t(name) }))
  return (
    <Select
      label={t(words.matter)}
      hint={t(words.matterHint)}
      error={error}
      value={options.some(({ value }) => value === draft.matter) ? draft.matter : 'free'}
      options={[{ value: 'free', label: t(words.matterFree) }, ...options]}
      onChange={(next) => set({ matter: next === 'free' ? '' : next })}
    />
  )
}
