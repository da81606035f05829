import { phoneOf } from '../../../kernel/people/rules/phone.ts'
import { localDay } from '../../../kernel/worktime/rules.ts'
import type { Json } from '../../../platform/canonical.ts'
import type { JsonSchema } from '../../../platform/forms/schema.ts'
import type { Said } from '../../../platform/words.ts'
import { type Attribute, DESCRIPTION_MOST, type Faults, type Posting } from '../model/georeport.ts'
import { georeportWords as words } from '../words/georeport.ts'
import { type Arguments, faultsOf, textOf } from './question.ts'
import { readW3 } from './w3-time.ts'

const ATTRIBUTE = /^attribute\[([^\]]{1,100})\](\[\d{0,3}\])?$/

const limits = {
  address_string: 200,
  address_id: 100,
  email: 200,
  first_name: 40,
  last_name: 40,
  phone: 40,
  account_id: 200,
  media_url: 1_000,
} as const

/** What somebody posted, or everything that is wrong with it beside its attributes. */
export function readPosting(given: Arguments): ({ readonly ok: true } & Posting) | Faults {
  const code = textOf(given, 'service_code')
  const said: Said[] = code === null ? [words.noServiceCode] : []
  const description = textOf(given, 'description') ?? ''
  if (description.length > DESCRIPTION_MOST) said.push(words.tooLong('description', DESCRIPTION_MOST))
  for (const [name, most] of Object.entries(limits))
    if ((textOf(given, name) ?? '').length > most) said.push(words.tooLong(name, most))
  const where = placeOf(given, said)
  const contact = contactOf(given, said)
  const mediaUrl = textOf(given, 'media_url')
  if (mediaUrl !== null && !isWebAddress(mediaUrl)) said.push(words.wrongUrl)
  if (said.length > 0 || code === null) return faultsOf(400, ...said)
  const accountId = textOf(given, 'account_id')
  return { ok: true, code, description, ...where, ...contact, mediaUrl, accountId, attributes: attributesIn(given) }
}

const isWebAddress = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)

function placeOf(given: Arguments, said: Said[]) {
  const degrees = (name: 'lat' | 'long', most: number) => {
    const text = textOf(given, name)
    if (text === null) return null
    const value = Number(text)
    if (Math.abs(value) <= most) return value
    said.push(words.wrongNumber(name, -most, most))
    return null
  }
  const has = (name: string) => textOf(given, name) !== null
  const addressString = textOf(given, 'address_string')
  const addressId = textOf(given, 'address_id')
  if (has('lat') !== has('long')) said.push(words.halfLocation)
  else if (!has('lat') && addressString === null && addressId === null) said.push(words.noLocation)
  return { lat: degrees('lat', 90), long: degrees('long', 180), addressString, addressId }
}

/** The family name stands first, as it is said here; letters that are not Chinese keep the order of their own tongue. */
function contactOf(given: Arguments, said: Said[]) {
  const first = textOf(given, 'first_name') ?? ''
  const last = textOf(given, 'last_name') ?? ''
  const isChinese = /\p{Script=Han}/u.test(first + last)
  const name = (isChinese ? `${last}${first}` : `${first} ${last}`).trim()
  const email = textOf(given, 'email')
  const phone = textOf(given, 'phone')
  if (email !== null && !/^[^\s@]+@[^\s@]+$/.test(email)) said.push(words.wrongEmail)
  if (phone !== null && !/^[+()\d\s.-]{3,40}$/.test(phone)) said.push(words.wrongPhone)
  return { name: name === '' ? null : name, phone, email }
}

/** A mainland mobile number, by which a person is known; null for any other. */
export const mobileOf = ({ phone }: Pick<Posting, 'phone'>): string | null => (phone === null ? null : phoneOf(phone))

/** `attribute[code]=value`, `attribute[code][]=value` several times, and in JSON `"attribute": {"code": …}`. */
function attributesIn(given: Arguments): Posting['attributes'] {
  const nested = given.attribute
  const flat = Object.entries(given).flatMap(([name, value]) => {
    const code = ATTRIBUTE.exec(name)?.[1]
    return code === undefined ? [] : [[code, value] as const]
  })
  const inside = typeof nested === 'object' && nested !== null ? Object.entries(nested) : []
  const found = new Map<string, string[]>()
  for (const [code, value] of [...flat, ...inside]) {
    const values = (Array.isArray(value) ? value : [value]).map((one) => String(one ?? '').trim())
    found.set(code, [...(found.get(code) ?? []), ...values.filter((one) => one !== '')])
  }
  return Object.fromEntries([...found].filter(([, values]) => values.length > 0))
}

export type Answers = { readonly ok: true; readonly form: Readonly<Record<string, Json>> } | Faults

/** The attributes as the matter's form wants them: numbers as numbers, days as days, choices by their keys. */
export function readAnswers(
  attributes: readonly Attribute[],
  form: JsonSchema,
  { attributes: given }: Posting,
): Answers {
  const said: Said[] = []
  const known = new Map(attributes.map((attribute) => [attribute.code, attribute]))
  for (const code of Object.keys(given)) if (!known.has(code)) said.push(words.attributeUnknown(code))
  const entries = attributes.flatMap((attribute): [string, Json][] => {
    const values = given[attribute.code]
    if (values === undefined) {
      if (attribute.required) said.push(words.noAttribute(attribute.code, attribute.description.zh))
      return []
    }
    const value = answerOf(attribute, form.properties?.[attribute.code]?.type, values, said)
    return value === null ? [] : [[attribute.code, value]]
  })
  return said.length > 0 ? faultsOf(400, ...said) : { ok: true, form: Object.fromEntries(entries) }
}

function answerOf(
  { code, datatype, values: choices }: Attribute,
  type: JsonSchema['type'],
  values: readonly string[],
  said: Said[],
): Json {
  const wrong = choices.length > 0 ? values.find((value) => !choices.some(({ key }) => key === value)) : undefined
  if (wrong !== undefined) said.push(words.attributeChoice(code, wrong))
  if (datatype === 'multivaluelist') return [...new Set(values)]
  const [value = '', ...more] = values
  if (more.length > 0) said.push(words.attributeOnce(code))
  if (type === 'boolean') return value === 'true'
  if (datatype === 'number') return numberOf(code, value, said)
  if (datatype !== 'datetime') return value
  const at = readW3(value, 'start')
  if (at === null) said.push(words.wrongTime(`attribute[${code}]`))
  return at === null ? null : localDay(at)
}

function numberOf(code: string, text: string, said: Said[]): number | null {
  const value = Number(text)
  if (Number.isFinite(value)) return value
  said.push(words.wrongNumber(`attribute[${code}]`, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER))
  return null
}
