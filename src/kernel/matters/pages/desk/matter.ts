import type { Said } from '../../../../platform/words.ts'
import type { Matter, MatterStatus } from '../../model.ts'

/** What the door tells of one matter. */
export type MatterAnswer = {
  readonly id: string
  readonly status: MatterStatus
  readonly version: number
  readonly lastDay: string | null
  readonly published: Matter | null
  readonly draft: Matter | null
  readonly draftRevision: number
  readonly problems: readonly Found[]
  readonly changes: readonly ChangeRow[]
  readonly can: readonly string[]
}
export type Found = {
  readonly code: string
  readonly weight: 'error' | 'notice'
  readonly at: string
  readonly said: Said
}
export type ChangeRow = {
  readonly at: string
  readonly part: Said
  readonly kind: 'added' | 'removed' | 'changed'
  readonly before?: unknown
  readonly after?: unknown
}

/** A value as one line of a comparison: text as it is, the rest as JSON. */
export const valueText = (value: unknown): string =>
  value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value, null, 1)
