import { useState } from 'react'
import type { JsonSchema } from '../../../../../platform/forms/schema.ts'
import { Button } from '../../../../../ui/parts/Button.tsx'
import { Row, Soft, Stack } from '../../../../../ui/parts/layout.tsx'
import { CheckBox } from '../../../../../ui/parts/RadioCards.tsx'
import { Select } from '../../../../../ui/parts/Select.tsx'
import { TextArea } from '../../../../../ui/parts/TextArea.tsx'
import { TextField } from '../../../../../ui/parts/TextField.tsx'
import { useTongue } from '../../../../../ui/tongue.tsx'
import { asKind, changed, fieldKinds, fixedFields, kindOf, optionsOf, withOptions } from '../../../rules/designer.ts'
import { fieldKindWords, designerWords as words } from '../words/designer.ts'
import { Logic } from './Logic.tsx'

type Props = {
  form: JsonSchema
  name: string
  onChange(form: JsonSchema): void
  onRename(to: string): void
  onRemove(): void
}

/** One question: what it is called, how it is answered, and when it is asked. */
export function FieldSheet({ form, name, onChange, onRename, onRemove }: Props) {
  const { t } = useTongue()
  const field = form.properties?.[name] ?? {}
  const required = form.required?.includes(name) ?? false
  const isFixed = fixedFields.includes(name)
  const kind = kindOf(field)
  const set = (change: JsonSchema) => {
    const next = Object.entries({ ...field, ...change }).filter(([, value]) => value !== undefined && value !== '')
    onChange(changed(form, name, Object.fromEntries(next), required))
  }
  return (
    <Stack>
      {isFixed ? <Soft>{t(words.fixed)}</Soft> : <Code name={name} form={form} onRename={onRename} />}
      {isFixed ? null : (
        <Select
          label={t(words.kind)}
          value={kind}
          options={fieldKinds.map((value) => ({ value, label: t(fieldKindWords[value]) }))}
          onChange={(next) => onChange(changed(form, name, asKind(field, next), required))}
        />
      )}
      <TextField label={t(words.titleZh)} max={60} value={field.title ?? ''} onChange={(title) => set({ title })} />
      <TextField
        label={t(words.titleEn)}
        max={120}
        value={field['x-title-en'] ?? ''}
        onChange={(english) => set({ 'x-title-en': english })}
      />
      <TextField
        label={t(words.hintZh)}
        max={200}
        value={field.description ?? ''}
        onChange={(description) => set({ description })}
      />
      <TextField
        label={t(words.hintEn)}
        max={300}
        value={field['x-description-en'] ?? ''}
        onChange={(hint) => set({ 'x-description-en': hint })}
      />
      {isFixed ? null : (
        <CheckBox checked={required} onChange={(on) => onChange(changed(form, name, field, on))}>
          {t(words.required)}
        </CheckBox>
      )}
      {['text', 'long-text', 'phone', 'id-number'].includes(kind) ? (
        <CheckBox checked={field['x-personal'] === true} onChange={(on) => set({ 'x-personal': on })}>
          {t(words.personal)}
        </CheckBox>
      ) : null}
      <Limits field={field} onChange={set} />
      {kind === 'choice' || kind === 'choices' ? (
        <Options field={field} onChange={(next) => onChange(changed(form, name, next, required))} />
      ) : null}
      {isFixed ? null : <Logic form={form} name={name} onChange={onChange} />}
      {isFixed ? null : (
        <Row>
          <Button kind="danger" onPress={onRemove}>
            {t(words.remove)}
          </Button>
        </Row>
      )}
    </Stack>
  )
}

/** The name under which the answer is kept. It is taken over by a button, so that no half-typed name is used. */
function Code({ name, form, onRename }: { name: string; form: JsonSchema; onRename(to: string): void }) {
  const { t } = useTongue()
  const [typed, setTyped] = useState(name)
  const isFree = typed === name || !Object.hasOwn(form.properties ?? {}, typed)
  const isCode = /^[a-z][a-zA-Z0-9_-]{0,39}$/.test(typed)
  return (
    <TextField
      label={t(words.code)}
      hint={t(words.codeHint)}
      max={40}
      value={typed}
      onChange={setTyped}
      error={typed !== name && !(isFree && isCode) ? t(words.codeWrong) : undefined}
      beside={
        typed !== name && isFree && isCode ? (
          <Button onPress={() => onRename(typed)}>{t(words.rename)}</Button>
        ) : undefined
      }
    />
  )
}

const limitNames = {
  string: ['minLength', 'maxLength'],
  integer: ['minimum', 'maximum'],
  number: ['minimum', 'maximum'],
} as const

function Limits({ field, onChange }: { field: JsonSchema; onChange(change: JsonSchema): void }) {
  const { t } = useTongue()
  const { type } = field
  if (field.enum || (type !== 'string' && type !== 'integer' && type !== 'number')) return null
  const [least, most] = limitNames[type]
  const read = (text: string) => (text.trim() === '' || Number.isNaN(Number(text)) ? undefined : Number(text))
  const set = (name: typeof least | typeof most) => (text: string) => {
    const value = read(text)
    onChange({ [name]: value } as JsonSchema)
  }
  return (
    <Row>
      <TextField label={t(words.least)} keys="numeric" value={`${field[least] ?? ''}`} onChange={set(least)} />
      <TextField label={t(words.most)} keys="numeric" value={`${field[most] ?? ''}`} onChange={set(most)} />
    </Row>
  )
}

/** Choices as lines: what stands between the strokes is code, Chinese and English. */
function Options({ field, onChange }: { field: JsonSchema; onChange(field: JsonSchema): void }) {
  const { t } = useTongue()
  const [typed, setTyped] = useState(() =>
    optionsOf(field)
      .map(({ value, zh, en }) => [value, zh, en].join(' | '))
      .join('\n'),
  )
  const take = (text: string) => {
    setTyped(text)
    const lines = text.split('\n').flatMap((line) => {
      const [value = '', zh = value, en = zh] = line.split('|').map((part) => part.trim())
      return value === '' ? [] : [{ value, zh, en }]
    })
    onChange(withOptions(field, lines))
  }
  return <TextArea label={t(words.options)} hint={t(words.optionsHint)} rows={4} value={typed} onChange={take} />
}
