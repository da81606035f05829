import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { turnableClock } from '../time.ts'
import { gatewaySms } from './gateway.ts'
import { outboundPost } from './outbound.ts'
import { isSigned, newSigningSecret, type SignedHeaders, signedHeaders } from './signature.ts'

const demo = { hosts: [], loopback: true }

async function receiver(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/in`
}

async function textOf(request: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

const letter = (url: string) => ({ url, headers: { 'content-type': 'text/plain' }, body: '您好' })

test('what is posted arrives whole, and the answer is told with its status', async () => {
  const url = await receiver(async (request, response) => response.writeHead(202).end(await textOf(request)))
  expect(await outboundPost(demo)(letter(url))).toMatchObject({ ok: true, status: 202, answer: '您好' })
})

test('a redirect is not followed', async () => {
  const url = await receiver((_, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end())
  expect(await outboundPost(demo)(letter(url))).toMatchObject({ ok: true, status: 302 })
})

test('a receiver that does not answer in time is given up', async () => {
  const url = await receiver(() => undefined)
  expect(await outboundPost(demo, 60)(letter(url))).toMatchObject({ ok: false, refusal: 'timed-out' })
})

test('a receiver that dribbles its answer is given up too', async () => {
  const url = await receiver((_, response) => void response.writeHead(200).write('a'))
  expect(await outboundPost(demo, 60)(letter(url))).toMatchObject({ ok: false, refusal: 'timed-out' })
})

test('an endless answer is cut off and does not fill the memory', async () => {
  const url = await receiver((_, response) => {
    const more = () => response.write('x'.repeat(10_000))
    response.on('drain', more)
    more()
  })
  const posted = await outboundPost(demo, 5_000)(letter(url))
  expect(posted.ok && posted.answer.length).toBe(4_096)
})

test('nobody listens there: unreachable', async () => {
  expect(await outboundPost(demo)(letter('http://127.0.0.1:1/'))).toMatchObject({ ok: false, refusal: 'unreachable' })
})

test('a name that stands for this machine is not called in a city', async () => {
  const city = outboundPost({ hosts: ['ip6-localhost', 'localtest.example'], loopback: false })
  expect(await city(letter('https://ip6-localhost/'))).toMatchObject({ ok: false })
  expect(await outboundPost({ hosts: [], loopback: false })(letter('https://localhost/'))).toMatchObject({
    refusal: 'url-host-not-allowed',
  })
})

test('the receiver can verify a signature, and a changed body, an old message or a strange secret fails', () => {
  const [secret, older, strange] = [newSigningSecret(), newSigningSecret(), newSigningSecret()]
  const headers = signedHeaders('evt_1', 1_700_000_000, '{"a":1}', [secret, older])
  expect(isSigned(headers, '{"a":1}', secret, 1_700_000_100)).toBe(true)
  expect(isSigned(headers, '{"a":1}', older, 1_700_000_100)).toBe(true)
  expect(isSigned(headers, '{"a":2}', secret, 1_700_000_100)).toBe(false)
  expect(isSigned(headers, '{"a":1}', strange, 1_700_000_100)).toBe(false)
  expect(isSigned(headers, '{"a":1}', secret, 1_700_000_301)).toBe(false)
})

test('the signature is the one that the published example of Standard Webhooks gives', () => {
  const headers: SignedHeaders = signedHeaders('msg_p5jXN8AQM9LWM0D4loKWxJek', 1_614_265_330, '{"test": 2432232314}', [
    'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  ])
  expect(headers['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=')
})

const clock = turnableClock('2026-03-02T01:00:00.000Z')

test.each([
  [200, '{"ok":true}', { ok: true }],
  [200, '{"ok":false}', { ok: false, refusal: 'turned-away', lasting: true }],
  [400, '', { ok: false, refusal: 'turned-away', lasting: true }],
  [401, '', { ok: false, refusal: 'misconfigured', lasting: false }],
  [429, '', { ok: false, refusal: 'busy', lasting: false }],
  [503, '', { ok: false, refusal: 'busy', lasting: false }],
])('the SMS gateway answers %i %s', async (status, answer, sent) => {
  const seen: string[] = []
  const url = await receiver(async (request, response) => {
    seen.push(`${request.headers['x-timestamp']} ${await textOf(request)}`)
    response.writeHead(status).end(answer)
  })
  const send = gatewaySms({ url, app: 'yunxi', secret: 's', sender: '云溪区一网' }, outboundPost(demo), clock)
  expect(await send({ id: 'notice_1', to: '13900000000', text: '已受理' })).toEqual(sent)
  expect(seen).toEqual(['1772413200 {"id":"notice_1","to":"13900000000","text":"【云溪区一网】已受理"}'])
})
