import type { Clock, Instant } from '../time.ts'
import { type Mail, type SendMail, type SendSms, type Sms, taken } from './sent.ts'

/** One message that went nowhere but into the log of the demo. */
export type Recorded = { readonly at: Instant; readonly medium: 'sms' | 'mail' } & (Sms | Mail)

/**
 * The recording fake of both foreign doors, for the demo and for tests: what was sent can be read, newest first.
 * It keeps the last messages in memory alone; a message given twice under one id is kept once.
 */
export function recordingPost(clock: Clock, keepAtMost = 500) {
  const kept = new Map<string, Recorded>()
  const keep = (message: Recorded) => {
    if (!kept.has(message.id)) kept.set(message.id, message)
    const oldest = kept.keys().next().value
    if (kept.size > keepAtMost && oldest !== undefined) kept.delete(oldest)
    return Promise.resolve(taken)
  }
  const sendSms: SendSms = (sms) => keep({ ...sms, at: clock.now(), medium: 'sms' })
  const sendMail: SendMail = (mail) => keep({ ...mail, at: clock.now(), medium: 'mail' })
  return { sendSms, sendMail, sent: (): readonly Recorded[] => [...kept.values()].reverse() }
}
