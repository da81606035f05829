import { type Static, Type } from 'typebox'
import type { Instant } from '../../../platform/time.ts'
import type { Said, Tongue } from '../../../platform/words.ts'

export type NoticeId = string
export const addresseeKinds = ['resident', 'staff', 'unit'] as const
/** To whom: a person, or whoever works in a unit. */
export type Addressee = { readonly kind: (typeof addresseeKinds)[number]; readonly id: string }

/** Every notice lies in the inbox; the other two come on top. */
export const media = ['inbox', 'sms', 'mail'] as const
export type Medium = (typeof media)[number]

/**
 * What a notice may name, and how each is shown. Nothing here says who somebody is or what he asked for;
 * a `secret` is shown to the addressee alone, never in the log; an id where a `name` should stand is not said at all.
 */
export const paramKinds = {
  number: 'text',
  code: 'secret',
  matter: 'text',
  unit: 'name',
  level: 'text',
  name: 'text',
  days: 'text',
  due: 'moment',
  until: 'moment',
} as const satisfies Record<string, 'text' | 'name' | 'secret' | 'moment'>
export type ParamName = keyof typeof paramKinds
export type NoticeParams = { readonly [name: string]: string | number | boolean | null | undefined }

export type Wording = { readonly title: Said; readonly text: Said }

/** A notice's words as the house brings them; `{number}` is filled in, `[… {due} …]` left out when there is no due. */
export type TemplateWords = Wording & {
  readonly to: 'resident' | 'staff'
  /** Without these it says nothing; they must stand outside brackets. */
  readonly must: readonly ParamName[]
  readonly may: readonly ParamName[]
  /** Also by SMS or mail, where the addressee wants it; otherwise the inbox alone. */
  readonly goesOut: boolean
}

/** The wording of one key in one district. Version 0 is what the house came with. */
export type Template = TemplateWords & {
  readonly key: string
  readonly version: number
  readonly since: Instant | null
  readonly by: string | null
}

/** Why an edited wording cannot be used. */
export type WordingFault =
  | { readonly fault: 'unknown-param'; readonly name: string }
  | { readonly fault: 'must-missing'; readonly name: ParamName }
  | { readonly fault: 'bracket-unpaired' }
  | { readonly fault: 'secret-in-title' }
export type PlacedFault = WordingFault & { readonly part: 'title' | 'text'; readonly tongue: Tongue }

/** What came of sending: kept with the notice and shown in the log. */
export const outcomes = [
  'sent',
  'inbox-only',
  'too-late',
  'not-wanted',
  'no-address',
  'unit-inbox',
  'waiting-for-morning',
  'switched-off',
  'no-such-template',
  'params-missing',
  'unreachable',
  'timed-out',
  'turned-away',
  'busy',
  'misconfigured',
] as const
export type Outcome = (typeof outcomes)[number]

/** A notice as it is stored. */
export type Notice = {
  readonly district: string
  readonly id: NoticeId
  readonly to: Addressee
  readonly template: string
  readonly params: NoticeParams
  readonly caseId: string | null
  readonly at: Instant
  readonly readAt: Instant | null
  readonly sentAt: Instant | null
  readonly medium: Medium | null
  readonly outcome: string | null
  readonly attempts: number
  readonly due: Instant | null
  readonly deadAt: Instant | null
}

export type Preference = { readonly sms: boolean; readonly mail: boolean; readonly tongue: Tongue }
export const defaultPreference: Preference = { sms: true, mail: false, tongue: 'zh' }

/** Hours of the city's day in which no SMS goes out, `21:00` to `08:00`; equal hours mean none. */
export type QuietHours = { readonly from: string; readonly to: string }
export type Setting = { readonly sms: boolean; readonly mail: boolean; readonly quiet: QuietHours }
export const defaultSetting: Setting = { sms: true, mail: true, quiet: { from: '21:00', to: '08:00' } }

/** Where somebody can be reached; opened when something is sent, never kept and never logged. */
export type Reached = { readonly phone?: string; readonly mail?: string }
export type Person = { readonly district: string; readonly kind: 'resident' | 'staff'; readonly id: string }
/** For each in the order given; nothing for who is unknown or forgotten. */
export type ReachOf = (people: readonly Person[]) => Promise<readonly Reached[]>

const TimeOfDay = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', title: '时刻' })
export const PreferenceBody = Type.Object(
  { sms: Type.Boolean(), mail: Type.Boolean(), tongue: Type.Enum(['zh', 'en']) },
  { additionalProperties: false },
)
export const SettingBody = Type.Object(
  { sms: Type.Boolean(), mail: Type.Boolean(), quiet: Type.Object({ from: TimeOfDay, to: TimeOfDay }) },
  { additionalProperties: false },
)
const Words = (maxLength: number, title: string) =>
  Type.Object({
    zh: Type.String({ minLength: 1, maxLength, title }),
    en: Type.String({ minLength: 1, maxLength: maxLength * 3, title: `${title} (English)` }),
  })
export const WordingBody = Type.Object(
  {
    title: Words(40, '标题'),
    text: Words(300, '正文'),
    /** The version that was edited; another meanwhile, and nothing is overwritten. */
    after: Type.Integer({ minimum: 0 }),
  },
  { additionalProperties: false },
)
export type WordingBody = Static<typeof WordingBody>
