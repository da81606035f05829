import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Instant } from '../../../platform/time.ts'

const STEP_SECONDS = 30
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** HOTP, RFC 4226 section 5.3: the dynamic truncation of HMAC-SHA-1, as so many digits. */
export function hotp(secret: Buffer, counter: number, digits = 6): string {
  const message = Buffer.alloc(8)
  message.writeBigUInt64BE(BigInt(counter))
  const mac = createHmac('sha1', secret).update(message).digest()
  const offset = (mac.at(-1) ?? 0) & 15
  const number = (mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits
  return String(number).padStart(digits, '0')
}

/** The step of time an instant lies in, RFC 6238 section 4: T0 = 0, X = 30 seconds. */
export const stepOf = (at: Instant): number => Math.floor(Date.parse(at) / 1000 / STEP_SECONDS)

export const totp = (secret: Buffer, at: Instant, digits = 6): string => hotp(secret, stepOf(at), digits)

/**
 * The step a code belongs to: this one, the last or the next (RFC 6238 section 5.2); null when none.
 * `usedStep` is the last step that was taken; it and all before it are refused, so no code works twice.
 */
export function acceptedStep(secret: Buffer, code: string, at: Instant, usedStep: number | null): number | null {
  const now = stepOf(at)
  const fitting = [now - 1, now, now + 1].filter((step) => sameText(hotp(secret, step), code))
  return fitting.find((step) => usedStep === null || step > usedStep) ?? null
}

/** Compares in the same time whatever the texts are; texts of different length differ. */
export function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

/** RFC 4648 section 6, without padding, as authenticator apps take it. */
export function base32(bytes: Buffer): string {
  let bits = ''
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => LETTERS[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

/** What the QR code says; `issuer` is the name the app shows. */
export const totpAddress = (issuer: string, account: string, secret: Buffer): string =>
  `otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(account)}?secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}`
