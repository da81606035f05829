import { useState } from 'react'
import type { JsonSchema } from '../../../platform/forms/schema.ts'
import type { Said } from '../../../platform/words.ts'
import type { Values } from '../../../ui/forms/fields.ts'
import { SchemaForm } from '../../../ui/forms/SchemaForm.tsx'
import { Sheet } from '../../../ui/parts/layout.tsx'
import { useTongue } from '../../../ui/tongue.tsx'
import { galleryWords as words } from '../words.ts'

const titled = ({ zh, en }: Said) => ({ title: zh, 'x-title-en': en })

const matter: JsonSchema = {
  type: 'object',
  'x-order': ['what', 'kind', 'floors'],
  required: ['what', 'kind'],
  properties: {
    kind: {
      type: 'string',
      ...titled(words.kind),
      enum: ['road', 'noise', 'water'],
      'x-labels': [words.kindRoad, words.kindNoise, words.kindWater],
    },
    what: { type: 'string', ...titled(words.what), maxLength: 500 },
    floors: { type: 'integer', ...titled(words.floors) },
    reply: {
      type: 'array',
      ...titled(words.reply),
      items: { type: 'string', enum: ['phone', 'text'], 'x-labels': [words.replyPhone, words.replyText] },
    },
  },
}

/** A form drawn from the schema of a matter. */
export function SchemaDrawn() {
  const { t } = useTongue()
  const [value, setValue] = useState<Values>({ reply: ['text'], floors: 'x' })
  const problems = [{ path: '/floors', said: words.floorsError }]
  return (
    <Sheet title={t(words.schemaForm)}>
      <SchemaForm schema={matter} value={value} onChange={setValue} problems={problems} />
    </Sheet>
  )
}
