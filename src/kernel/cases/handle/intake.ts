import type { Json } from '../../../platform/canonical.ts'
import { checkForm } from '../../../platform/forms/check.ts'
import { tidied } from '../../../platform/forms/tidy.ts'
import { isLngLat } from '../../../platform/geo/shapes.ts'
import { malformed } from '../../../platform/http/malformed.ts'
import { type Refused, refused } from '../../../platform/http/problem.ts'
import type { Instant } from '../../../platform/time.ts'
import { cleanLine, cleanText } from '../../channels/rules/text.ts'
import type { Matter } from '../../matters/model.ts'
import { categoryTree, pathOf, pathText } from '../../matters/rules/categories.ts'
import { matterByWords, matterOfCategory } from '../../matters/rules/choose.ts'
import { categoriesOf } from '../../matters/store/categories.ts'
import { whoIsResponsible } from '../../organisations/rules/duties.ts'
import type { PersonId, StaffId } from '../../people/model.ts'
import { isDay } from '../../worktime/rules/days.ts'
import { localDay } from '../../worktime/rules.ts'
import { type Actor, type CaseId, type CaseState, type Channel, districtOf, type Told } from '../model/case.ts'
import { wereSentBy } from '../store/photos.ts'
import { emptyWords, happenedWords } from '../words/doors.ts'
import type { Filed, NewCase } from './cases.ts'
import type { CaseDoorParts } from './door-parts.ts'
import { mattersNow } from './offers.ts'
import { isElsewhere, type Point, whereFor } from './whereabouts.ts'

/** What somebody told at an intake door, as it came. */
export type Message = {
  readonly matter?: string
  readonly title: string
  readonly text: string
  readonly category?: string
  readonly place?: string
  readonly area?: string
  /** Where it is, WGS84; else what the form's own place says. */
  readonly point?: Point
  readonly happenedAt?: string
  readonly photos?: readonly string[]
  readonly form?: Readonly<Record<string, unknown>>
}

export type Intake = {
  readonly district: string
  readonly message: Message
  readonly contact: { readonly name?: string; readonly phone?: string }
  readonly applicant: PersonId | null
  readonly channel: Channel
  readonly by: string
  readonly enteredBy: StaffId | null
  readonly key: string | null
  /** Given where the id was promised before. */
  readonly id?: CaseId
  /**
   * What of the matter's form must hold: the whole of it, or its own fields only, where the door has asked for title,
   * text and place in its own way. Where nobody chose the matter, nothing is missed.
   */
  readonly form?: 'whole' | 'own-fields'
}

/** A message that may be filed as it stands. */
export type Ready = { readonly ok: true; readonly filing: NewCase; readonly matter: Matter }

/**
 * Cleans a message, finds its matter and its place, and checks the matter's form; files nothing. Throws what the error
 * page calls malformed.
 */
export async function makeReady(parts: CaseDoorParts, intake: Intake): Promise<Ready | Refused> {
  const { db, clock, directory } = parts
  const { district, contact } = intake
  const at = clock.now()
  const message = cleanMessage(intake.message)
  assertHappened(message.happenedAt, at)
  const found = await matterFor(parts, district, message, at)
  if ('refusal' in found) return found
  const { matter, chosen } = found
  const form = formOf(matter, message, chosen ? (intake.form ?? 'whole') : 'what-is-given')
  const point = message.point ?? pointIn(message.form)
  const words = `${message.place ?? ''} ${message.title} ${message.text}`
  const [category, where, areSent, duties] = await Promise.all([
    categoryFor(parts, district, message.category, matter),
    whereFor(db, district, { named: message.area, words, point, day: localDay(at) }),
    wereSentBy(db, district, intake.by, message.photos ?? []),
    directory.duties(district),
  ])
  if (category === null) return refused('no-such-category')
  if (where === 'unknown') return refused('no-such-area')
  if (message.point && (await isElsewhere(db, district, message.point, localDay(at)))) return refused('place-elsewhere')
  if (!areSent) return refused('no-such-photo')
  const told: Told = {
    title: message.title,
    text: message.text,
    ...(message.place && { place: message.place }),
    ...(message.point && { point: message.point }),
    ...(contact.name || contact.phone ? { contact } : {}),
    ...(Object.keys(form).length > 0 && { form }),
  }
  const { applicant, channel, by, enteredBy, key } = intake
  const filing = {
    ...(intake.id && { id: intake.id }),
    district,
    matter,
    told,
    at,
    by,
    key,
    applicant,
    channel,
    enteredBy,
    parent: null,
    leadUnit: null,
    category,
    ...where,
    unit: whoIsResponsible({ category: [], area: [] }, duties)?.unit ?? null,
    evidence: message.photos ?? [],
  }
  return { ok: true, filing, matter }
}

/** Takes a message in and files it with the fallback desk, which always exists. Throws as `makeReady` does. */
export async function takeIn(parts: CaseDoorParts, intake: Intake): Promise<(Filed & { matter: Matter }) | Refused> {
  const ready = await makeReady(parts, intake)
  if (!ready.ok) return ready
  const { filing, matter } = ready
  const filed = await parts.engine.cases.file(filing)
  if (!filed.ok) return refused(filed.refusal)
  return { ...filed, state: await alarmed(parts, filed.state, filing.told), matter }
}

