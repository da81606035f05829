import { type Static, Type } from 'typebox'
import { OrNull } from './views.ts'

export const TemplateId = Type.String({ pattern: '^template_[0-9a-z]{26}$' })
const Unit = OrNull(Type.String({ pattern: '^unit_[0-9a-z_-]{1,60}$' }))

/** What is written in one; blanks such as 【标题】 are filled in from the case. */
export const TemplateText = {
  name: Type.String({ minLength: 1, maxLength: 30, pattern: '^\\S(.*\\S)?$', title: '模板名称' }),
  body: Type.String({ minLength: 10, maxLength: 2000, title: '模板内容' }),
}
export const NewTemplate = Type.Object({ ...TemplateText, unit: Unit }, { additionalProperties: false })
export type NewTemplate = Static<typeof NewTemplate>

/** A change of the version somebody has seen; not live means withdrawn, its versions stay. */
export const TemplateChange = Type.Object(
  { ...TemplateText, seen: Type.Integer({ minimum: 1 }), live: Type.Boolean() },
  { additionalProperties: false },
)
export type TemplateChange = Static<typeof TemplateChange>

export const ReplyTemplate = Type.Object(
  {
    id: TemplateId,
    version: Type.Integer(),
    unit: Unit,
    name: Type.String(),
    body: Type.String(),
    live: Type.Boolean(),
    changedAt: Type.String(),
    changedBy: Type.String(),
  },
  { title: 'ReplyTemplate' },
)
export type ReplyTemplate = Static<typeof ReplyTemplate>

export type TemplateRefusal = 'no-such-template'
