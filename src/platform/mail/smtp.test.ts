import { type AddressInfo, createServer, type Socket } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { turnableClock } from '../time.ts'
import { recordingPost } from './recorder.ts'
import { smtpMail } from './smtp.ts'

type Received = { to: string[]; message: string }

/** A mail server in forty lines: EHLO, AUTH PLAIN, MAIL, RCPT, DATA, QUIT; `answerTo` decides about each recipient. */
async function mailServer(answerTo: (recipient: string) => string = () => '250 OK') {
  const received: Received[] = []
  const server = createServer((socket) => talk(socket, received, answerTo)).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  onTestFinished(() => void server.close())
  return { port: (server.address() as AddressInfo).port, received }
}

function talk(socket: Socket, received: Received[], answerTo: (recipient: string) => string) {
  let to: string[] = []
  let text = ''
  let inMessage = false
  const say = (line: string) => socket.write(`${line}\r\n`)
  const hear = (line: string) => {
    if (/^EHLO/i.test(line)) return say('250-mail.example\r\n250-8BITMIME\r\n250 AUTH PLAIN')
    if (/^AUTH/i.test(line))
      return say(line.endsWith(Buffer.from('\0yunxi\0right').toString('base64')) ? '235 OK' : '535 no')
    const recipient = /^RCPT TO:<([^>]*)>/i.exec(line)?.[1]
    if (recipient !== undefined) {
      const answer = answerTo(recipient)
      if (answer.startsWith('2')) to.push(recipient)
      return say(answer)
    }
    if (/^DATA/i.test(line)) {
      inMessage = true
      return say('354 go on')
    }
    return say(/^QUIT/i.test(line) ? '221 bye' : '250 OK')
  }
  say('220 mail.example ESMTP')
  socket.on('error', () => undefined)
  socket.on('data', (chunk) => {
    text += chunk.toString('utf8')
    for (let end = next(); end >= 0; end = next()) {
      const part = text.slice(0, end)
      text = text.slice(end + (inMessage ? 5 : 2))
      if (!inMessage) hear(part)
      else {
        received.push({ to, message: part })
        to = []
        inMessage = false
        say('250 taken')
      }
    }
  })
  const next = () => text.indexOf(inMessage ? '\r\n.\r\n' : '\r\n')
}

function mailTo(port: number, password = 'right') {
  const mail = smtpMail({
    host: '127.0.0.1',
    port,
    secure: false,
    requireTls: false,
    account: { user: 'yunxi', password },
    from: '云溪区一网 <no-reply@yunxi.example>',
    timeoutMs: 2_000,
  })
  onTestFinished(() => mail[Symbol.asyncDispose]())
  return mail.sendMail
}

const mail = { id: 'notice_1', to: 'li.fang@example.cn', subject: '您的诉求已受理', text: '编号 20260302-0001。' }

/** Undoes quoted-printable and base64 of a one-part message. */
function bodyOf(message: string): string {
  const [head = '', ...rest] = message.split('\r\n\r\n')
  const body = rest.join('\r\n\r\n')
  if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8')
  const bytes = body
    .replaceAll('=\r\n', '')
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

test('a mail reaches the server with its Chinese text whole', async () => {
  const { port, received } = await mailServer()
  expect(await mailTo(port)(mail)).toEqual({ ok: true })
  expect(received[0]?.to).toEqual(['li.fang@example.cn'])
  expect(received[0]?.message).toContain('Message-ID: <notice_1@yunxi.example>')
  expect(received[0]?.message).toContain('Auto-Submitted: auto-generated')
  expect(bodyOf(received[0]?.message ?? '')).toContain('编号 20260302-0001。')
})

test('a recipient whom the server does not know is not tried again; a full mailbox is', async () => {
  const unknown = await mailServer(() => '550 no such user')
  expect(await mailTo(unknown.port)(mail)).toEqual({ ok: false, refusal: 'turned-away', lasting: true })
  const full = await mailServer(() => '452 mailbox full')
  expect(await mailTo(full.port)(mail)).toEqual({ ok: false, refusal: 'busy', lasting: false })
})

test('a wrong password or a silent port is our own trouble, and the mail may be tried again', async () => {
  const { port } = await mailServer()
  expect(await mailTo(port, 'wrong')(mail)).toEqual({ ok: false, refusal: 'misconfigured', lasting: false })
  expect(await mailTo(1)(mail)).toEqual({ ok: false, refusal: 'unreachable', lasting: false })
})

test('an address cannot smuggle a second recipient or a header into the mail', async () => {
  const { port, received } = await mailServer()
  await mailTo(port)({ ...mail, to: 'a@example.cn, b@example.cn' })
  await mailTo(port)({ ...mail, to: 'a@example.cn>\r\nRCPT TO:<b@example.cn' })
  await mailTo(port)({ ...mail, subject: 'x\r\nBcc: b@example.cn' })
  expect(received.flatMap(({ to }) => to)).not.toContain('b@example.cn')
  expect(received.every(({ message }) => !/^Bcc:/m.test(message))).toBe(true)
})

test('the recording fake shows what was sent, newest first, and a message given twice once', async () => {
  const clock = turnableClock('2026-03-02T01:00:00.000Z')
  const { sendSms, sendMail, sent } = recordingPost(clock, 2)
  await sendSms({ id: '1', to: '13900000001', text: '一' })
  await sendSms({ id: '1', to: '13900000001', text: '一' })
  await sendMail({ ...mail, id: '2' })
  await sendSms({ id: '3', to: '13900000001', text: '三' })
  expect(sent().map(({ id, medium }) => `${id} ${medium}`)).toEqual(['3 sms', '2 mail'])
})
