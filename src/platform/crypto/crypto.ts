import { getCiphers, randomBytes } from 'node:crypto'
import { openBox, sealAes, sealSm4 } from './box.ts'
import { canHash, type Hash, type HashName, hashes, hmac } from './hash.ts'
import { cryptoWords } from './words.ts'

/**
 * The one door to cryptography. Keys are 32 bytes, whichever family is behind it.
 * `open` reads the boxes of both families and throws on a wrong key, associated text or altered byte.
 */
export type Crypto = {
  readonly hashName: HashName
  readonly hash: Hash
  /** Closes a box; `associated` is not hidden, but the box opens only beside the same text. */
  seal(key: Buffer, plaintext: Buffer, associated: string): Buffer
  open(key: Buffer, box: Buffer, associated: string): Buffer
  newKey(): Buffer
  /** HMAC over the family's hash: finds equal values (a phone number) without keeping them readable. */
  mac(key: Buffer, text: string): Buffer
}

const seals = { sha256: sealAes, sm3: sealSm4 } as const satisfies Record<HashName, Crypto['seal']>

/**
 * `sha256`: SHA-256 with AES-256-GCM, the default. `sm3`: SM3 with SM4, for a city that must use the national
 * algorithms (国密). Throws when this machine's OpenSSL lacks the family.
 */
export function createCrypto(hashName: HashName = 'sha256'): Crypto {
  const cipher = hashName === 'sm3' ? 'sm4-ctr' : 'aes-256-gcm'
  if (!canHash(hashName) || !getCiphers().includes(cipher)) throw new Error(cryptoWords['family-absent'].zh)
  return {
    hashName,
    hash: hashes[hashName],
    seal: (key, plaintext, associated) => seals[hashName](key, plaintext, associated),
    open: openBox,
    newKey: () => randomBytes(32),
    mac: (key, text) => hmac(hashName, key, text),
  }
}
