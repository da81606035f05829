import type { FieldView, MoveView } from '../../../../../kernel/cases/model/views.ts'
import type { Said } from '../../../../../platform/words.ts'
import type { Values } from '../../../../../ui/forms/fields.ts'
import { caseWords as words } from '../words/following.ts'
import type { Visitor } from './CaseView.tsx'

export type MoveFault = { readonly field: string; readonly said: Said }

const lettersIn = (value: unknown): number => (typeof value === 'string' ? [...value.trim()].length : 0)

/** One or two stars go back to be put right, and want to be explained. */
export const isLow = ({ stars }: Values): boolean => typeof stars === 'number' && stars <= 2

/** What is not filled in as the move asks; the door checks it again. */
export const faultsOfMove = (fields: readonly FieldView[], values: Values): readonly MoveFault[] =>
  fields.flatMap((field) => {
    const said = faultOf(field, values[field.name])
    return said ? [{ field: field.name, said }] : []
  })

function faultOf({ control, required, minLength = 0, maxLength }: FieldView, value: unknown): Said | null {
  if (control === 'evidence') return null
  if (control === 'stars') return required && typeof value !== 'number' ? words.needStars : null
  const letters = lettersIn(value)
  if (letters === 0) return required ? words.needField : null
  if (letters < minLength) return words.tooShort
  return maxLength !== undefined && letters > maxLength ? words.tooLong : null
}

type More = { readonly photos: readonly string[]; readonly seen: number }

/** The body of a move: what was filled in, and the version it was seen under. */
export function bodyOfMove({ fields }: MoveView, values: Values, { photos, seen }: More) {
  const filled = fields.flatMap(({ name, control }) => {
    if (control === 'evidence') return photos.length === 0 ? [] : [[name, photos] as const]
    const value = values[name]
    const kept = typeof value === 'string' ? value.trim() : value
    return kept === undefined || kept === '' ? [] : [[name, kept] as const]
  })
  return { ...(filled.length === 0 ? {} : { fields: Object.fromEntries(filled) }), seen }
}

/** What a visitor shows at the door of a case instead of being signed in. */
export const shownAtDoor = (visitor: Visitor | undefined): Readonly<Record<string, string>> =>
  visitor === undefined ? {} : { 'x-follow-code': visitor.code }
