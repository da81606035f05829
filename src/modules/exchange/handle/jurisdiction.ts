import type { Faults } from '../model/georeport.ts'
import { type Arguments, faultsOf, textOf } from '../rules/question.ts'
import { georeportWords as words } from '../words/georeport.ts'
import type { ExchangeParts } from './parts.ts'

/**
 * The endpoint serves one jurisdiction, so the argument may be left out; another one than ours is not found. Ours is
 * the division code, and the host under which the city is known.
 */
export function jurisdictionOf(
  { district, publicUrl }: Pick<ExchangeParts, 'district' | 'publicUrl'>,
  given: Arguments,
): { readonly ok: true } | Faults {
  const asked = textOf(given, 'jurisdiction_id')?.toLowerCase()
  const host = new URL(publicUrl).hostname.replace(/^www\./, '')
  return asked === undefined || asked === district || asked.replace(/^www\./, '') === host
    ? { ok: true }
    : faultsOf(404, words.jurisdictionUnknown(asked))
}
