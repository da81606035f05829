import type { JsonSchema } from '../../platform/forms/schema.ts'
import type { Said } from '../../platform/words.ts'
import { CheckBox, RadioCards } from '../parts/RadioCards.tsx'
import { Select } from '../parts/Select.tsx'
import { TextArea } from '../parts/TextArea.tsx'
import { TextField } from '../parts/TextField.tsx'
import { useTongue } from '../tongue.tsx'
import { ChoiceBoxes } from './ChoiceBoxes.tsx'
import { chosenValue, type FormField, hintOf, optionsOf, problemAt, titleOf, type Values } from './fields.ts'
import { SchemaForm, type WidgetProps, type Widgets } from './SchemaForm.tsx'

type Props = {
  field: FormField
  path: string
  value: unknown
  problems: readonly { readonly path: string; readonly said: Said }[]
  widgets: Widgets
  onChange(value: unknown): void
}

/** Up to so many choices stand as cards, each in sight; more go into a list. */
const MOST_CARDS = 5
/** A text that may be longer than this gets several lines. */
const ONE_LINE = 80

export function SchemaField({ field, path, value, problems, widgets, onChange }: Props) {
  const { t } = useTongue()
  const { name, schema, required } = field
  const hint = hintOf(schema)
  const wrong = problemAt(problems, path)
  const props: WidgetProps = {
    schema,
    label: t(titleOf(schema, name)),
    hint: hint && t(hint),
    required,
    error: wrong && t(wrong),
    value,
    onChange,
  }
  const widget = widgets[schema['x-widget'] ?? '']
  if (widget) return widget(props)
  if (schema.type === 'object')
    return (
      <fieldset className="stack">
        <legend className="field-label">{props.label}</legend>
        <SchemaForm
          schema={schema}
          value={isValues(value) ? value : {}}
          onChange={onChange}
          problems={problems}
          widgets={widgets}
          path={path}
        />
      </fieldset>
    )
  return <Control {...props} />
}

function Control(props: WidgetProps) {
  const { schema } = props
  if (schema.type === 'array') return <Several {...props} />
  if (schema.enum !== undefined) return <Choice {...props} />
  if (schema.type === 'boolean')
    return (
      <CheckBox checked={props.value === true} onChange={props.onChange}>
        {props.label}
      </CheckBox>
    )
  if (schema.type === 'number' || schema.type === 'integer') return <Amount {...props} />
  return <Text {...props} />
}

function Choice({ schema, value, onChange, ...field }: WidgetProps) {
  const { t } = useTongue()
  const options = optionsOf(schema).map((option) => ({ value: option.value, label: t(option.label) }))
  const chosen = value === undefined ? '' : String(value)
  const choose = (option: string) => onChange(chosenValue(schema, option))
  const asCards = schema['x-widget'] === 'radio' || options.length <= MOST_CARDS
  return asCards ? (
    <RadioCards
      {...field}
      value={chosen}
      onChange={choose}
      options={options.map((option) => ({ value: option.value, title: option.label }))}
    />
  ) : (
    <Select {...field} value={chosen} onChange={choose} options={options} />
  )
}

function Amount({ schema, value, onChange, ...field }: WidgetProps) {
  // What is no number stays as it was typed, so that the check can say so beside it.
  const read = (text: string) => (text.trim() === '' ? undefined : Number.isFinite(Number(text)) ? Number(text) : text)
  return (
    <TextField
      {...field}
      keys={schema.type === 'integer' ? 'numeric' : 'decimal'}
      value={value === undefined ? '' : String(value)}
      onChange={(text) => onChange(read(text))}
    />
  )
}

const typeOf: Readonly<Record<string, 'date' | 'datetime-local' | 'email' | 'tel'>> = {
  date: 'date',
  'date-time': 'datetime-local',
  email: 'email',
  phone: 'tel',
}

function Text({ schema, value, onChange, ...field }: WidgetProps) {
  const text = typeof value === 'string' ? value : ''
  const long = schema['x-widget'] === 'textarea' || (schema.maxLength ?? 0) > ONE_LINE
  const most = schema.maxLength === undefined ? {} : { max: schema.maxLength }
  if (long) return <TextArea {...field} {...most} value={text} onChange={onChange} />
  return <TextField {...field} type={typeOf[schema.format ?? ''] ?? 'text'} value={text} onChange={onChange} />
}

function Several({ schema, value, onChange, ...field }: WidgetProps) {
  const items: JsonSchema = schema.items ?? {}
  const list: readonly unknown[] = Array.isArray(value) ? value : []
  if (items.enum !== undefined) return <ChoiceBoxes {...field} items={items} value={list} onChange={onChange} />
  return (
    <TextArea
      {...field}
      rows={3}
      value={list.join('\n')}
      onChange={(text) => onChange(text === '' ? undefined : text.split('\n'))}
    />
  )
}

const isValues = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
