import { canonical, type Json } from '../../../platform/canonical.ts'
import type { Crypto } from '../../../platform/crypto/crypto.ts'
import type { Db } from '../../../platform/db/db.ts'
import type { Instant } from '../../../platform/time.ts'
import { type DestroyRefusal, keyStream, type Sealed } from '../model.ts'
import { emptyKey, findAnyKey, findKeys } from '../store/keys.ts'
import { append } from '../store/streams.ts'
import { createKeyring, type KeyringParts, type SealKey, unwraps } from './keyring.ts'

export type Destruction = {
  readonly district: string
  readonly id: string
  readonly by: string | null
  readonly reason: string
  readonly at: Instant
}
export type Destroyed = { ok: true } | { ok: false; refusal: DestroyRefusal }

/**
 * Personal facts under one key per person or container. Destroying the key is destroying the facts:
 * 个人信息保护法 第四十七条（主动删除）, 突发事件应对法 第八十五条（应对结束后销毁）.
 * Made keys are committed at once, so ask for keys before the transaction begins: a rolled back transaction
 * leaves a spare key, never a fact without one, and no transaction waits for a second connection.
 */
export type Vault = {
  /** The key of a person or container, made on first use. */
  keyFor(district: string, id: string): Promise<SealKey | 'destroyed'>
  /** Seals under the key of `id`. Throws when that key is destroyed; ask `keyFor` where that may be. */
  seal(district: string, id: string, fact: Json): Promise<Sealed>
  /** The same without waiting, for the hot path. Throws for the bare text 'destroyed', which `open` could not tell. */
  sealWith(key: SealKey, fact: Json): Sealed
  /** Throws when the box was altered, or no such key was ever made. */
  open(district: string, sealed: Sealed): Promise<Json | 'destroyed'>
  /** Many at once, in the order given, with one query for all keys not at hand. */
  openMany(district: string, sealed: readonly Sealed[]): Promise<(Json | 'destroyed')[]>
  /**
   * Empties the key and records `KeyDestroyed` on `key/<id>`, both in this transaction. The reason is a code
   * or a document number, never personal. This process stops opening at once after commit, others within 30 s.
   */
  destroy(tx: Db, destruction: Destruction): Promise<Destroyed>
  /** Whether this master key opens the keys in the database; true in an empty one. To be asked at the start. */
  fits(): Promise<boolean>
}

export function createVault(parts: KeyringParts): Vault {
  const { db, crypto, master } = parts
  const keys = createKeyring(parts)

  const sealWith: Vault['sealWith'] = (key, fact) => {
    if (fact === 'destroyed') throw new TypeError("the bare text 'destroyed' cannot be sealed")
    const box = crypto.seal(keys.secretOf(key), Buffer.from(canonical(fact)), factLabel(key))
    return { under: key.id, box: box.toString('base64url') }
  }

  const openWith = (key: SealKey | 'destroyed' | undefined, { under, box }: Sealed): Json | 'destroyed' => {
    if (key === undefined) throw new Error(`no key ${under} was ever made`)
    if (key === 'destroyed') return key
    const text = crypto.open(keys.secretOf(key), Buffer.from(box, 'base64url'), factLabel(key))
    return JSON.parse(text.toString('utf8')) as Json
  }

  return {
    keyFor: keys.keyFor,
    sealWith,
    async seal(district, id, fact) {
      const key = await keys.keyFor(district, id)
      if (key === 'destroyed') throw new Error(`key ${id} is destroyed; nothing can be sealed under it`)
      return sealWith(key, fact)
    },
    async open(district, sealed) {
      return openWith((await keys.keysOf(district, [sealed.under])).get(sealed.under), sealed)
    },
    async openMany(district, sealed) {
      const known = await keys.keysOf(
        district,
        sealed.map(({ under }) => under),
      )
      return sealed.map((each) => openWith(known.get(each.under), each))
    },
    async destroy(tx, destruction) {
      keys.bar(destruction)
      return destroyKey(tx, crypto, destruction)
    },
    async fits() {
      const key = await findAnyKey(db)
      return key === null || unwraps(crypto, master, key)
    },
  }
}

async function destroyKey(tx: Db, crypto: Crypto, { district, id, by, reason, at }: Destruction): Promise<Destroyed> {
  if (!(await emptyKey(tx, district, { id, at }))) {
    const known = (await findKeys(tx, district, [id])).has(id)
    return { ok: false, refusal: known ? 'already-destroyed' : 'no-such-key' }
  }
  const event = { type: 'KeyDestroyed', at, by, body: { key: id, reason } } as const
  const appended = await append(tx, { district, stream: keyStream(id), after: 0, crypto }, [event])
  if (!appended.ok) throw new Error(`stream ${keyStream(id)} tells of a destruction that did not happen`)
  return { ok: true }
}

const factLabel = ({ district, id }: SealKey): string => canonical(['fact', district, id])
