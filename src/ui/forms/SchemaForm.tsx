import type { ReactNode } from 'react'
import type { JsonSchema } from '../../platform/forms/schema.ts'
import type { Said } from '../../platform/words.ts'
import '../parts/layout.css'
import { fieldsOf, type Values } from './fields.ts'
import { SchemaField } from './SchemaField.tsx'

export type WidgetProps = {
  readonly schema: JsonSchema
  readonly label: string
  readonly hint: string | undefined
  readonly required: boolean
  readonly error: string | undefined
  readonly value: unknown
  onChange(value: unknown): void
}

/** Drawings for `x-widget` names that the page brings: photos, a place on the map … */
export type Widgets = Readonly<Record<string, (props: WidgetProps) => ReactNode>>

type Props = {
  schema: JsonSchema
  value: Values
  onChange(value: Values): void
  /** What `checkForm`, or the server, found; by JSON pointer. */
  problems?: readonly { readonly path: string; readonly said: Said }[]
  widgets?: Widgets
  /** Where the form stands inside a larger one. */
  path?: string
}

/** Draws a form out of its JSON Schema: the questions that apply now, each with its own words, hint and error. */
export function SchemaForm({ schema, value, onChange, problems = [], widgets = {}, path = '' }: Props) {
  return (
    <div className="stack">
      {fieldsOf(schema, value).map((field) => (
        <SchemaField
          key={field.name}
          field={field}
          path={`${path}/${field.name.replaceAll('~', '~0').replaceAll('/', '~1')}`}
          value={value[field.name]}
          problems={problems}
          widgets={widgets}
          onChange={(next) => onChange({ ...value, [field.name]: next })}
        />
      ))}
    </div>
  )
}
