import { canonical } from '../../../platform/canonical.ts'
import type { Crypto } from '../../../platform/crypto/crypto.ts'
import type { Db } from '../../../platform/db/db.ts'
import { claimKey, findKeys, type Wrapped } from '../store/keys.ts'
import { keyCache } from './key-cache.ts'

/**
 * A handle on an unwrapped key, for use at once and not for keeping.
 * The bytes stay with the keyring, so that no log can print them.
 */
export type SealKey = { readonly district: string; readonly id: string }

export type KeyringParts = {
  readonly db: Db
  readonly crypto: Crypto
  readonly master: Buffer
  /** How many unwrapped keys are kept in memory. */
  readonly cached?: number
  /** Milliseconds of the machine, for the lifetime of cached keys. */
  readonly ticks?: () => number
}

export type Keyring = {
  /** The key of an id, made on first use. */
  keyFor(district: string, id: string): Promise<SealKey | 'destroyed'>
  /** The keys of those ids that were ever made. */
  keysOf(district: string, ids: readonly string[]): Promise<Map<string, SealKey | 'destroyed'>>
  secretOf(key: SealKey): Buffer
  /** Believes nothing about this key for a while: its destruction is under way. */
  bar(key: SealKey): void
}

export function createKeyring({ db, crypto, master, cached = 10_000, ticks }: KeyringParts): Keyring {
  const cache = keyCache<SealKey | 'destroyed'>(cached, ticks)
  const secrets = new WeakMap<SealKey, Buffer>()

  function keep(label: SealKey, wrapped: Wrapped): SealKey | 'destroyed' {
    if (wrapped !== null) secrets.set(label, crypto.open(master, wrapped, keyLabel(label)))
    const key = wrapped === null ? 'destroyed' : label
    cache.put(nameOf(label), key)
    return key
  }

  return {
    async keyFor(district, id) {
      const label = { district, id }
      const known = cache.get(nameOf(label))
      if (known !== undefined) return known
      const wrapped = crypto.seal(master, crypto.newKey(), keyLabel(label))
      return keep(label, await claimKey(db, district, { id, wrapped }))
    },
    async keysOf(district, ids) {
      const keys = new Map<string, SealKey | 'destroyed'>()
      const missing: string[] = []
      for (const id of new Set(ids)) {
        const known = cache.get(nameOf({ district, id }))
        if (known === undefined) missing.push(id)
        else keys.set(id, known)
      }
      if (missing.length === 0) return keys
      for (const [id, wrapped] of await findKeys(db, district, missing)) keys.set(id, keep({ district, id }, wrapped))
      return keys
    },
    secretOf(key) {
      const secret = secrets.get(key)
      if (secret === undefined) throw new Error(`key ${key.id} is not of this keyring`)
      return secret
    },
    bar: (key) => cache.bar(nameOf(key)),
  }
}

/** Whether this master key opens that wrapped key. */
export function unwraps(crypto: Crypto, master: Buffer, key: SealKey & { readonly wrapped: Buffer }): boolean {
  try {
    crypto.open(master, key.wrapped, keyLabel(key))
    return true
  } catch {
    return false
  }
}

const nameOf = ({ district, id }: SealKey): string => `${district}/${id}`

/** What a wrapped key stands beside: it cannot pass for a fact, nor for the key of another. */
const keyLabel = ({ district, id }: SealKey): string => canonical(['key', district, id])
