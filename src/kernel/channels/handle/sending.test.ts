import { expect, test } from 'vitest'
import { notTaken, type Sent, taken } from '../../../platform/mail/sent.ts'
import { noticeLog } from '../store/boxes.ts'
import { claimNotices, endTries, reviveNotice } from '../store/notices.ts'
import { addWording, setPreference, setSetting } from '../store/templates.ts'
import { channelsTown, district, monday } from './channels.spec.ts'
import { sendDueNotices } from './sending.ts'

type Town = Awaited<ReturnType<typeof channelsTown>>

const log = ({ db }: Pick<Town, 'db'>) =>
  noticeLog(db, { district, state: 'any', template: null, caseId: null, after: null, limit: 50 })
const noticeOf = async (town: Pick<Town, 'db'>, id: string) => (await log(town)).find((notice) => notice.id === id)

test('somebody hears by SMS that his case was accepted, once, and the log says so', async () => {
  const town = await channelsTown()
  await town.tell('notice_1', 'resident:person_li')
  await town.tell('notice_1', 'resident:person_li')
  expect(await sendDueNotices(town.parts)).toMatchObject({ sent: 1 })
  expect(await sendDueNotices(town.parts)).toMatchObject({ sent: 0 })
  expect(town.sent()).toMatchObject([
    {
      medium: 'sms',
      to: '13900000001',
      text: '您反映的事情（编号 20260302-0001）已经受理，最晚2026年3月11日给您答复。',
    },
  ])
  expect(await noticeOf(town, 'notice_1')).toMatchObject({ outcome: 'sent', medium: 'sms', sentAt: monday, due: null })
})

test('the notice and the log hold no telephone number', async () => {
  const town = await channelsTown()
  await town.tell('notice_1', 'resident:person_li')
  await sendDueNotices(town.parts)
  expect(JSON.stringify(await log(town))).not.toContain('13900000001')
})

test('who asked for mail in English gets mail in English', async () => {
  const town = await channelsTown()
  const li = { district, kind: 'resident', id: 'person_li' } as const
  await setPreference(town.db, li, { sms: false, mail: true, tongue: 'en' }, monday)
  await town.tell('notice_1', 'resident:person_li')
  await sendDueNotices(town.parts)
  expect(town.sent()).toMatchObject([{ medium: 'mail', to: 'li@example.cn', subject: 'Taken on' }])
})

test('in the evening the SMS waits until morning, and waiting is no failed try', async () => {
  const town = await channelsTown()
  town.clock.turnTo('2026-03-02T14:00:00.000Z')
  await town.tell('notice_1', 'resident:person_li')
  expect(await sendDueNotices(town.parts)).toMatchObject({ wait: 1 })
  expect(await noticeOf(town, 'notice_1')).toMatchObject({ attempts: 0, outcome: 'waiting-for-morning' })
  town.clock.turnTo('2026-03-03T00:00:00.000Z')
  expect(await sendDueNotices(town.parts)).toMatchObject({ sent: 1 })
})

test('a district may close the door of SMS; then it stays in the inbox', async () => {
  const town = await channelsTown()
  const quiet = { from: '21:00', to: '08:00' }
  await setSetting(town.db, district, { sms: false, mail: true, quiet }, { who: 'staff_admin', at: monday })
  await town.tell('notice_1', 'resident:person_li')
  await sendDueNotices(town.parts)
  expect(town.sent()).toEqual([])
  expect(await noticeOf(town, 'notice_1')).toMatchObject({ outcome: 'switched-off', due: null })
})

test('a gateway that is away is tried again, later each time, and works when it is back', async () => {
  const answers: Sent[] = [notTaken('busy'), notTaken('timed-out'), taken]
  const town = await channelsTown({ sendSms: async () => answers.shift() ?? taken })
  await town.tell('notice_1', 'resident:person_li')
  await sendDueNotices(town.parts)
  expect(await noticeOf(town, 'notice_1')).toMatchObject({
    outcome: 'busy',
    attempts: 1,
    due: '2026-03-02T02:01:00.000Z',
  })
  expect(await sendDueNotices(town.parts)).toMatchObject({ again: 0, sent: 0 })
  town.clock.turnTo('2026-03-02T02:01:00.000Z')
  await sendDueNotices(town.parts)
  expect(await noticeOf(town, 'notice_1')).toMatchObject({ outcome: 'timed-out', due: '2026-03-02T02:06:00.000Z' })
  town.clock.turnTo('2026-03-02T02:06:00.000Z')
  expect(await sendDueNotices(town.parts)).toMatchObject({ sent: 1 })
})

