import type { Json } from '../../../platform/canonical.ts'
import { type Said, said } from '../../../platform/words.ts'
import type { CaseEvent, Spot } from '../model/case.ts'
import type { EntryField, PhotoView, TimelineEntry, ToldView } from '../model/views.ts'
import { anewWords, filedSaid, sensedWords } from '../words/doors.ts'
import { doneSaid, fieldWordsOf, type ProcedureWords } from '../words.ts'
import { isFiled } from './evolve.ts'
import { maskName, maskNumber } from './masking.ts'
import { maskPersonal } from './personal/mask.ts'
import { type Names, stageLabel } from './present.ts'
import { askedBy } from './present-moves.ts'
import type { AnyProcedure } from './procedure.ts'
import { comparedFields, spotOf } from './same-spot.ts'

/** A fact of the ledger with its secret opened; null where it has none, `destroyed` where nobody can read it any more. */
export type OpenedEvent = {
  readonly event: CaseEvent & { readonly seq: number }
  readonly secret: Readonly<Record<string, Json>> | 'destroyed' | null
}

export type TimelineParts = {
  readonly procedure: AnyProcedure
  readonly names: Names
  /** Covers the telephone numbers somebody wrote into a text. */
  photo(hash: string): PhotoView
}

/** What was written in a fact, the open and the secret together. */
export function writtenIn({ event, secret }: OpenedEvent): Readonly<Record<string, Json>> {
  const open = isFiled(event) || !('fields' in event.body) ? {} : (event.body.fields ?? {})
  return { ...open, ...(secret && secret !== 'destroyed' ? secret : {}) }
}

/** Hashes of everything attached to a fact. */
export const evidenceIn = (opened: OpenedEvent): string[] => {
  const { event } = opened
  const found = isFiled(event) ? event.body.evidence : writtenIn(opened).evidence
  return Array.isArray(found) ? found.filter((hash): hash is string => typeof hash === 'string') : []
}

/** One line of the desk's timeline. */
export function timelineEntry(parts: TimelineParts, opened: OpenedEvent): TimelineEntry {
  const { procedure, names } = parts
  const { event } = opened
  const name = procedure.name
  const words = names.words[name]
  const shared = {
    seq: event.seq,
    at: event.at,
    event: event.type,
    by: byOf(parts, event),
    photos: evidenceIn(opened).map(parts.photo),
    open: opened.secret !== 'destroyed',
  }
  if (isFiled(event)) {
    const { stage } = event.body
    const sentence = filedSaid(event.body)
    const label = stageLabel(names.words, name, stage)
    const fields = event.body.channel === 'sensor' ? sensedIn(opened) : []
    return { ...shared, move: null, sentence, from: null, to: stage, toLabel: label, fields, basis: null }
  }
  const body = event.body as MovedBody
  const written = writtenIn(opened)
  const unit = unitMeant(body, written)
  return {
    ...shared,
    move: body.move,
    sentence: doneSaid(words?.moves[body.move], unit && names.unit(unit)),
    from: body.from,
    to: body.to,
    toLabel: stageLabel(names.words, name, body.to),
    fields: [
      ...(words ? fieldsOf(parts, words, body.move, written) : []),
      ...(body.under ? [matterField(names.matter(body.under.matter, body.under.matterVersion))] : []),
    ],
    basis: procedure.moves[body.move]?.basis ?? null,
  }
}

type MovedBody = Extract<CaseEvent['body'], { move: string }>

/** The unit a sentence is about: the one that was chosen, before the one the case goes to and the one that acted. */
const unitMeant = ({ unit, acted }: MovedBody, written: Told): string | null =>
  textOf(written.unit) ?? unit ?? acted?.unit ?? null

/** Which sensor, what it read, and by which rule it became a case. */
function sensedIn({ secret }: OpenedEvent): EntryField[] {
  const form = secret && secret !== 'destroyed' ? formOf(secret) : {}
  return Object.entries(sensedWords).flatMap(([name, label]) => {
    const value = textOf(form[name])
    return value === null ? [] : [{ name, label, value }]
  })
}

const matterField = (name: Said): EntryField => ({
  name: 'matter',
  label: anewWords.matter,
  value: name.zh,
  said: name,
})

