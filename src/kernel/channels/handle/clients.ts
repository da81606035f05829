import { createHash, timingSafeEqual } from 'node:crypto'
import { type Refused, refused } from '../../../platform/http/problem.ts'
import { randomLetters, sortableId } from '../../../platform/ids.ts'
import { DAY, type Instant, later } from '../../../platform/time.ts'
import { type Operator, operate } from '../../people/handle/operations.ts'
import type { Client, ClientId, ClientRight } from '../model/clients.ts'
import { addClient, countCall, endClient, findClient, type KeyedClient, noteSeen, rotateKey } from '../store/clients.ts'
import type { ChannelsParts } from './parts.ts'

type Parts = Pick<ChannelsParts, 'db' | 'clock'>
/** A key is shown once, at its making; afterwards only its digest exists. */
export type IssuedKey = { readonly ok: true; readonly id: ClientId; readonly key: string }

const OLD_KEY_MS = DAY

/** District and client stand in the key, so that it is found by its row and not by a search. 160 bits are chance. */
function newKey(district: string, id: ClientId) {
  const key = `yw.${district}.${id.slice('client_'.length)}.${randomLetters(32)}`
  return { key, keyHash: digestOf(key), hint: key.slice(-4) }
}

const digestOf = (key: string): string => createHash('sha256').update(key).digest('hex')

export type NewClient = { readonly name: string; readonly rights: readonly ClientRight[]; readonly perMinute: number }

export async function issueKey({ db }: Parts, by: Operator, asked: NewClient): Promise<IssuedKey> {
  const id: ClientId = `client_${sortableId(by.at)}`
  const { key, ...kept } = newKey(by.district, id)
  const client: Omit<KeyedClient, 'oldHash'> = {
    ...asked,
    ...kept,
    district: by.district,
    id,
    active: true,
    oldUntil: null,
    seenAt: null,
    endedAt: null,
    createdBy: by.who,
    createdAt: by.at,
  }
  return operate(db, by, { what: 'channels.client.issue', target: id }, async (tx) => {
    await addClient(tx, client)
    return { ok: true, id, key }
  })
}

/** A new key; the one before opens for another day, so that the other system can change over. */
export async function changeKey({ db }: Parts, by: Operator, id: ClientId): Promise<IssuedKey | Refused> {
  const { key, ...kept } = newKey(by.district, id)
  return operate(db, by, { what: 'channels.client.rotate', target: id }, async (tx) => {
    if ((await findClient(tx, by.district, id)) === null) return refused('no-such-client', 404)
    const next = { ...kept, oldUntil: later(by.at, OLD_KEY_MS) }
    return (await rotateKey(tx, { district: by.district, id }, next))
      ? { ok: true, id, key }
      : refused('client-ended-now')
  })
}

export async function closeClient({ db }: Parts, by: Operator, id: ClientId): Promise<{ ok: true } | Refused> {
  return operate(db, by, { what: 'channels.client.end', target: id }, async (tx) =>
    (await endClient(tx, by.district, id, by.at)) ? { ok: true } : refused('no-such-client', 404),
  )
}

/** Whose key this is; null for a key that opens nothing (any more). */
export async function clientOf({ db, clock }: Parts, key: string): Promise<Client | null> {
  const [, district, tail] = /^yw\.(\d{6,12})\.([0-9a-z]{26})\.[0-9a-z]{32}$/.exec(key) ?? []
  if (district === undefined || tail === undefined) return null
  const client = await findClient(db, district, `client_${tail}`)
  if (client === null || !client.active) return null
  const { keyHash, oldHash, ...known } = client
  const isOld = oldHash !== null && known.oldUntil !== null && known.oldUntil > clock.now() && isDigest(key, oldHash)
  return isDigest(key, keyHash) || isOld ? known : null
}

const isDigest = (key: string, digest: string): boolean =>
  timingSafeEqual(Buffer.from(digestOf(key)), Buffer.from(digest))

/** Counts a call against the quota: 0 when it may go on, else the seconds until the next minute begins. */
export async function takeCall({ db }: Pick<Parts, 'db'>, client: Client, now: Instant): Promise<number> {
  if (!(await countCall(db, client, now))) return 60 - Number(now.slice(17, 19))
  await noteSeen(db, client, now)
  return 0
}
