import type { Said } from '../../../../../platform/words.ts'
import type { DeviceSpot } from '../../../../../ui/spot.ts'
import type { FieldView } from '../../../model/views.ts'
import { shortSaid, moveWords as words } from '../words/case.ts'

/** Pure: a place as the device gave it, or as somebody typed it (longitude, latitude); null while it is none. */
export function spotIn(value: string): DeviceSpot | null {
  if (value.startsWith('{')) return parsed(value)
  const typed = /^\s*(-?\d{1,3}(?:\.\d+)?)\s*[,，\s]\s*(-?\d{1,2}(?:\.\d+)?)\s*$/.exec(value)
  return typed ? { lng: Number(typed[1]), lat: Number(typed[2]) } : null
}

function parsed(value: string): DeviceSpot | null {
  try {
    return JSON.parse(value) as DeviceSpot
  } catch {
    return null // typed by hand, and no place yet
  }
}

export const spotShown = ({ lng, lat }: DeviceSpot): string => `${lng.toFixed(6)}, ${lat.toFixed(6)}`

/** What was typed: texts for everything but lists; nothing is the empty text. */
export type Filled = Readonly<Record<string, string>>

export const emptyOf = (fields: readonly FieldView[]): Record<string, string> =>
  Object.fromEntries(fields.filter(({ control }) => control !== 'evidence').map(({ name }) => [name, '']))

/** Pure: what was typed as the server takes it; what was left empty is left out. */
export function bodyOf(
  fields: readonly FieldView[],
  filled: Filled,
  papers: Readonly<Record<string, readonly string[]>>,
): Record<string, unknown> {
  const values = fields.flatMap(({ name, type, control, required }): [string, unknown][] => {
    const taken = papers[name] ?? []
    // Papers that are required may still be none: the list is what the server wants to see.
    if (control === 'evidence') return required || taken.length > 0 ? [[name, taken]] : []
    const value = (filled[name] ?? '').trim()
    if (value === '') return []
    if (control === 'spot') return [[name, spotIn(value) ?? value]]
    if (type === 'integer') return [[name, Number(value)]]
    return [[name, type === 'boolean' ? value === 'yes' || value === 'true' : value]]
  })
  return Object.fromEntries(values)
}

/** Pure: what is missing or too short, by the name of the field. The server looks again, and has the last word. */
export function faultsOf(fields: readonly FieldView[], filled: Filled): Record<string, Said> {
  const faults = fields.flatMap(({ name, required, minLength = 0, control }): [string, Said][] => {
    if (control === 'evidence') return []
    const value = (filled[name] ?? '').trim()
    if (value === '') return required ? [[name, words.missing]] : []
    if (control === 'spot' && spotIn(value) === null) return [[name, words.spotWrong]]
    return control.endsWith('text') && [...value].length < minLength ? [[name, shortSaid(minLength)]] : []
  })
  return Object.fromEntries(faults)
}
