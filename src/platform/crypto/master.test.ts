import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { masterKey } from './master.ts'

let room = ''
beforeAll(() => {
  room = mkdtempSync(join(tmpdir(), 'master-'))
})
afterAll(() => rmSync(room, { recursive: true }))

test('the first start makes the key for its owner alone, and every later start reads the same one', () => {
  const path = join(room, 'keys', 'master.key')
  const first = masterKey(path)
  expect(first.length).toBe(32)
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(masterKey(path)).toEqual(first)
  expect(readdirSync(join(room, 'keys'))).toEqual(['master.key'])
})

test('a key may be given as 64 digits, or as a file of 32 bytes or of 64 digits', () => {
  const hex = 'a1'.repeat(32)
  writeFileSync(join(room, 'bytes'), Buffer.from(hex, 'hex'))
  writeFileSync(join(room, 'digits'), `${hex}\n`)
  for (const source of [hex, join(room, 'bytes'), join(room, 'digits')])
    expect(masterKey(source).toString('hex')).toBe(hex)
})

test('a damaged key file is never replaced: the server says so and stops', () => {
  const path = join(room, 'damaged')
  writeFileSync(path, 'a1a1')
  expect(() => masterKey(path)).toThrow(/主密钥必须是 32 字节.*damaged/)
  expect(readFileSync(path, 'utf8')).toBe('a1a1')
})

test('a path that cannot be written says which', () => {
  writeFileSync(join(room, 'file'), '')
  chmodSync(join(room, 'file'), 0o600)
  expect(() => masterKey(join(room, 'file', 'master.key'))).toThrow(/无法读取或创建主密钥文件.*master.key/)
})