test('a number that does not exist is not tried again; a person sees it and may retry', async () => {
  const town = await channelsTown({ sendSms: async () => notTaken('turned-away', true) })
  await town.tell('notice_1', 'resident:person_li')
  expect(await sendDueNotices(town.parts)).toMatchObject({ dead: 1 })
  expect(await noticeOf(town, 'notice_1')).toMatchObject({ deadAt: monday, outcome: 'turned-away' })
  expect(await sendDueNotices(town.parts)).toMatchObject({ dead: 0 })
  expect(await reviveNotice(town.db, district, 'notice_1', monday)).toBe(true)
  expect(await sendDueNotices(town.parts)).toMatchObject({ dead: 1 })
})

test('what never goes out is left to a person after a day and a half', async () => {
  const town = await channelsTown({ sendSms: async () => notTaken('unreachable') })
  await town.tell('notice_1', 'resident:person_li')
  for (let tries = 0; tries < 20; tries++) {
    const due = (await noticeOf(town, 'notice_1'))?.due
    if (due) town.clock.turnTo(due > town.clock.now() ? due : town.clock.now())
    await sendDueNotices(town.parts)
  }
  expect(await noticeOf(town, 'notice_1')).toMatchObject({ attempts: 8, outcome: 'unreachable' })
  expect((await noticeOf(town, 'notice_1'))?.deadAt).not.toBeNull()
})

test('one that goes wrong does not hold up the next', async () => {
  const broken: string[] = []
  const town = await channelsTown({
    reach: async (people) => {
      if (people.some(({ id }) => id === 'person_li')) throw new Error('the box of this person was altered')
      return people.map(() => ({ phone: '13900000002' }))
    },
  })
  await town.tell('notice_1', 'resident:person_li')
  await town.tell('notice_2', 'resident:person_chen')
  await town.tell('notice_3', 'resident:person_chen', { template: 'no-such-words' })
  await town.tell('notice_4', 'resident:person_chen', { params: {} })
  await town.tell('notice_5', 'unit:unit_street')
  const tally = await sendDueNotices(town.parts, { onTrouble: ({ notice }) => broken.push(notice) })
  expect(tally).toEqual({ sent: 1, again: 1, dead: 2, left: 1, wait: 0 })
  expect(broken).toEqual(['notice_1'])
  expect((await log(town)).map(({ id, outcome }) => `${id} ${outcome}`).sort()).toEqual([
    'notice_1 unreachable',
    'notice_2 sent',
    'notice_3 no-such-template',
    'notice_4 params-missing',
    'notice_5 unit-inbox',
  ])
})

test('a notice is worded as it was when it was given, even when it goes out later', async () => {
  const town = await channelsTown()
  const words = (zh: string) => ({ title: { zh: '受理', en: 'x' }, text: { zh, en: 'x {number}' } })
  const by = 'staff_admin'
  await addWording(town.db, district, { key: 'accepted', version: 1, since: monday, by, ...words('旧话 {number}') })
  await town.tell('notice_1', 'resident:person_li')
  town.clock.turnTo('2026-03-02T03:00:00.000Z')
  await addWording(town.db, district, {
    key: 'accepted',
    version: 2,
    since: town.clock.now(),
    by,
    ...words('新话 {number}'),
  })
  await town.tell('notice_2', 'resident:person_chen')
  await sendDueNotices(town.parts)
  expect(
    town
      .sent()
      .map(({ text }) => text)
      .sort(),
  ).toEqual(['新话 20260302-0001', '旧话 20260302-0001'])
})

test('two processes share the work and send nothing twice; what a dead process had comes back when its lease ends', async () => {
  const town = await channelsTown()
  for (let count = 0; count < 30; count++) await town.tell(`notice_${count}`, 'resident:person_li')
  const [abandoned] = await claimNotices(town.db, { now: monday, limit: 1, leaseMs: 0 })
  await Promise.all([sendDueNotices(town.parts, { batch: 7 }), sendDueNotices(town.parts, { batch: 7 })])
  expect(
    town
      .sent()
      .map(({ id }) => id)
      .sort(),
  ).toEqual(Array.from({ length: 30 }, (_, at) => `notice_${at}`).sort())
  if (abandoned) await endTries(town.db, [{ notice: abandoned, ending: { to: 'dead', at: monday, outcome: 'busy' } }])
  expect((await log(town)).filter(({ outcome }) => outcome !== 'sent')).toEqual([])
})
