import type { Day, Instant } from '../../platform/time.ts'
import type { Sealed } from '../ledger/model.ts'

export type DocumentId = `document_${string}`

/** 受理通知, 补正告知, 不予受理, 延期告知, 答复意见; and 撤销告知, which is about another document. */
export const caseKinds = ['accepted', 'supplement', 'declined', 'extended', 'answer'] as const
export const documentKinds = [...caseKinds, 'revocation'] as const
export type CaseKind = (typeof caseKinds)[number]
export type DocumentKind = (typeof documentKinds)[number]

/** Under which law an office answers: 接诉即办 (12345), 信访, 行政许可. It decides what a document must hold. */
export const regimes = ['order', 'petition', 'licence'] as const
export type Regime = (typeof regimes)[number]

export const standings = ['in-force', 'revoked', 'replaced'] as const
export type Standing = (typeof standings)[number]

/** What the case itself knows; nobody types it. */
export const factNames = ['applicant', 'title', 'case', 'matter', 'filedOn', 'unit', 'issuer', 'today'] as const
/** What the officer reads over, with what the case knows already filled in. */
export const fieldNames = [
  'facts',
  'missing',
  'until',
  'due',
  'oldDue',
  'newDue',
  'reason',
  'turnTo',
  'answer',
  'outcome',
  'basis',
  'remedy',
  'contact',
] as const
/** What a revocation says of the document it is about. */
export const aboutNames = ['aboutName', 'aboutNumber', 'aboutDay'] as const
export type FactName = (typeof factNames)[number]
export type FieldName = (typeof fieldNames)[number]
export type BlankName = FactName | FieldName | (typeof aboutNames)[number]
export type Values = Readonly<Partial<Record<BlankName, string>>>

/**
 * A document as it was issued, for ever. Its canonical text is what the hash speaks for. The salt makes the hash say
 * nothing about the contents to whoever tries names and titles.
 */
export type Contents = {
  readonly format: 'yiwang-document/1'
  readonly district: string
  readonly number: string
  readonly kind: DocumentKind
  readonly name: string
  readonly issuer: string
  readonly addressee: string
  readonly case: string
  readonly paragraphs: readonly string[]
  readonly issuedOn: Day
  readonly salt: string
}

/** A document as registers and lists carry it: nothing in it is personal. */
export type DocumentLine = {
  readonly id: DocumentId
  readonly kind: DocumentKind
  readonly number: string
  readonly unit: string
  readonly caseId: string
  readonly occasion: number
  readonly code: string
  readonly hash: string
  readonly standing: Standing
  readonly about: DocumentId | null
  readonly endedBy: string | null
  readonly endedAt: Instant | null
  readonly issuedAt: Instant
  readonly issuedBy: string
}
export type KeptDocument = DocumentLine & { readonly sealed: Sealed }

/** How numbers are written (发文字号): a pattern with blanks, and the letters of each kind. */
export type NumberFormat = { readonly pattern: string; readonly kinds: Readonly<Record<DocumentKind, string>> }

/** Basis and remedy as a district writes them for one kind under one regime. */
export type LawTexts = { readonly basis?: string; readonly remedy?: string }

/** Why a number format, or a wording, cannot be used. */
export type FormatFault = 'blank-missing' | 'blank-unknown' | 'kind-letters-shared' | 'kind-letters-missing'
export type TextFault = { readonly fault: 'blank-missing' | 'blank-unknown'; readonly blank: string }

export type DocumentRefusal =
  | 'no-such-document'
  | 'issued-already'
  | 'nothing-to-issue'
  | 'document-ended'
  | 'number-taken'
  | 'no-such-setting'
  | 'setting-unusable'