/** The point that the place of a form holds, as the place field and other systems write it. */
function pointIn(form: Message['form']): Point | undefined {
  const place = form?.place
  if (typeof place !== 'object' || place === null || !('lng' in place) || !('lat' in place)) return undefined
  const { lng, lat } = place
  return typeof lng === 'number' && typeof lat === 'number' && isLngLat(lng, lat) ? { lng, lat } : undefined
}

/** What cannot wait is marked before its sender has his receipt; asked twice, it is marked once. */
async function alarmed({ engine, clock, alarmOf }: CaseDoorParts, state: CaseState, told: Told): Promise<CaseState> {
  if (!alarmOf || !engine.cases.procedureOf(state).moves.raiseAlarm) return state
  const reason = await alarmOf(districtOf(state.id), told)
  if (reason === null) return state
  const by: Actor = { id: null, unit: null, roles: new Set(['system']) }
  const raised = await engine.cases.move(state.id, { move: 'raiseAlarm', at: clock.now(), by, fields: { reason } })
  return raised.ok ? raised.state : state
}

function cleanMessage({ title, text, place, ...rest }: Message): Message {
  const line = cleanLine(title)
  const body = cleanText(text)
  const where = place === undefined ? null : cleanLine(place)
  const fields = [
    ...(line.ok && line.text.length > 1 ? [] : ['/title']),
    ...(body.ok && body.text.length > 1 ? [] : ['/text']),
  ]
  if (fields.length > 0 || !line.ok || !body.ok) throw tooShort(fields)
  return { ...rest, title: line.text, text: body.text, ...(where?.ok && where.text !== '' && { place: where.text }) }
}

/** Throws where something is said to have happened on no day at all, or on one that is still to come. */
function assertHappened(happenedAt: string | undefined, now: Instant): void {
  if (happenedAt === undefined) return
  const isDayOf = isDay(happenedAt) && happenedAt <= localDay(now)
  const isInstantOf = /^\d{4}-\d{2}-\d{2}T/.test(happenedAt) && Date.parse(happenedAt) <= Date.parse(now)
  if (!isDayOf && !isInstantOf) throw malformed([{ in: 'body', pointer: '/happenedAt', ...happenedWords }])
}

/** A text of which nothing is left once what cannot be seen is gone is as good as none. */
const tooShort = (pointers: readonly string[]) =>
  malformed(pointers.map((pointer) => ({ in: 'body', pointer, ...emptyWords })))

async function matterFor(
  { db, offered, fallbackMatter }: CaseDoorParts,
  district: string,
  { matter, title, text, category }: Message,
  at: Instant,
): Promise<{ matter: Matter; chosen: boolean } | Refused> {
  const all = await mattersNow(db, district, localDay(at))
  const open = all.filter(({ procedure }) => offered.includes(procedure))
  const named = matter === undefined ? undefined : open.find(({ id }) => id === matter)
  if (matter !== undefined) return named ? { matter: named, chosen: true } : refused('matter-not-offered')
  const spoken = matterByWords(open, { title, text }) ?? open.find(({ id }) => id === fallbackMatter) ?? open[0]
  // Who names a category has said under which matter it belongs; where none covers it, the words decide.
  const owner = category && spoken ? matterOfCategory(open, pathOf(category), spoken) : null
  const found = owner ?? spoken
  return found ? { matter: found, chosen: false } : refused('matter-not-offered')
}

/**
 * The fields of the matter's own form. Who chose the matter himself has seen its form and must have filled it in;
 * for whom it was found by his words, what is given is checked and nothing is missed.
 */
function formOf(
  matter: Matter,
  { title, text, place, happenedAt, photos, form = {} }: Message,
  asks: 'whole' | 'own-fields' | 'what-is-given',
) {
  const own = tidied(form) as Readonly<Record<string, Json>>
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(happenedAt ?? '')
  const known = matter.form.properties ?? {}
  const rest: Record<string, Json | undefined> = { ...own }
  if (happenedAt !== undefined) rest[isDay && 'happenedOn' in known ? 'happenedOn' : 'happenedAt'] = happenedAt
  const { happenedAt: _free, ...checked } = rest
  const whole = {
    title,
    text,
    ...(place && 'place' in known && own.place === undefined && { place: { address: place } }),
    ...(photos && 'photos' in known && { photos }),
    ...checked,
  }
  const problems = checkForm(matter.form, whole).filter(
    ({ code, path }) => asks === 'whole' || (isOwnField(path) && (asks === 'own-fields' || code !== 'missing')),
  )
  if (problems.length > 0)
    throw malformed(problems.map(({ path, said }) => ({ in: 'body', pointer: pointerOf(path), ...said })))
  return rest as Record<string, Json>
}

const isOwnField = (path: string): boolean => !['title', 'text', 'place'].includes(path.split('/')[1] ?? '')

/** Fields that the door itself asks for keep their own place; the others stand under `form`. */
const pointerOf = (path: string): string => {
  const [, first = ''] = path.split('/')
  if (first === 'place') return '/place'
  if (first === 'happenedOn') return '/happenedAt'
  return ['title', 'text', 'photos'].includes(first) ? path : `/form${path}`
}

async function categoryFor({ db }: CaseDoorParts, district: string, given: string | undefined, matter: Matter) {
  if (given === undefined) return pathText(matter.category)
  const tree = categoryTree(await categoriesOf(db, district))
  const node = tree.find(pathOf(given))
  const path = node && tree.pathOf(node.id)
  return path ? pathText(path) : null
}
