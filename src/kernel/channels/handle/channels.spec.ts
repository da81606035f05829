/** A small city to try the channels in: real database, turnable clock, recording doors. */
import { onTestFinished } from 'vitest'
import { freshDatabase } from '../../../../tests/database.ts'
import { createCrypto } from '../../../platform/crypto/crypto.ts'
import { outboundPost } from '../../../platform/mail/outbound.ts'
import { recordingPost } from '../../../platform/mail/recorder.ts'
import { type Instant, turnableClock } from '../../../platform/time.ts'
import { createVault } from '../../ledger/handle/vault.ts'
import type { Reached } from '../model/notices.ts'
import { putNotice } from '../store/notices.ts'
import { templateWords } from '../words/notices.ts'
import type { ChannelsParts } from './parts.ts'

export const district = '349901'
export const monday: Instant = '2026-03-02T02:00:00.000Z'

export const reachable: Readonly<Record<string, Reached>> = {
  person_li: { phone: '13900000001', mail: 'li@example.cn' },
  person_chen: { phone: '13900000002' },
  staff_wang: { phone: '13900000003' },
}

/** Parts on a fresh database; closed when the test ends. */
export async function channelsTown(more: Partial<ChannelsParts> = {}) {
  const { db, close } = await freshDatabase()
  onTestFinished(close)
  const clock = turnableClock(monday)
  const recorder = recordingPost(clock)
  const guard = { hosts: [], loopback: true }
  const parts: ChannelsParts = {
    db,
    clock,
    templates: templateWords,
    sendSms: recorder.sendSms,
    sendMail: recorder.sendMail,
    reach: async (people) => people.map(({ id }) => reachable[id] ?? {}),
    vault: createVault({ db, crypto: createCrypto(), master: Buffer.alloc(32, 7) }),
    guard,
    post: outboundPost(guard, 500),
    publicUrl: 'https://yiwang.yunxi.example',
    administrators: async () => ['staff_admin'],
    recorded: recorder.sent,
    ...more,
  }
  /** Tells somebody that his case was accepted. */
  const tell = (
    id: string,
    to: `${'resident' | 'staff' | 'unit'}:${string}`,
    given: Partial<Parameters<typeof putNotice>[1]> = {},
  ) => {
    const [kind = ''] = to.split(':')
    const who = to.slice(kind.length + 1)
    return putNotice(db, {
      district,
      id,
      to: { kind: kind as 'resident', id: who },
      template: 'accepted',
      params: { number: '20260302-0001', due: '2026-03-11T15:59:59.999Z' },
      caseId: 'case_1',
      at: clock.now(),
      due: clock.now(),
      ...given,
    })
  }
  return { parts, db, clock, tell, sent: recorder.sent }
}