function byOf({ procedure, names }: TimelineParts, { by, body }: CaseEvent): TimelineEntry['by'] {
  const acted = 'acted' in body ? body.acted : undefined
  if (by?.startsWith('staff_')) {
    const unitName = acted?.unit ? names.unit(acted.unit) : null
    return { kind: 'staff', id: by, name: names.staff(by), unitName, as: acted?.as ?? null }
  }
  const nobody = { id: null, name: null, unitName: null, as: acted?.as ?? null }
  if (by !== null) return { ...nobody, kind: 'applicant' }
  const byTime = 'move' in body && procedure.moves[body.move]?.by.includes('clock')
  return { ...nobody, kind: byTime ? 'time' : 'city' }
}

function fieldsOf(
  { procedure, names }: TimelineParts,
  words: ProcedureWords,
  move: string,
  written: Readonly<Record<string, Json>>,
): EntryField[] {
  const made = procedure.moves[move]
  const asked = made ? [...Object.keys(askedBy(made)), ...(made.compares ? comparedFields : [])] : []
  return asked.flatMap((field): EntryField[] => {
    const value = written[field]
    if (value === undefined || value === null || field === 'evidence') return []
    const { label, control, choices } = fieldWordsOf(words, move, field)
    const chosen: Said | undefined = choices?.[typeof value === 'boolean' ? yesOrNo(value) : String(value)]
    if (control === 'unit') return [{ name: field, label, value: names.unit(String(value)) }]
    if (control === 'staff') return [{ name: field, label, value: names.staff(String(value)) }]
    if (control === 'case') return [{ name: field, label, value: names.number(String(value)), case: String(value) }]
    const spot = control === 'spot' ? spotOf(value) : null
    if (spot) return [{ name: field, label, value: spotText(spot) }]
    const text = typeof value === 'string' ? maskPersonal(value) : String(value)
    return [{ name: field, label, value: text, ...(chosen && { said: chosen }) }]
  })
}

const yesOrNo = (is: boolean): string => (is ? 'yes' : 'no')

type Told = Readonly<Record<string, Json>>

/** A place as a person can check it: degrees, and how wrong the device may be. */
const spotText = ({ lng, lat, accuracy }: Spot): string =>
  `${lng.toFixed(6)}, ${lat.toFixed(6)}${accuracy === undefined ? '' : ` ±${Math.round(accuracy)} m`}`

/** What was told at the filing, the contact covered. A destroyed key leaves the frame without the words. */
export function toldView(filed: OpenedEvent | undefined, labelOf: (field: string) => Said): ToldView {
  const told = filed?.secret
  if (!told || told === 'destroyed') {
    const contact = { name: null, phone: null }
    return { state: 'destroyed', title: '', text: '', place: null, happenedAt: null, contact, form: [] }
  }
  const { name, phone } = contactOf(told)
  return {
    state: 'open',
    title: maskPersonal(textOf(told.title) ?? ''),
    text: maskPersonal(textOf(told.text) ?? ''),
    place: textOf(told.place),
    happenedAt: textOf(formOf(told).happenedAt) ?? textOf(formOf(told).happenedOn),
    contact: { name: name && maskName(name), phone: phone && maskNumber(phone) },
    form: Object.entries(formOf(told)).flatMap(([field, value]) =>
      shownElsewhere.includes(field) || typeof value === 'object'
        ? []
        : [{ name: field, label: labelOf(field), value: maskPersonal(String(value)) }],
    ),
  }
}

const shownElsewhere = ['happenedAt', 'happenedOn', 'title', 'text', 'place', 'photos']

const textOf = (value: Json | undefined): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** Name and telephone as they were left. */
export function contactOf(told: Told): { readonly name: string | null; readonly phone: string | null } {
  const { contact } = told
  if (typeof contact !== 'object' || contact === null || Array.isArray(contact)) return { name: null, phone: null }
  const { name, phone } = contact as Told
  return { name: textOf(name), phone: textOf(phone) }
}

/** The answers to the matter's own form. */
export function formOf({ form }: Told): Told {
  return typeof form === 'object' && form !== null && !Array.isArray(form) ? (form as Told) : {}
}

const labelled = (field: string): Said | undefined => sensedWords[field as keyof typeof sensedWords]

/** The label a form gives a field, else its name. */
export const formLabel =
  (form: { readonly properties?: Readonly<Record<string, { title?: string; 'x-title-en'?: string }>> }) =>
  (field: string): Said => {
    const { title, 'x-title-en': en = title ?? field } = form.properties?.[field] ?? {}
    return title === undefined ? (labelled(field) ?? said(field, field)) : said(title, en)
  }
