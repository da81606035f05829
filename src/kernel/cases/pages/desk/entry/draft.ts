import { checkForm } from '../../../../../platform/forms/check.ts'
import type { JsonSchema } from '../../../../../platform/forms/schema.ts'
import type { Said } from '../../../../../platform/words.ts'
import { asked, type Values } from '../../../../../ui/forms/fields.ts'
import { partWith } from '../../../../../ui/forms/part.ts'
import { callNumberOf } from '../../../../people/rules/phone.ts'
import { callNumberWords } from '../../../words/doors.ts'
import { entryWords as words } from '../words/entry.ts'

/** What an officer has typed for a caller so far, as it is kept on the device. */
export type EntryDraft = {
  channel: string
  name: string
  phone: string
  title: string
  text: string
  place: string
  /** Where it is in degrees, WGS84. */
  point: { readonly lng: number; readonly lat: number } | null
  /** Code of a street, community or grid; empty: found by the words. */
  area: string
  happenedOn: string
  /** Chosen by the officer; empty: found by the words. */
  matter: string
  form: Values
}

export const emptyEntry: EntryDraft = {
  channel: 'hotline',
  name: '',
  phone: '',
  title: '',
  text: '',
  place: '',
  point: null,
  area: '',
  happenedOn: '',
  matter: '',
  form: {},
}

/** Questions that the page asks in its own way; the rest of a matter's form draws itself. */
const own = ['title', 'text', 'place', 'happenedOn', 'happenedAt', 'photos']

export const moreOf = (form: JsonSchema | undefined): JsonSchema | null =>
  form === undefined ? null : partWith(form, (name) => !own.includes(name))

export type EntryFault = { readonly path: string; readonly said: Said }

/** What is not right yet, by field. A matter's form counts only once its matter is chosen, as at the door. */
export function entryFaults(draft: EntryDraft, photos: readonly string[], form?: JsonSchema): readonly EntryFault[] {
  const found: EntryFault[] = []
  if (draft.title.trim().length < 2) found.push({ path: '/title', said: words.needTitle })
  if (draft.text.trim().length < 2) found.push({ path: '/text', said: words.needText })
  if (draft.phone.trim() !== '' && callNumberOf(draft.phone) === null)
    found.push({ path: '/phone', said: callNumberWords })
  if (form === undefined) return found
  const ours = new Set(found.map(({ path }) => path))
  const problems = checkForm(form, filled(draft, photos, form)).map(({ path, said }) => ({
    path: path.replace('/happenedOn', '/happenedAt').replace(/^\/place\/.*/, '/place'),
    said,
  }))
  return [...found, ...problems.filter(({ path }) => !ours.has(path))]
}

function filled(
  { form: answers, title, text, place, happenedOn }: EntryDraft,
  photos: readonly string[],
  form: JsonSchema,
) {
  const told: Values = {
    ...asked(form, answers),
    title: title.trim(),
    text: text.trim(),
    ...(place.trim() && { place: { address: place.trim() } }),
    ...(happenedOn && { happenedOn, happenedAt: happenedOn }),
    ...(photos.length > 0 && { photos }),
  }
  return Object.fromEntries(Object.entries(told).filter(([name]) => form.properties?.[name] !== undefined))
}

/** What goes to the door: nothing empty, and of the form only what the page does not ask itself. */
export function entryBody(draft: EntryDraft, photos: readonly string[], form?: JsonSchema): object {
  const { channel, matter, area, happenedOn } = draft
  const [name, phone, place] = [draft.name.trim(), draft.phone.trim(), draft.place.trim()]
  const more = moreOf(form)
  const answers = more === null ? {} : asked(more, draft.form)
  return {
    channel,
    caller: { ...(name && { name }), ...(phone && { phone }) },
    title: draft.title,
    text: draft.text,
    ...(place && { place }),
    ...(area && { area }),
    ...(draft.point && { point: draft.point }),
    ...(happenedOn && { happenedAt: happenedOn }),
    ...(matter && { matter }),
    ...(photos.length > 0 && { photos }),
    ...(Object.keys(answers).length > 0 && { form: answers }),
  }
}
