/**
 * What came of handing something to a foreign door. `lasting` means that trying again cannot help
 * (no such number, address refused). The refusal is a code, never the foreign door's own words: those may name people.
 */
export type Sent =
  | { readonly ok: true }
  | { readonly ok: false; readonly refusal: SendRefusal; readonly lasting: boolean }

export type SendRefusal = 'unreachable' | 'timed-out' | 'turned-away' | 'busy' | 'misconfigured'

export type Sms = { readonly id: string; readonly to: string; readonly text: string }
export type Mail = { readonly id: string; readonly to: string; readonly subject: string; readonly text: string }

/** Ports: never throw; the same `id` given twice is the same message. */
export type SendSms = (sms: Sms) => Promise<Sent>
export type SendMail = (mail: Mail) => Promise<Sent>

export const taken: Sent = { ok: true }
export const notTaken = (refusal: SendRefusal, lasting = false): Sent => ({ ok: false, refusal, lasting })
