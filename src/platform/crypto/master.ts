import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, unlinkSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { cryptoWords } from './words.ts'

const HEX_KEY = /^[0-9a-f]{64}$/i

/**
 * The key that wraps every other key: 32 bytes. `source` is 64 hexadecimal digits, or the path of a file
 * holding 32 bytes or those digits. An absent file is made once, readable by its owner alone (0600).
 * Throws when the file cannot be read or holds anything else: a wrong master key is worse than none.
 */
export function masterKey(source: string): Buffer {
  if (HEX_KEY.test(source)) return Buffer.from(source, 'hex')
  try {
    return parsed(readFileSync(source))
  } catch (cause) {
    if (!isCode(cause, 'ENOENT')) throw troubled(source, cause)
  }
  try {
    writeOnce(source)
    return parsed(readFileSync(source))
  } catch (cause) {
    throw troubled(source, cause)
  }
}

function parsed(content: Buffer): Buffer {
  if (content.length === 32) return content
  const text = content.toString('utf8').trim()
  if (HEX_KEY.test(text)) return Buffer.from(text, 'hex')
  throw new Error(cryptoWords['master-key-malformed'].zh)
}

/** Linked into place when whole and on disk, so of two servers starting together both read the same key. */
function writeOnce(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  const file = openSync(draft, 'wx', 0o600)
  try {
    writeSync(file, `${randomBytes(32).toString('hex')}\n`)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  try {
    linkSync(draft, path)
  } catch (cause) {
    if (!isCode(cause, 'EEXIST')) throw cause
  } finally {
    unlinkSync(draft)
  }
}

const isCode = (cause: unknown, code: string): boolean =>
  cause instanceof Error && 'code' in cause && cause.code === code

function troubled(path: string, cause: unknown): Error {
  const own = cause instanceof Error && cause.message === cryptoWords['master-key-malformed'].zh
  const words = cryptoWords[own ? 'master-key-malformed' : 'master-key-unreadable']
  return new Error(`${words.zh} / ${words.en}: ${path}`, { cause })
}
