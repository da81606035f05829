import { createHmac, getHashes, hash } from 'node:crypto'

/** Both give 32 bytes, so a column or a tree does not care which one filled it. */
export type HashName = 'sha256' | 'sm3'

export type Hash = (content: string | Buffer) => Buffer

/** SHA-256: FIPS 180-4. SM3: GB/T 32905-2016. Text is hashed as UTF-8. */
export const hashes = {
  sha256: (content) => digest('sha256', content),
  sm3: (content) => digest('sm3', content),
} as const satisfies Record<HashName, Hash>

/** By way of text: a third faster than asking for a buffer, which Node allocates outside its pool. */
const digest = (name: HashName, content: string | Buffer): Buffer =>
  Buffer.from(hash(name, content, 'binary'), 'binary')

/** HMAC (RFC 2104) over the named hash. */
export const hmac = (name: HashName, key: Buffer, content: string | Buffer): Buffer =>
  createHmac(name, key).update(content).digest()

export const isHashName = (name: string): name is HashName => Object.hasOwn(hashes, name)

/** Whether this machine's OpenSSL has the hash; FIPS builds lack SM3. */
export const canHash = (name: HashName): boolean => getHashes().includes(name)
