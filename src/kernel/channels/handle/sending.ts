import type { Sent } from '../../../platform/mail/sent.ts'
import type { Instant } from '../../../platform/time.ts'
import type { Person, Preference, Reached, Setting } from '../model/notices.ts'
import { MOST_TRIES, nextTry, planFor, type SendPlan, staysInside } from '../rules/sending.ts'
import { render } from '../rules/wording.ts'
import { type ClaimedNotice, claimNotices, type EndedTry, type Ending, endTries } from '../store/notices.ts'
import { getSetting, preferencesOf } from '../store/templates.ts'
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
    const known = await peopleOf(parts, claimed)
    const endings = gathering<EndedTry>((tries) => endTries(parts.db, tries))
    const queue = claimed.values()
    const worker = async () => {
      for (const notice of queue) {
        const ending = await endingOf(parts, notice, { districts, known }).catch((error): Ending => {
          onTrouble({ notice: notice.id, error })
          return failedEnding(notice, parts.clock.now(), 'unreachable', false)
        })
        endings.add({ notice, ending })
        tally[ending.to]++
      }
    }
    await Promise.all(Array.from({ length: Math.min(parallel, claimed.length) }, worker))
    await endings.done()
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

type Known = { readonly preference: Preference; readonly reached: Reached }
type KnownPeople = (person: Person) => Promise<Known>

/** Preferences and addresses of a whole batch in two questions; where one of them cannot be opened, each by himself. */
async function peopleOf(parts: SenderParts, claimed: readonly ClaimedNotice[]): Promise<KnownPeople> {
  const ask = async (people: readonly Person[]): Promise<Known[]> => {
    const [preferences, reached] = await Promise.all([preferencesOf(parts.db, people), parts.reach(people)])
    return preferences.map((preference, at) => ({ preference, reached: reached[at] ?? {} }))
  }
  const wanted = new Map(claimed.flatMap(({ district, to }) => personOf(district, to)).map((one) => [nameOf(one), one]))
  const people = [...wanted.values()]
  const known = new Map<string, Known>()
  const together = people.length === 0 ? [] : await ask(people).catch((): Known[] => [])
  for (const [at, person] of people.entries()) {
    const found = together[at]
    if (found) known.set(nameOf(person), found)
  }
  return async (person) => known.get(nameOf(person)) ?? ((await ask([person]))[0] as Known)
}

const personOf = (district: string, to: ClaimedNotice['to']): Person[] =>
  to.kind === 'unit' ? [] : [{ district, kind: to.kind, id: to.id }]
const nameOf = ({ district, kind, id }: Person): string => `${district} ${kind} ${id}`

/** Writes what is added while the last write runs all together: many writes become few, and none waits for company. */
function gathering<Item>(write: (items: readonly Item[]) => Promise<void>) {
  let waiting: Item[] = []
  let running: Promise<void> = Promise.resolve()
  let scheduled = false
  const flush = async () => {
    scheduled = false
    const items = waiting
    waiting = []
    await write(items)
  }
  return {
    add(item: Item) {
      waiting.push(item)
      if (scheduled) return
      scheduled = true
      running = running.then(flush)
      running.catch(() => {}) // `done` hears of it
    },
    done: () => running,
  }
}

async function endingOf(
  parts: SenderParts,
  notice: ClaimedNotice,
  { districts, known }: { districts: (district: string) => Promise<Facts>; known: KnownPeople },
): Promise<Ending> {
  const { district, to } = notice
  const { book, setting } = await districts(district)
  const now = parts.clock.now()
  const template = book.known(notice.template)
  if (template === null) return { to: 'dead', at: now, outcome: 'no-such-template' }
  const stays = staysInside(notice, template, now)
  if (stays !== null || to.kind === 'unit') return { to: 'left', at: now, outcome: stays ?? 'unit-inbox' }
  if (notice.attempts > MOST_TRIES) return { to: 'dead', at: now, outcome: 'unreachable' }
  const { preference, reached } = await known({ district, kind: to.kind, id: to.id })
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
