import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import type { Json } from '../../../platform/canonical.ts'
import { deadLetters } from '../../../platform/jobs/dead-letters.ts'
import { createRunner } from '../../../platform/jobs/runner.ts'
import { putMessage } from '../../../platform/jobs/store.ts'
import { isSigned, type SignedHeaders } from '../../../platform/mail/signature.ts'
import { DAY, HOUR, later } from '../../../platform/time.ts'
import type { Operator } from '../../people/handle/operations.ts'
import { channelsJobs, channelsOutbox } from '../jobs.ts'
import type { CloudEvent, SubscriptionId } from '../model/hooks.ts'
import { noticesIn } from '../store/boxes.ts'
import { deliveriesOf, findSubscription } from '../store/hooks.ts'
import { channelsTown, district, monday } from './channels.spec.ts'
import { ping } from './hooks.ts'
import { changeSecret, restartSubscription, retryDeliveries, subscribe } from './subscriptions.ts'

type Got = { headers: IncomingHttpHeaders; body: string; event: CloudEvent }
type Answer = number | 'silence' | { location: string }

/** Another system on the network: takes what comes and answers as it is told to. */
async function otherSystem(answerTo: (count: number) => Answer = () => 200) {
  const got: Got[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const body = Buffer.concat(chunks).toString('utf8')
    got.push({ headers: request.headers, body, event: JSON.parse(body) })
    const answer = answerTo(got.length)
    if (answer === 'silence') return
    response
      .writeHead(typeof answer === 'number' ? answer : 307, typeof answer === 'number' ? {} : answer)
      .end('{"private":"their words"}')
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/in`, got }
}

async function hookTown(post?: Parameters<typeof channelsTown>[0]) {
  const town = await channelsTown(post)
  const failures: string[] = []
  const runner = createRunner({
    db: town.db,
    clock: town.clock,
    outbox: channelsOutbox(town.parts),
    onFailure: ({ error }) => failures.push(String(error)),
    leaseMs: 60_000,
  })
  const by = (): Operator => ({ district, who: 'staff_wang', unit: null, ip: '127.0.0.1', at: town.clock.now() })
  const happened = (id: string, type = 'cn.yiwang.case.moved', data: Json = { stage: 'accepted' }) => {
    const payload = { type, subject: 'case_1', data }
    return putMessage(town.db, { district, id, topic: 'webhook', payload, at: town.clock.now(), due: town.clock.now() })
  }
  const listen = async (url: string, topics: readonly string[] = ['*']) => {
    const made = await subscribe(town.parts, by(), { name: '市平台', url, topics })
    if (!made.ok) throw new Error(made.refusal)
    return made
  }
  const tries = (subscription: SubscriptionId) =>
    deliveriesOf(town.db, { district, subscription, failedOnly: false, after: null, limit: 50 })
  return { ...town, runner, failures, by, happened, listen, tries }
}

const signed = ({ headers, body }: Got, secret: string) =>
  isSigned(headers as unknown as SignedHeaders, body, secret, Date.parse(monday) / 1_000)

test('another system is told what happened: a CloudEvent, signed so that it can know it was us', async () => {
  const town = await hookTown()
  const other = await otherSystem()
  const { id, secret } = await town.listen(other.url)
  await town.happened('event_1')
  await town.runner.runDueJobs()
  expect(other.got[0]?.event).toEqual({
    specversion: '1.0',
    id: 'event_1',
    source: 'https://yiwang.yunxi.example',
    type: 'cn.yiwang.case.moved',
    subject: 'case_1',
    time: monday,
    datacontenttype: 'application/json',
    district,
    data: { stage: 'accepted' },
  })
  expect(other.got[0]?.headers).toMatchObject({
    'content-type': 'application/cloudevents+json; charset=utf-8',
    'webhook-id': 'event_1',
    'webhook-timestamp': '1772416800',
  })
  expect(other.got.map((got) => signed(got, secret))).toEqual([true])
  expect(await town.tries(id)).toMatchObject([{ event: 'event_1', attempt: 1, status: 200, outcome: 'delivered' }])
})

test('the receiver that holds another secret finds the signature wrong', async () => {
  const town = await hookTown()
  const [first, second] = [await otherSystem(), await otherSystem()]
  const one = await town.listen(first.url)
  await town.listen(second.url)
  await town.happened('event_1')
  await town.runner.runDueJobs()
  expect(second.got.map((got) => signed(got, one.secret))).toEqual([false])
})

test('only what was asked for is told, and the secret lies sealed', async () => {
  const town = await hookTown()
  const other = await otherSystem()
  const { id, secret } = await town.listen(other.url, ['cn.yiwang.case.*'])
  await town.happened('event_1', 'cn.yiwang.case.closed')
  await town.happened('event_2', 'cn.yiwang.person.moved')
  await town.happened('event_3', 'cn.yiwang.casework.done')
  await town.runner.runDueJobs()
  expect(other.got.map(({ event }) => event.id)).toEqual(['event_1'])
  expect(JSON.stringify(await findSubscription(town.db, district, id))).not.toContain(secret.slice(6))
})

test('a fact of a case is told by its name, with where the case stands now and nothing said by anybody', async () => {
  const town = await hookTown()
  const other = await otherSystem()
  await town.listen(other.url, ['cn.yiwang.case.rated-badly'])
  const payload = { case: 'case_1', number: '17', type: 'RatedBadly', seq: 9, stage: 'rectifying', unit: 'unit_street' }
  await putMessage(town.db, { district, id: 'message_1', topic: 'webhook', payload, at: monday, due: monday })
  await town.runner.runDueJobs()
  expect(other.got[0]?.event).toMatchObject({
    type: 'cn.yiwang.case.rated-badly',
    subject: 'case_1',
    data: { number: '17', seq: 9, stage: 'rectifying', unit: 'unit_street' },
  })
})

test('one receiver that is broken does not keep the event from the others', async () => {
  const town = await hookTown()
  const [broken, sound] = [await otherSystem(() => 500), await otherSystem()]
  const { id } = await town.listen(broken.url)
  await town.listen(sound.url)
  await town.happened('event_1')
  await town.runner.runDueJobs()
  expect(sound.got).toHaveLength(1)
  expect(await town.tries(id)).toMatchObject([{ status: 500, outcome: 'answered-no' }])
  expect(await findSubscription(town.db, district, id)).toMatchObject({ active: true, failingSince: monday })
  expect(town.failures.join()).not.toContain('their words')
})

test('a receiver that is silent is given up after its time, and a redirect is not followed', async () => {
  const town = await hookTown()
  const elsewhere = await otherSystem()
  const [silent, moved] = [await otherSystem(() => 'silence'), await otherSystem(() => ({ location: elsewhere.url }))]
  const [one, two] = [await town.listen(silent.url), await town.listen(moved.url)]
  await town.happened('event_1')
  await town.runner.runDueJobs()
  expect(await town.tries(one.id)).toMatchObject([{ status: null, outcome: 'timed-out' }])
  expect(await town.tries(two.id)).toMatchObject([{ status: 307, outcome: 'answered-no' }])
  expect(elsewhere.got).toEqual([])
})

/** Lets every message that waits for another try have it now. */
async function untilTired(town: Awaited<ReturnType<typeof hookTown>>) {
  for (let round = 0; round < 9; round++) {
    await town.parts.db.prepared({ name: 'impatience', text: 'update jobs.outbox set locked_until = null' }, [])
    await town.runner.runDueJobs()
  }
}

test('what fails too often lies where a person sees it, is tried again by the hour while young, or at once by hand', async () => {
  const town = await hookTown()
  let works = false
  const other = await otherSystem(() => (works ? 204 : 503))
  const { id } = await town.listen(other.url)
  await town.happened('event_1')
  await untilTired(town)
  expect(other.got).toHaveLength(8)
  expect(await deadLetters(town.db, { district, limit: 5 })).toMatchObject([{ what: 'webhook-delivery' }])
  const revive = channelsJobs(town.parts).find(({ name }) => name === 'channels.revive')
  await revive?.run(later(monday, 4 * DAY))
  await town.runner.runDueJobs()
  expect(other.got).toHaveLength(8)
  works = true
  await revive?.run(later(monday, HOUR))
  await town.runner.runDueJobs()
  expect(other.got).toHaveLength(9)
  expect(await findSubscription(town.db, district, id)).toMatchObject({ failingSince: null })
  expect(await retryDeliveries(town.parts, town.by(), id)).toEqual({ ok: true, count: 0 })
})

test('every try of an event has the same id, so that the receiver can know it again', async () => {
  const town = await hookTown()
  const other = await otherSystem((count) => (count < 3 ? 500 : 200))
  await town.listen(other.url)
  await town.happened('event_1')
  await untilTired(town)
  expect(other.got.map(({ headers }) => headers['webhook-id'])).toEqual(['event_1', 'event_1', 'event_1'])
})

test('after five days without one arrival it is stopped, and whoever made it and the administrators are told once', async () => {
  const town = await hookTown()
  const other = await otherSystem(() => 500)
  const { id } = await town.listen(other.url)
  for (const day of [0, 2, 5, 6]) {
    town.clock.turnTo(later(monday, day * DAY))
    await town.happened(`event_${day}`)
    await town.runner.runDueJobs()
  }
  expect(await findSubscription(town.db, district, id)).toMatchObject({ active: false, stoppedWhy: 'kept-failing' })
  expect(other.got.some(({ event }) => event.id === 'event_6')).toBe(false)
  for (const staff of ['staff_wang', 'staff_admin']) {
    const boxes = { district, boxes: [{ kind: 'staff', id: staff }] } as const
    const told = await noticesIn(town.db, boxes, { unreadOnly: false, after: null, limit: 5 })
    expect(told).toMatchObject([{ template: 'subscription-stopped', params: { name: '市平台', days: 5 } }])
  }
  expect(await retryDeliveries(town.parts, town.by(), id)).toMatchObject({ refusal: 'subscription-stopped-now' })
  await restartSubscription(town.parts, town.by(), id)
  expect(await findSubscription(town.db, district, id)).toMatchObject({ active: true, failingSince: null })
})

test('a receiver that says 410 Gone is not called again', async () => {
  const town = await hookTown()
  const other = await otherSystem(() => 410)
  const { id } = await town.listen(other.url)
  await town.happened('event_1')
  await town.happened('event_2')
  await town.runner.runDueJobs()
  expect(await findSubscription(town.db, district, id)).toMatchObject({ active: false })
  expect(town.failures).toEqual([])
})

test('for a day after a change of secret both sign; then only the new one does', async () => {
  const town = await hookTown()
  const other = await otherSystem()
  const old = await town.listen(other.url)
  const fresh = await changeSecret(town.parts, town.by(), old.id)
  if (!fresh.ok) throw new Error(fresh.refusal)
  await ping(town.parts, district, old.id)
  town.clock.turnTo(later(monday, DAY))
  await ping(town.parts, district, old.id)
  const [first, second] = other.got
  const at = Date.parse(later(monday, DAY)) / 1_000
  expect(first && [signed(first, old.secret), signed(first, fresh.secret)]).toEqual([true, true])
  const headers = second?.headers as unknown as SignedHeaders
  expect(isSigned(headers, second?.body ?? '', old.secret, at)).toBe(false)
  expect(isSigned(headers, second?.body ?? '', fresh.secret, at)).toBe(true)
})

test('a test event says at once what came of it, and is no failure', async () => {
  const town = await hookTown()
  const other = await otherSystem(() => 404)
  const { id } = await town.listen(other.url)
  expect(await ping(town.parts, district, id)).toMatchObject({ ok: true, status: 404, outcome: 'answered-no' })
  expect(other.got[0]?.event.type).toBe('cn.yiwang.ping')
  expect(await findSubscription(town.db, district, id)).toMatchObject({ failingSince: null })
})

test('an address inside our own network cannot be subscribed', async () => {
  const town = await hookTown({ guard: { hosts: [], loopback: false } })
  const asked = { name: '内网', topics: ['*'] }
  for (const url of ['https://127.0.0.1/', 'https://10.0.0.1/', 'https://169.254.169.254/latest', 'https://localhost/'])
    expect(await subscribe(town.parts, town.by(), { ...asked, url })).toMatchObject({ refusal: 'url-host-not-allowed' })
})

test('a message that is no event goes to the dead letters instead of to anybody', async () => {
  const town = await hookTown()
  const other = await otherSystem()
  await town.listen(other.url)
  await putMessage(town.db, { district, id: 'x', topic: 'webhook', payload: { phone: '1' }, at: monday, due: monday })
  await untilTired(town)
  expect(other.got).toEqual([])
  expect(await deadLetters(town.db, { district, limit: 5 })).toMatchObject([{ id: 'outbox/x' }])
})
