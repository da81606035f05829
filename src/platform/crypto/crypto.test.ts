import { createCipheriv } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { createCrypto } from './crypto.ts'
import { hashes, hmac } from './hash.ts'

const international = createCrypto('sha256')
const national = createCrypto('sm3')
const families = [international, national] as const
const key = Buffer.from('000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f', 'hex')
const other = Buffer.alloc(32, 7)
const phone = Buffer.from('{"phone":"13800000000"}')

describe('the standards speak', () => {
  test('FIPS 180-4: SHA-256 of abc, of nothing, and of the two-block message', () => {
    expect(hashes.sha256('abc').toString('hex')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    )
    expect(hashes.sha256('').toString('hex')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    expect(hashes.sha256('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq').toString('hex')).toBe(
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    )
  })

  test('GB/T 32905 appendix A: SM3 of abc and of 64 letters', () => {
    expect(hashes.sm3('abc').toString('hex')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
    expect(hashes.sm3('abcd'.repeat(16)).toString('hex')).toBe(
      'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732',
    )
  })

  test('GB/T 32907 appendix A: SM4 of the example block', () => {
    const block = Buffer.from('0123456789abcdeffedcba9876543210', 'hex')
    const cipher = createCipheriv('sm4-ecb', block, null).setAutoPadding(false)
    expect(cipher.update(block).toString('hex')).toBe('681edf34d206965e86b3e94f536e4246')
  })

  test('RFC 4231 case 2: HMAC-SHA-256', () => {
    expect(hmac('sha256', Buffer.from('Jefe'), 'what do ya want for nothing?').toString('hex')).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    )
  })

  test('the GCM paper, case 16: AES-256-GCM beside associated bytes opens as an ordinary box', () => {
    const gcmKey = Buffer.from('feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308', 'hex')
    const empty = Buffer.from('530f8afbc74536b9a963b4f1c4cb738b', 'hex')
    const zeroKeyBox = Buffer.concat([Buffer.of(1), Buffer.alloc(12), empty])
    expect(international.open(Buffer.alloc(32), zeroKeyBox, '').length).toBe(0)
    expect(() => international.open(gcmKey, zeroKeyBox, '')).toThrow('does not open')
  })
})

describe('a box', () => {
  test('opens with its key, beside its text, and nothing of the inside shows', () => {
    for (const crypto of families) {
      const box = crypto.seal(key, phone, 'person_1')
      expect(crypto.open(key, box, 'person_1')).toEqual(phone)
      expect(box.toString('latin1')).not.toContain('138')
    }
  })

  test('two boxes of the same fact differ, so equal facts cannot be told', () => {
    for (const crypto of families)
      expect(crypto.seal(key, phone, 'person_1')).not.toEqual(crypto.seal(key, phone, 'person_1'))
  })

  test('stays shut for another key, another person and a key of the wrong size', () => {
    for (const crypto of families) {
      const box = crypto.seal(key, phone, 'person_1')
      expect(() => crypto.open(other, box, 'person_1')).toThrow('does not open')
      expect(() => crypto.open(key, box, 'person_2')).toThrow('does not open')
      expect(() => crypto.open(Buffer.alloc(16), box, 'person_1')).toThrow('32 bytes')
    }
  })

  test('stays shut when any single byte was altered or the end is cut off', () => {
    for (const crypto of families) {
      const box = crypto.seal(key, phone, 'person_1')
      for (let i = 0; i < box.length; i++) {
        const altered = Buffer.from(box)
        altered[i] = (altered[i] ?? 0) ^ 1
        expect(() => crypto.open(key, altered, 'person_1'), `byte ${i}`).toThrow()
        expect(() => crypto.open(key, box.subarray(0, i), 'person_1'), `cut at ${i}`).toThrow()
      }
    }
  })

  test('closed by one family is opened by the other, so a city may change its algorithms', () => {
    expect(national.open(key, international.seal(key, phone, 'p'), 'p')).toEqual(phone)
    expect(international.open(key, national.seal(key, phone, 'p'), 'p')).toEqual(phone)
  })

  test('may hold nothing at all', () => {
    for (const crypto of families) expect(crypto.open(key, crypto.seal(key, Buffer.alloc(0), ''), '').length).toBe(0)
  })

  test('the border between text and box cannot be moved', () => {
    const box = national.seal(key, phone, 'ab')
    const shifted = Buffer.concat([Buffer.of(2), Buffer.from('b'), box.subarray(1)])
    expect(() => national.open(key, shifted, 'a')).toThrow()
  })
})

test('the same phone number gives the same mark under one key, and another under another', () => {
  for (const crypto of families) {
    expect(crypto.mac(key, '13800000000')).toEqual(crypto.mac(key, '13800000000'))
    expect(crypto.mac(key, '13800000000')).not.toEqual(crypto.mac(other, '13800000000'))
    expect(crypto.newKey().length).toBe(32)
  }
})
