import type { Change, Component, ComponentDraft, ComponentFields } from '../model/components.ts'

/** District 6, type 4, serial 6: the 16 digits of a component's code (GB/T 30428.2 △: a city may count otherwise). */
export const COMPONENT_CODE = /^(\d{6})(\d{4})(\d{6})$/

export type CodeParts = { readonly district: string; readonly type: string }

export function componentCode(code: string): CodeParts | null {
  const [, district, type] = COMPONENT_CODE.exec(code) ?? []
  return district !== undefined && type !== undefined ? { district, type } : null
}

const shown: readonly (keyof ComponentFields)[] = ['name', 'owner', 'keeper', 'state', 'place', 'lng', 'lat', 'note']

/** What a component says of itself, as a form shows it. */
export const fieldsOf = ({ at: [lng, lat], ...component }: Component): ComponentFields => {
  const { name, owner, keeper, state, place, note } = component
  return { name, owner, keeper, state, place, note, lng, lat }
}

/** What differs, from what to what; empty when nothing does. */
export function changeBetween(before: ComponentFields | null, after: ComponentFields): Change {
  const said = (fields: ComponentFields | null, key: keyof ComponentFields) => String(fields?.[key] ?? '')
  return Object.fromEntries(
    shown
      .filter((key) => said(before, key) !== said(after, key))
      .map((key) => [key, [said(before, key), said(after, key)] as [string, string]]),
  )
}

/** Blanks that nobody sees are no part of what is said; coordinates are kept to a centimetre (seven decimals). */
export function tidy<Fields extends Partial<ComponentDraft>>(fields: Fields): Fields {
  const tidied = Object.entries(fields).map(([key, value]) => {
    if (typeof value === 'string') return [key, value.normalize('NFC').replace(/\s+/g, ' ').trim()]
    return [key, typeof value === 'number' && key !== 'seq' ? Math.round(value * 1e7) / 1e7 : value]
  })
  return Object.fromEntries(tidied) as Fields
}
