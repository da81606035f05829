import { type Static, Type } from 'typebox'
import type { JsonSchema } from '../../../platform/forms/schema.ts'
import { pageQuery } from '../../../platform/http/paging.ts'
import { caseKinds, documentKinds, regimes, standings } from '../model.ts'

/** What the doors of documents take and hand out. */

const Text = Type.String()
const OrNull = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()])
export const DocumentIdSchema = Type.String({ pattern: '^document_[0-9a-z]{26}$' })
export const KindSchema = Type.Enum([...documentKinds], { title: '文种' })
const Day = Type.String({ format: 'date', title: '日期' })
const SaidView = Type.Object({ zh: Text, en: Text })

export const RegisterFilters = {
  kind: Type.Optional(KindSchema),
  standing: Type.Optional(Type.Enum([...standings], { title: '状态' })),
  unit: Type.Optional(Type.String({ pattern: '^unit_[0-9a-z_-]{1,60}$', title: '出具机关' })),
  number: Type.Optional(Type.String({ maxLength: 60, title: '文号' })),
  from: Type.Optional(Day),
  until: Type.Optional(Day),
}
export const RegisterQuery = Type.Object({ ...pageQuery, ...RegisterFilters })

export const RegisterLine = Type.Object(
  {
    id: Text,
    kind: KindSchema,
    number: Text,
    unit: Text,
    unitName: Text,
    caseId: Text,
    caseNumber: Text,
    standing: Type.Enum([...standings]),
    endedBy: OrNull(Text),
    issuedAt: Text,
    check: Text,
  },
  { title: 'RegisterLine' },
)
export type RegisterLine = Static<typeof RegisterLine>

export const VerifyQuery = Type.Object({
  of: Type.String({ minLength: 1, maxLength: 60, title: '文号或编码' }),
  check: Type.String({ minLength: 1, maxLength: 40, title: '校验码' }),
})
export const Genuine = Type.Object(
  {
    kind: KindSchema,
    number: Text,
    issuer: Text,
    issuedAt: Text,
    standing: Type.Enum([...standings]),
    endedBy: OrNull(Text),
    endedAt: OrNull(Text),
    hash: Text,
  },
  { title: 'GenuineDocument' },
)
export type Genuine = Static<typeof Genuine>

/** A document of a case as its page lists it. */
export const DocumentView = Type.Object(
  {
    id: Text,
    kind: KindSchema,
    number: Text,
    issuedAt: Text,
    standing: Type.Enum([...standings]),
    endedBy: OrNull(Text),
  },
  { title: 'DocumentOfCase' },
)
export type DocumentView = Static<typeof DocumentView>

/** A document as it was issued; `contents` null once what it told of a person was destroyed. */
export const PaperView = Type.Object(
  {
    line: DocumentView,
    contents: OrNull(
      Type.Object({
        number: Text,
        kind: KindSchema,
        name: Text,
        issuer: Text,
        addressee: Text,
        case: Text,
        paragraphs: Type.Array(Text),
        issuedOn: Text,
      }),
    ),
    hash: Text,
    check: Text,
    intact: Type.Boolean(),
    verify: Type.String({ description: 'the address in the printed square' }),
  },
  { title: 'Paper' },
)
export type PaperView = Static<typeof PaperView>

/** What may be issued now, and what has been. */
export const CaseDocuments = Type.Object(
  {
    rows: Type.Array(Type.Object({ ...DocumentView.properties, mayEnd: Type.Boolean() })),
    offers: Type.Array(Type.Object({ kind: Type.Enum([...caseKinds]) })),
    regime: Type.Enum([...regimes]),
  },
  { title: 'CaseDocuments' },
)
export type CaseDocuments = Static<typeof CaseDocuments>

export const DraftQuery = Type.Object({
  kind: KindSchema,
  regime: Type.Optional(Type.Enum([...regimes])),
  about: Type.Optional(DocumentIdSchema),
})
const Written = Type.Record(Type.String({ pattern: '^[a-zA-Z]{1,20}$' }), Type.String({ maxLength: 4_000 }))

/** The form of a document with what the case knows filled in. */
export const DocumentDraft = Type.Object(
  {
    form: Type.Unsafe<JsonSchema>({ description: 'JSON Schema of the fields' }),
    values: Written,
    regime: Type.Enum([...regimes]),
  },
  { title: 'DocumentDraft' },
)
export type DocumentDraft = Static<typeof DocumentDraft>

export const IssueBody = Type.Object(
  {
    kind: KindSchema,
    regime: Type.Enum([...regimes]),
    values: Written,
    about: Type.Optional(
      Type.Object({ id: DocumentIdSchema, does: Type.Enum(['revokes', 'replaces']) }, { additionalProperties: false }),
    ),
  },
  { additionalProperties: false, title: 'IssueDocument' },
)
export type IssueBody = Static<typeof IssueBody>
export const IssuedView = Type.Object({ id: Text, number: Text }, { title: 'IssuedDocument' })

export const SettingKey = Type.String({ pattern: '^[a-z]{3,8}(/[0-9a-z_-]{1,60}){0,2}$', title: '设置' })
export const SettingChange = Type.Object(
  {
    key: SettingKey,
    seen: Type.Integer({ minimum: 0 }),
    body: Type.Unsafe<Record<string, unknown>>({ type: 'object', title: '内容' }),
  },
  { additionalProperties: false, title: 'DocumentSettingChange' },
)
export const SettingView = Type.Object(
  {
    key: Text,
    version: Type.Integer({ description: '0: nobody has written one' }),
    body: Type.Unsafe<Record<string, unknown>>({ description: 'what it says' }),
    changedAt: OrNull(Text),
    changedBy: OrNull(Text),
  },
  { title: 'DocumentSetting' },
)
export type SettingView = Static<typeof SettingView>
export const SettingFaultView = Type.Object({ at: Text, said: SaidView })
