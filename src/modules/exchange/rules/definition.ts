import type { JsonSchema } from '../../../platform/forms/schema.ts'
import { type Said, said } from '../../../platform/words.ts'
import type { Attribute } from '../model/georeport.ts'
import { publicWords as words } from '../words/georeport.ts'

/** Fields of a matter's form that Open311 has arguments of its own for. */
const carried: readonly string[] = ['title', 'text', 'place', 'photos']

const MOST_WITHOUT_BREAKS = 400

/** What a matter's form asks for beyond words, place and picture, in the order in which it is drawn. */
export function attributesOf(form: JsonSchema): readonly Attribute[] {
  const properties = form.properties ?? {}
  const order = [...new Set([...(form['x-order'] ?? []), ...Object.keys(properties)])]
  const required = new Set(form.required ?? [])
  return order
    .flatMap((code) => {
      const field = properties[code]
      const known = field && !carried.includes(code) ? shapeOf(field) : null
      return field && known ? [{ code, field, known }] : []
    })
    .map(({ code, field, known }, index) => ({
      code,
      ...known,
      required: required.has(code),
      order: index + 1,
      description: describedBy(code, field),
    }))
}

function describedBy(code: string, { title = code, description, ...field }: JsonSchema): Said {
  const english = field['x-title-en'] ?? title
  const more = field['x-description-en'] ?? description
  return said(
    description === undefined ? title : `${title}：${description}`,
    more === undefined ? english : `${english}: ${more}`,
  )
}

type Shape = Pick<Attribute, 'datatype' | 'datatypeDescription' | 'values'>

/** Null for what no field of Open311 can carry: an object within the form. */
function shapeOf(field: JsonSchema): Shape | null {
  if (field.enum) return { datatype: 'singlevaluelist', datatypeDescription: null, values: choicesOf(field) }
  switch (field.type) {
    case 'boolean':
      return {
        datatype: 'singlevaluelist',
        datatypeDescription: words.datatype.yesNo,
        values: [
          { key: 'true', name: words.yes },
          { key: 'false', name: words.no },
        ],
      }
    case 'number':
    case 'integer':
      return { datatype: 'number', datatypeDescription: null, values: [] }
    case 'array':
      return field.items?.enum
        ? { datatype: 'multivaluelist', datatypeDescription: null, values: choicesOf(field.items) }
        : null
    case 'string':
      return textShape(field)
    default:
      return null
  }
}

function textShape({ format, maxLength, ...field }: JsonSchema): Shape {
  if (format === 'day' || format === 'date')
    return { datatype: 'datetime', datatypeDescription: words.datatype.day, values: [] }
  const isLong = field['x-widget'] === 'textarea' || (maxLength ?? 0) > MOST_WITHOUT_BREAKS
  return {
    datatype: isLong ? 'text' : 'string',
    datatypeDescription: maxLength === undefined ? null : words.datatype.length(maxLength),
    values: [],
  }
}

const choicesOf = (field: JsonSchema): Attribute['values'] =>
  (field.enum ?? []).map((value, index) => {
    const label = field['x-labels']?.[index] ?? { zh: String(value), en: String(value) }
    return { key: String(value), name: said(label.zh, label.en) }
  })
