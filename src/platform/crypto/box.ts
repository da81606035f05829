import { createCipheriv, createDecipheriv, randomBytes, timingSafeEqual } from 'node:crypto'
import { hmac } from './hash.ts'

/** The first byte of a box names how it was closed, so a city that changes its cipher can read its past. */
const AES_256_GCM = 1
const SM4_CTR_HMAC_SM3 = 2

const GCM_NONCE = 12
const GCM_TAG = 16
const CTR_START = 16
const SM3_MAC = 32

const doesNotOpen = (cause?: unknown): Error => new Error('this key does not open this box', { cause })

/** `1 | nonce 12 | ciphertext | tag 16`, NIST SP 800-38D. A random nonce is safe for 2^32 boxes under one key. */
export function sealAes(key: Buffer, plaintext: Buffer, associated: string): Buffer {
  const nonce = randomBytes(GCM_NONCE)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(associated))
  return Buffer.concat([Buffer.of(AES_256_GCM), nonce, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()])
}

function openAes(key: Buffer, box: Buffer, associated: string): Buffer {
  const nonce = box.subarray(1, 1 + GCM_NONCE)
  const sealed = box.subarray(1 + GCM_NONCE, -GCM_TAG)
  const cipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: GCM_TAG })
  cipher.setAAD(Buffer.from(associated)).setAuthTag(box.subarray(-GCM_TAG))
  try {
    return Buffer.concat([cipher.update(sealed), cipher.final()])
  } catch (cause) {
    throw doesNotOpen(cause)
  }
}

/**
 * `2 | start 16 | ciphertext | mac 32`: SM4-CTR (GB/T 32907) then HMAC-SM3 over everything before it.
 * Encrypt-then-MAC because Node's OpenSSL has no SM4-GCM; each of the two keys is derived from the given one.
 */
export function sealSm4(key: Buffer, plaintext: Buffer, associated: string): Buffer {
  const start = randomBytes(CTR_START)
  const cipher = createCipheriv('sm4-ctr', sm4Key(key), start)
  const body = Buffer.concat([Buffer.of(SM4_CTR_HMAC_SM3), start, cipher.update(plaintext), cipher.final()])
  return Buffer.concat([body, sm4Mac(key, body, associated)])
}

function openSm4(key: Buffer, box: Buffer, associated: string): Buffer {
  const body = box.subarray(0, -SM3_MAC)
  if (!timingSafeEqual(sm4Mac(key, body, associated), box.subarray(-SM3_MAC))) throw doesNotOpen()
  const cipher = createDecipheriv('sm4-ctr', sm4Key(key), body.subarray(1, 1 + CTR_START))
  return Buffer.concat([cipher.update(body.subarray(1 + CTR_START)), cipher.final()])
}

const sm4Key = (key: Buffer): Buffer => hmac('sm3', key, 'yiwang sm4-ctr key').subarray(0, 16)

/** The length of the associated text goes in first, so that text and box cannot flow into one another. */
function sm4Mac(key: Buffer, body: Buffer, associated: string): Buffer {
  const beside = Buffer.from(associated)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(beside.length)
  return hmac('sm3', hmac('sm3', key, 'yiwang sm4 mac key'), Buffer.concat([length, beside, body]))
}

/** Opens a box closed by either cipher; throws on a wrong key, associated text or altered byte. */
export function openBox(key: Buffer, box: Buffer, associated: string): Buffer {
  if (key.length !== 32) throw new RangeError(`a key is 32 bytes, not ${key.length}`)
  if (box[0] === AES_256_GCM && box.length >= 1 + GCM_NONCE + GCM_TAG) return openAes(key, box, associated)
  if (box[0] === SM4_CTR_HMAC_SM3 && box.length >= 1 + CTR_START + SM3_MAC) return openSm4(key, box, associated)
  throw new Error('this is not a box of any kind this house has closed')
}
