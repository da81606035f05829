import { createTransport } from 'nodemailer'
import { notTaken, type SendMail, type SendRefusal, type Sent, taken } from './sent.ts'

/** A mail server. `secure` speaks TLS from the first byte (port 465); otherwise STARTTLS is used when it is offered. */
export type MailServer = {
  readonly host: string
  readonly port: number
  readonly secure: boolean
  /** Refuses to go on without STARTTLS; on unless the server stands on the same machine. */
  readonly requireTls: boolean
  readonly account: { readonly user: string; readonly password: string } | null
  /** The address it is sent from, `一网 <no-reply@yunxi.example>`. */
  readonly from: string
  readonly timeoutMs: number
}

/** Mail over SMTP (RFC 5321) with pooled connections. A 5xx answer to the recipient lasts, a 4xx may be tried again. */
export function smtpMail(server: MailServer): { sendMail: SendMail } & AsyncDisposable {
  const transport = createTransport({
    pool: true,
    maxConnections: 2,
    host: server.host,
    port: server.port,
    secure: server.secure,
    requireTLS: server.requireTls,
    connectionTimeout: server.timeoutMs,
    greetingTimeout: server.timeoutMs,
    socketTimeout: server.timeoutMs,
    ...(server.account === null ? {} : { auth: { user: server.account.user, pass: server.account.password } }),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const sendMail: SendMail = async ({ id, to, subject, text }) => {
    const messageId = `<${id}@${domainOf(server.from)}>`
    const headers = { 'auto-submitted': 'auto-generated' } // RFC 3834: out-of-office robots must not answer
    try {
      await transport.sendMail({ from: server.from, to: { name: '', address: to }, subject, text, messageId, headers })
      return taken
    } catch (cause) {
      return sentBy(cause)
    }
  }
  return {
    sendMail,
    async [Symbol.asyncDispose]() {
      transport.close()
    },
  }
}

const codes: Readonly<Record<string, SendRefusal>> = {
  ETIMEDOUT: 'timed-out',
  EAUTH: 'misconfigured',
  EENVELOPE: 'turned-away',
  EMESSAGE: 'turned-away',
}

function sentBy(cause: unknown): Sent {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  const answer = cause instanceof Error && 'responseCode' in cause ? Number(cause.responseCode) : 0
  if (code === 'EAUTH') return notTaken('misconfigured')
  if (answer >= 500) return notTaken('turned-away', true)
  if (answer >= 400) return notTaken('busy')
  // An address that cannot stand in an envelope is refused before anything is sent.
  const lasting = code === 'EENVELOPE'
  return notTaken(codes[code] ?? 'unreachable', lasting)
}

const domainOf = (from: string): string => /@([^>\s]+)/.exec(from)?.[1] ?? 'localhost'
