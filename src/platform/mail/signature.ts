import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** The three headers of the Standard Webhooks convention (standardwebhooks.com, version 1). */
export type SignedHeaders = {
  readonly 'webhook-id': string
  readonly 'webhook-timestamp': string
  readonly 'webhook-signature': string
}

const PREFIX = 'whsec_'
/** A message older or newer than this is refused, so that a recorded one cannot be played again. Seconds. */
const TOLERANCE = 300

/** A new signing secret: 32 bytes, `whsec_` and base64. */
export const newSigningSecret = (): string => PREFIX + randomBytes(32).toString('base64')

/**
 * Signs `id.timestamp.body` with HMAC-SHA256, once per secret: during a rotation the receiver may know either.
 * @param seconds since 1970, UTC
 */
export function signedHeaders(id: string, seconds: number, body: string, secrets: readonly string[]): SignedHeaders {
  const signatures = secrets.map((secret) => `v1,${signatureOf(id, seconds, body, secret)}`)
  return { 'webhook-id': id, 'webhook-timestamp': String(seconds), 'webhook-signature': signatures.join(' ') }
}

/** What a receiver does: whether one of the signatures is his secret's and the message is of now. */
export function isSigned(headers: SignedHeaders, body: string, secret: string, nowSeconds: number): boolean {
  const seconds = Number(headers['webhook-timestamp'])
  if (!Number.isInteger(seconds) || Math.abs(nowSeconds - seconds) > TOLERANCE) return false
  const ours = Buffer.from(signatureOf(headers['webhook-id'], seconds, body, secret))
  return headers['webhook-signature'].split(' ').some((part) => {
    const theirs = Buffer.from(part.replace(/^v1,/, ''))
    return part.startsWith('v1,') && theirs.length === ours.length && timingSafeEqual(theirs, ours)
  })
}

const signatureOf = (id: string, seconds: number, body: string, secret: string): string =>
  createHmac('sha256', Buffer.from(secret.replace(PREFIX, ''), 'base64'))
    .update(`${id}.${seconds}.${body}`)
    .digest('base64')
