import { createHmac } from 'node:crypto'
import type { Clock } from '../time.ts'
import type { Posted, PostOut } from './outbound.ts'
import { notTaken, type SendSms, type Sent, taken } from './sent.ts'

/** An SMS gateway reached over HTTP: the account, the secret that signs, and the signature that opens each message. */
export type SmsGateway = {
  readonly url: string
  readonly app: string
  readonly secret: string
  /** The sender as it stands before the text: 【…】 is put round it. */
  readonly sender: string
}

/**
 * Sends by `POST {id, to, text}` with `x-app`, `x-timestamp` (seconds) and `x-signature`, which is the hexadecimal
 * HMAC-SHA256 of `timestamp.body`. Taken: 2xx, and no `ok: false` in the answer. 4xx lasts; 429, 408 and 5xx may be tried again.
 */
export const gatewaySms =
  (gateway: SmsGateway, post: PostOut, clock: Clock): SendSms =>
  async ({ id, to, text }) => {
    const seconds = Math.floor(Date.parse(clock.now()) / 1_000)
    const body = JSON.stringify({ id, to, text: `【${gateway.sender}】${text}` })
    const signature = createHmac('sha256', gateway.secret).update(`${seconds}.${body}`).digest('hex')
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'x-app': gateway.app,
      'x-timestamp': String(seconds),
      'x-signature': signature,
    }
    return sentBy(await post({ url: gateway.url, headers, body }))
  }

function sentBy(posted: Posted): Sent {
  if (!posted.ok) {
    if (posted.refusal === 'timed-out' || posted.refusal === 'unreachable') return notTaken(posted.refusal)
    return notTaken('misconfigured')
  }
  if (posted.status >= 200 && posted.status < 300) return saysNo(posted.answer) ? notTaken('turned-away', true) : taken
  if (posted.status === 401 || posted.status === 403 || posted.status === 404) return notTaken('misconfigured')
  const lasting = posted.status < 500 && posted.status !== 429 && posted.status !== 408
  return notTaken(lasting ? 'turned-away' : 'busy', lasting)
}

const saysNo = (answer: string): boolean => /"ok"\s*:\s*false/.test(answer)
