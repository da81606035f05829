import type { ReachOf } from '../kernel/channels/model/notices.ts'
import { activeSubscriptions } from '../kernel/channels/store/hooks.ts'
import { residentsFacts } from '../kernel/people/handle/residents.ts'
import type { PersonId, SendCode } from '../kernel/people/model.ts'
import { hasPartners } from '../modules/exchange/store/partners.ts'
import type { Config } from '../platform/config/config.ts'
import type { Db } from '../platform/db/db.ts'
import { sortableId } from '../platform/ids.ts'
import { gatewaySms } from '../platform/mail/gateway.ts'
import { outboundAsk, outboundPost } from '../platform/mail/outbound.ts'
import { recordingPost } from '../platform/mail/recorder.ts'
import type { SendSms } from '../platform/mail/sent.ts'
import { smtpMail } from '../platform/mail/smtp.ts'
import type { Clock } from '../platform/time.ts'
import { codeText } from './words.ts'

/** The doors through which words leave the city. In the demo, where no gateway is named, they are written down instead. */
export function openForeignDoors({ config, clock }: { readonly config: Config; readonly clock: Clock }) {
  const guard = { hosts: config.outboundHosts, loopback: config.demo }
  const post = outboundPost(guard)
  const ask = outboundAsk(guard)
  const recorder = config.demo ? recordingPost(clock) : null
  const mail = config.smtp === null ? null : smtpMail({ ...config.smtp, timeoutMs: 20_000 })
  const sendSms = config.sms === null ? (recorder?.sendSms ?? null) : gatewaySms(config.sms, post, clock)
  return {
    guard,
    post,
    ask,
    sendSms,
    sendMail: mail?.sendMail ?? recorder?.sendMail ?? null,
    sendCode: codesBy(sendSms, clock),
    recorded: recorder?.sent ?? null,
    close: async () => mail?.[Symbol.asyncDispose](),
  }
}

/** One-time codes go out at once and are kept nowhere. Throws when no door takes them: the resident must hear of it. */
const codesBy =
  (sendSms: SendSms | null, clock: Clock): SendCode =>
  async (phone, code) => {
    if (sendSms === null) throw new Error('no SMS gateway is configured')
    const sent = await sendSms({ id: `sms_${sortableId(clock.now())}`, to: phone, text: codeText(code) })
    if (!sent.ok) throw new Error(`the code was not sent: ${sent.refusal}`)
  }

/** Where residents can be reached: as they told us when they signed in. Staff are told in their inbox. */
export const reachResidents =
  (parts: Parameters<typeof residentsFacts>[0]): ReachOf =>
  async (people) => {
    const residents = people.filter(({ kind }) => kind === 'resident')
    const phones = new Map<string, string>()
    for (const district of new Set(residents.map((person) => person.district))) {
      const ids = residents.filter((person) => person.district === district).map(({ id }) => id as PersonId)
      const facts = await residentsFacts(parts, district, ids)
      for (const [at, id] of ids.entries()) {
        const phone = facts[at]?.phone
        if (phone !== undefined) phones.set(`${district} ${id}`, phone)
      }
    }
    return people.map(({ district, id }) => {
      const phone = phones.get(`${district} ${id}`)
      return phone === undefined ? {} : { phone }
    })
  }

const hasListeners = async (db: Db, district: string): Promise<boolean> =>
  (await activeSubscriptions(db, district)).length > 0 || hasPartners(db, district)

const BELIEVED = 5_000

/**
 * Whether somebody outside has subscribed to a district's news: what was known a moment ago, asked anew behind it.
 * Until it is known, yes: a message that nobody wants costs less than one that is missing.
 */
export function subscribersOf(db: Db, onTrouble: (error: unknown) => void, ticks = () => performance.now()) {
  const known = new Map<string, { readonly at: number; readonly some: boolean }>()
  const ask = async (district: string) => {
    try {
      known.set(district, { at: ticks(), some: await hasListeners(db, district) })
    } catch (error) {
      onTrouble(error)
    }
  }
  return (district: string): boolean => {
    const last = known.get(district)
    if (last === undefined || ticks() - last.at > BELIEVED) {
      known.set(district, { at: ticks(), some: last?.some ?? true })
      void ask(district)
    }
    return last?.some ?? true
  }
}
