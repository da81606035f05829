import { type KeyboardEvent, useState } from 'react'
import { checkForm } from '../../../../../platform/forms/check.ts'
import { schemaProblems } from '../../../../../platform/forms/design.ts'
import type { JsonSchema } from '../../../../../platform/forms/schema.ts'
import type { Values } from '../../../../../ui/forms/fields.ts'
import { SchemaForm, type Widgets } from '../../../../../ui/forms/SchemaForm.tsx'
import { Button } from '../../../../../ui/parts/Button.tsx'
import { Row, Sheet, Soft, Stack } from '../../../../../ui/parts/layout.tsx'
import { Notice } from '../../../../../ui/parts/Notice.tsx'
import { Select } from '../../../../../ui/parts/Select.tsx'
import { TextField } from '../../../../../ui/parts/TextField.tsx'
import { useTongue } from '../../../../../ui/tongue.tsx'
import { added, fieldKinds, fixedFields, kindOf, moved, orderOf, removed, renamed } from '../../../rules/designer.ts'
import { matterWords } from '../words/catalogue.ts'
import { fieldKindWords, designerWords as words } from '../words/designer.ts'
import './designer.css'
import { FieldSheet } from './FieldSheet.tsx'

type Props = { form: JsonSchema; onChange(form: JsonSchema): void }

/** A form in the making: its questions in their order, the one that is being changed, and how the resident sees it. */
export function Designer({ form, onChange }: Props) {
  const { t } = useTongue()
  const [chosen, choose] = useState<string | null>(null)
  const faults = schemaProblems(form)
  const field = chosen === null ? undefined : form.properties?.[chosen]
  return (
    <div className="designer">
      <Sheet title={t(words.fields)}>
        <Stack gap="tight">
          <Soft>{t(words.keys)}</Soft>
          <Fields form={form} chosen={chosen} onChoose={choose} onChange={onChange} />
          <AddField
            onAdd={(kind) => {
              const [next, name] = added(form, kind, words.newTitle)
              onChange(next)
              choose(name)
            }}
          />
        </Stack>
      </Sheet>
      <Sheet title={t(words.chosen)}>
        {chosen !== null && field ? (
          <FieldSheet
            key={chosen}
            form={form}
            name={chosen}
            onChange={onChange}
            onRename={(to) => {
              onChange(renamed(form, chosen, to))
              choose(to)
            }}
            onRemove={() => {
              onChange(removed(form, chosen))
              choose(null)
            }}
          />
        ) : (
          <Soft>{t(words.pick)}</Soft>
        )}
      </Sheet>
      <div className="designer-preview">
        {faults.length > 0 ? (
          <Notice tone="bad" title={t(words.faults)} spoken>
            <ul>
              {faults.map(({ path, said }) => (
                <li key={`${path} ${said.zh}`}>{t(said)}</li>
              ))}
            </ul>
          </Notice>
        ) : (
          <FormPreview form={form} />
        )}
      </div>
    </div>
  )
}

type FieldsProps = Props & { chosen: string | null; onChoose(name: string): void }

function Fields({ form, chosen, onChoose, onChange }: FieldsProps) {
  const { t, tongue } = useTongue()
  const [dragged, drag] = useState<string | null>(null)
  const order = orderOf(form)
  const byKeys = (event: KeyboardEvent, name: string, at: number) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    if (step === undefined || !event.altKey) return
    event.preventDefault()
    onChange(moved(form, name, at + step))
  }
  return (
    <ol className="designer-fields">
      {order.map((name, at) => {
        const field = form.properties?.[name] ?? {}
        const title = (tongue === 'en' ? field['x-title-en'] : undefined) ?? field.title ?? name
        return (
          <li
            key={name}
            draggable
            data-dragged={dragged === name}
            onDragStart={() => drag(name)}
            onDragEnd={() => drag(null)}
            onDragOver={(event) => event.preventDefault()}
            onDrop={() => {
              if (dragged !== null && dragged !== name) onChange(moved(form, dragged, at))
              drag(null)
            }}
          >
            <button
              type="button"
              className="designer-field"
              aria-pressed={chosen === name}
              onClick={() => onChoose(name)}
              onKeyDown={(event) => byKeys(event, name, at)}
            >
              <span>{title}</span>
              <Soft>
                {t(fieldKindWords[kindOf(field)])}
                {form.required?.includes(name) ? ` · ${t(words.required)}` : ''}
                {field['x-show-if'] || field['x-required-if'] || field['x-options-if'] ? ` · ${t(words.logic)}` : ''}
              </Soft>
            </button>
            <Button kind="quiet" name={`${t(words.up)} ${title}`} onPress={() => onChange(moved(form, name, at - 1))}>
              ↑
            </Button>
            <Button kind="quiet" name={`${t(words.down)} ${title}`} onPress={() => onChange(moved(form, name, at + 1))}>
              ↓
            </Button>
          </li>
        )
      })}
    </ol>
  )
}

function AddField({ onAdd }: { onAdd(kind: (typeof fieldKinds)[number]): void }) {
  const { t } = useTongue()
  const [kind, setKind] = useState<(typeof fieldKinds)[number]>('text')
  const kinds = fieldKinds.filter((one) => !fixedFields.includes(one))
  return (
    <Row>
      <Select
        label={t(words.kind)}
        value={kind}
        options={kinds.map((value) => ({ value, label: t(fieldKindWords[value]) }))}
        onChange={setKind}
      />
      <Button icon="plus" onPress={() => onAdd(kind)}>
        {t(words.add)}
      </Button>
    </Row>
  )
}

/** The form as the resident sees it, to be filled in and checked; nothing is sent. */
export function FormPreview({ form }: { form: JsonSchema }) {
  const { t } = useTongue()
  const [values, setValues] = useState<Values>({})
  const [tried, setTried] = useState(false)
  const problems = tried ? checkForm(form, filledIn(values)) : []
  if (Object.keys(form.properties ?? {}).length === 0) return <Soft>{t(matterWords.noForm)}</Soft>
  return (
    <Sheet title={t(matterWords.previewForm)}>
      <Stack>
        <SchemaForm schema={form} value={values} onChange={setValues} problems={problems} widgets={placeholders} />
        {tried && problems.length === 0 ? <Notice tone="good" title={t(matterWords.fine)} spoken /> : null}
        <div>
          <Button onPress={() => setTried(true)}>{t(matterWords.tryIt)}</Button>
        </div>
      </Stack>
    </Sheet>
  )
}

const filledIn = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''))

/** The place is picked and photographs are sent on the page itself; here their place is held. */
const placeholders: Widgets = {
  place: ({ label, required, error, value, onChange }) => (
    <TextField
      label={label}
      required={required}
      error={error}
      value={addressIn(value)}
      onChange={(address) => onChange(address === '' ? undefined : { address })}
    />
  ),
  photos: ({ label }) => (
    <div className="field" key={label}>
      <span className="field-label">{label}</span>
      <Placeholder />
    </div>
  ),
}

const addressIn = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'address' in value ? String(value.address) : ''

function Placeholder() {
  const { t } = useTongue()
  return <Soft>{t(words.placeholder)}</Soft>
}
