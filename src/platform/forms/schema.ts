/**
 * The part of JSON Schema (draft 2020-12) that a form designer makes: enough to draw a form, and to check it in the
 * browser and again at the door. Titles are Chinese; the English one stands beside it as `x-title-en`.
 */
export type JsonSchema = {
  readonly $schema?: string
  readonly type?: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean'
  readonly title?: string
  readonly 'x-title-en'?: string
  readonly description?: string
  readonly 'x-description-en'?: string
  /** How it is drawn: 'textarea', 'photos', 'place', 'radio' … A widget unknown to a face falls back to the type's own. */
  readonly 'x-widget'?: string
  /** Names of the fields in the order they are drawn; fields not named follow. */
  readonly 'x-order'?: readonly string[]
  /** One pair of labels for each value of `enum`, in the same order. */
  readonly 'x-labels'?: readonly { readonly zh: string; readonly en: string }[]
  /** A fact about a person: sealed in the ledger, masked on screens. */
  readonly 'x-personal'?: boolean
  /** Shown, and counted, only while the answers fulfil this; itself a schema of the whole form. */
  readonly 'x-show-if'?: JsonSchema
  /** Required as soon as the answers fulfil this. */
  readonly 'x-required-if'?: JsonSchema
  /** Which options are left; the first rule that holds counts, and without one all are. */
  readonly 'x-options-if'?: readonly {
    readonly if: JsonSchema
    readonly options: readonly (string | number | boolean)[]
  }[]
  readonly properties?: { readonly [field: string]: JsonSchema }
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean
  readonly items?: JsonSchema
  readonly minItems?: number
  readonly maxItems?: number
  readonly uniqueItems?: boolean
  readonly enum?: readonly (string | number | boolean)[]
  readonly const?: string | number | boolean
  readonly format?: string
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly multipleOf?: number
  readonly default?: unknown
  readonly allOf?: readonly JsonSchema[]
  readonly if?: JsonSchema
  readonly then?: JsonSchema
  readonly else?: JsonSchema
}
