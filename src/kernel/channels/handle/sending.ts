import type { Sent } from '../../../platform/mail/sent.ts'
import type { Instant } from '../../../platform/time.ts'
import type { Setting } from '../model/notices.ts'
import { MOST_TRIES, nextTry, planFor, type SendPlan, staysInside } from '../rules/sending.ts'
import { render } from '../rules/wording.ts'
import { type ClaimedNotice, claimNotices, type Ending, endTry } from '../store/notices.ts'
import { getPreference, getSetting } from '../store/templates.ts'
import type { ChannelsParts } from './parts.ts'
import { type WordingBook, wordingBook } from './wordings.ts'

export type SenderParts = Pick<ChannelsParts, 'db' | 'clock' | 'templates' | 'sendSms' | 'sendMail' | 'reach'>

/** One notice that could not even be tried, for the log of the server: never who it was for or what it said. */
export type SendTrouble = { readonly notice: string; readonly error: unknown }

export type SendingOptions = {
  readonly onTrouble?: (trouble: SendTrouble) => void
  /** How many are claimed at a time, and how many of them are sent at once. */
  readonly batch?: number
  readonly parallel?: number
  readonly leaseMs?: number
  /** Batches after which the job gives others a turn. */
  readonly rounds?: number
}

/** How many ended in which way. */
export type SendingTally = Record<Ending['to'], number>

/**
 * Sends what is due, until nothing is. Claims rows, so several processes may run it at once; a process that dies leaves
 * a lease that runs out. One notice that goes wrong does not hold up the next.
 */
export async function sendDueNotices(parts: SenderParts, options: SendingOptions = {}): Promise<SendingTally> {
  const { batch = 100, parallel = 4, leaseMs = 120_000, rounds = 50, onTrouble = () => undefined } = options
  const tally: SendingTally = { sent: 0, left: 0, wait: 0, again: 0, dead: 0 }
  const districts = districtFacts(parts)
  for (let round = 0; round < rounds; round++) {
    const claimed = await claimNotices(parts.db, { now: parts.clock.now(), limit: batch, leaseMs })
    const queue = claimed.values()
    const worker = async () => {
      for (const notice of queue) {
        const ending = await endingOf(parts, notice, districts).catch((error): Ending => {
          onTrouble({ notice: notice.id, error })
          return failedEnding(notice, parts.clock.now(), 'unreachable', false)
        })
        await endTry(parts.db, notice, ending)
        tally[ending.to]++
      }
    }
    await Promise.all(Array.from({ length: Math.min(parallel, claimed.length) }, worker))
    if (claimed.length < batch) break
  }
  return tally
}

type Facts = { readonly book: WordingBook; readonly setting: Setting }

/** Words and settings of each district, read once per run. */
function districtFacts(parts: SenderParts): (district: string) => Promise<Facts> {
  const known = new Map<string, Promise<Facts>>()
  const read = async (district: string): Promise<Facts> => {
    const [book, setting] = await Promise.all([wordingBook(parts, district), getSetting(parts.db, district)])
    return { book, setting }
  }
  return (district) => {
    const facts = known.get(district) ?? read(district)
    known.set(district, facts)
    return facts
  }
}

async function endingOf(
  parts: SenderParts,
  notice: ClaimedNotice,
  districts: (district: string) => Promise<Facts>,
): Promise<Ending> {
  const { district, to } = notice
  const { book, setting } = await districts(district)
  const now = parts.clock.now()
  const template = book.known(notice.template)
  if (template === null) return { to: 'dead', at: now, outcome: 'no-such-template' }
  const stays = staysInside(notice, template, now)
  if (stays !== null || to.kind === 'unit') return { to: 'left', at: now, outcome: stays ?? 'unit-inbox' }
  if (notice.attempts > MOST_TRIES) return { to: 'dead', at: now, outcome: 'unreachable' }
  const person = { district, kind: to.kind, id: to.id }
  const [preference, reached] = await Promise.all([getPreference(parts.db, person), parts.reach(person)])
  const open = { ...setting, sms: setting.sms && parts.sendSms !== null, mail: setting.mail && parts.sendMail !== null }
  const plan = planFor(notice, { now, template, setting: open, preference, reached })
  if (plan.do === 'wait') return { to: 'wait', until: plan.until, outcome: 'waiting-for-morning' }
  if (plan.do === 'leave') return { to: 'left', at: now, outcome: plan.outcome }
  const wording = book.at(notice.template, notice.at)
  const { title, text, missing } = render(wording, notice.params, { tongue: preference.tongue })
  if (missing.length > 0) return { to: 'dead', at: now, outcome: 'params-missing' }
  const sent = await handOver(parts, plan, { id: notice.id, title, text })
  if (sent.ok) return { to: 'sent', at: now, medium: plan.medium }
  return failedEnding(notice, now, sent.refusal, sent.lasting)
}

function failedEnding(
  { attempts }: ClaimedNotice,
  now: Instant,
  outcome: Extract<Sent, { ok: false }>['refusal'],
  lasting: boolean,
): Ending {
  const due = lasting ? null : nextTry(now, attempts)
  return due === null ? { to: 'dead', at: now, outcome } : { to: 'again', due, outcome }
}

type Letter = { readonly id: string; readonly title: string; readonly text: string }

function handOver(
  parts: SenderParts,
  plan: Extract<SendPlan, { do: 'send' }>,
  { id, title, text }: Letter,
): Promise<Sent> {
  const closed: Sent = { ok: false, refusal: 'misconfigured', lasting: false }
  if (plan.medium === 'sms') return parts.sendSms?.({ id, to: plan.to, text }) ?? Promise.resolve(closed)
  return parts.sendMail?.({ id, to: plan.to, subject: title, text }) ?? Promise.resolve(closed)
}
