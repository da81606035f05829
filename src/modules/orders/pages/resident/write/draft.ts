import { proposedTitle } from '../../../../../kernel/cases/rules/title.ts'
import { messageLimits } from '../../../../../kernel/matters/model/message.ts'
import { phoneOf } from '../../../../../kernel/people/rules/phone.ts'
import type { JsonSchema } from '../../../../../platform/forms/schema.ts'
import type { Said } from '../../../../../platform/words.ts'
import type { Values } from '../../../../../ui/forms/fields.ts'
import type { Forms } from '../../../../../ui/forms/late.ts'
import { partWith } from '../../../../../ui/forms/part.ts'
import type { OrderBody } from '../../../model/views.ts'
import { writingWords as words } from '../words/writing.ts'

/** What somebody has typed so far, as it is kept on the device. The home page fills `text`. */
export type Draft = {
  text: string
  /** Empty: the proposed title counts. */
  title: string
  titleTouched: boolean
  /** Chosen by the person; empty: the proposed matter counts. */
  matter: string
  place: string
  /** Where it is in degrees, WGS84; by his device or picked on the map. */
  point: { readonly lng: number; readonly lat: number } | null
  happenedOn: string
  name: string
  phone: string
  form: Values
  /** The printed code he came by, and what stands on it; empty: none. */
  entry: string
  via: string
  /** Who wrote it, where he was signed in; empty: a visitor, or somebody who chose to go on without signing in. */
  writer: string
}

export const emptyDraft: Draft = {
  text: '',
  title: '',
  titleTouched: false,
  matter: '',
  place: '',
  point: null,
  happenedOn: '',
  name: '',
  phone: '',
  form: {},
  entry: '',
  via: '',
  writer: '',
}

export const isBlank = (draft: Draft, photos: readonly string[]): boolean =>
  photos.length === 0 && JSON.stringify(draft) === JSON.stringify(emptyDraft)

export const titleOf = (draft: Draft): string => (draft.titleTouched ? draft.title : proposedTitle(draft.text)).trim()

/** Questions that the page asks in its own way; the rest of a matter's form draws itself. */
const own = ['title', 'text', 'place', 'happenedOn', 'happenedAt', 'photos']
const aboutContact = ['contactBy', 'contactAt', 'anonymous']

export type Part = 'more' | 'contact'

/** The form of a matter, with what draws and checks it. */
export type MatterForm = { readonly schema: JsonSchema; readonly forms: Forms }

/** The part of a matter's form that stands in one sheet of the page, its branches included; null where it asks nothing. */
export function partOf(form: MatterForm | undefined, part: Part): JsonSchema | null {
  if (form === undefined) return null
  return partWith(form.schema, (name) => !own.includes(name) && (part === 'contact') === aboutContact.includes(name))
}

/** Where nobody can be reached, how to reach him is not asked, and an answer given before counts for nothing. */
export const asAsked = (draft: Draft, reachable: boolean): Draft =>
  reachable
    ? draft
    : {
        ...draft,
        form: Object.fromEntries(Object.entries(draft.form).filter(([name]) => !aboutContact.includes(name))),
      }

/** Whether the form of the matter must have an answer to one of the page's own questions. */
export const demands = (form: MatterForm | undefined, name: string): boolean =>
  form?.schema.required?.includes(name) ?? false

/** Everything as the matter's own form wants it, for the check that the door will make again. */
export function filled(draft: Draft, photos: readonly string[], { schema, forms }: MatterForm): Values {
  const place = draft.place.trim()
  const told: Values = {
    ...forms.asked(schema, draft.form),
    title: titleOf(draft),
    text: draft.text.trim(),
    ...(place === '' ? {} : { place: { address: place } }),
    ...(draft.happenedOn === '' ? {} : { happenedOn: draft.happenedOn, happenedAt: draft.happenedOn }),
    ...(photos.length === 0 ? {} : { photos }),
  }
  return Object.fromEntries(Object.entries(told).filter(([name]) => schema.properties?.[name] !== undefined))
}

const lettersIn = (text: string): number => [...text.trim()].length

export type Fault = { readonly path: string; readonly said: Said }

/** What is not right yet, in the order of the page. Empty: it can be sent. */
export function faultsOf(draft: Draft, photos: readonly string[], form: MatterForm | undefined): readonly Fault[] {
  const found: Fault[] = []
  const { text, title, place } = messageLimits
  const [told, heading] = [lettersIn(draft.text), lettersIn(titleOf(draft))]
  if (told < text.min) found.push({ path: '/text', said: words.needText })
  else if (heading < title.min) found.push({ path: '/title', said: words.needTitle })
  if (told > text.max) found.push({ path: '/text', said: words.longText })
  if (heading > title.max) found.push({ path: '/title', said: words.longTitle })
  if (lettersIn(draft.place) > place.max) found.push({ path: '/place', said: words.longPlace })
  if (form !== undefined) found.push(...form.forms.checkForm(form.schema, filled(draft, photos, form)))
  if (draft.phone.trim() !== '' && phoneOf(draft.phone) === null) found.push({ path: '/phone', said: words.phoneWrong })
  const order = ['/text', '/title', '/place', '/happenedOn', '']
  const rank = ({ path }: Fault) => order.findIndex((start) => path.startsWith(start))
  const first = new Map<string, Fault>()
  for (const fault of found.toSorted((a, b) => rank(a) - rank(b)))
    if (!first.has(fault.path)) first.set(fault.path, fault)
  // A title made of too few words is no fault of its own.
  if (first.has('/text') && !draft.titleTouched) first.delete('/title')
  return [...first.values()]
}

/** What goes to the door: nothing empty, and of the form only what the page does not ask itself. */
export function bodyOf(draft: Draft, photos: readonly string[], matter: string, form?: MatterForm): OrderBody {
  const rest = form === undefined ? {} : form.forms.asked(form.schema, draft.form)
  const place = draft.place.trim()
  const [name, phone] = [draft.name.trim(), phoneOf(draft.phone)]
  return {
    ...(matter === '' ? {} : { matter }),
    title: titleOf(draft),
    text: draft.text.trim(),
    ...(place === '' ? {} : { place }),
    ...(draft.point === null ? {} : { point: draft.point }),
    ...(draft.happenedOn === '' ? {} : { happenedAt: draft.happenedOn }),
    ...(name === '' && phone === null
      ? {}
      : { contact: { ...(name === '' ? {} : { name }), ...(phone === null ? {} : { phone }) } }),
    ...(photos.length === 0 ? {} : { photos: [...photos] }),
    ...(draft.entry === '' ? {} : { entry: draft.entry }),
    ...(Object.keys(rest).length === 0 ? {} : { form: { ...rest } }),
  }
}
