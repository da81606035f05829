import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { LedgerEvent } from '../../src/kernel/ledger/model.ts'
import { chain } from '../../src/kernel/ledger/rules/chain.ts'
import { createCrypto } from '../../src/platform/crypto/crypto.ts'

const here = import.meta.dirname
const samples = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'))
const read = (file: string) => JSON.parse(readFileSync(join(here, file), 'utf8')) as LedgerEvent

test.each(samples)('the sample %s is a whole event of the type and month its place says', (file) => {
  expect(file).toMatch(/^\d{4}-\d{2}\/\w+(-\w+)*\.json$/)
  const event = read(file)
  expect(Object.keys(event).sort()).toEqual(['at', 'body', 'by', 'district', 'seq', 'stream', 'type'])
  expect(file.split('/')[1]?.split(/[-.]/)[0]).toBe(event.type)
  expect(() => chain(null, { ...event, crypto: createCrypto() }, [event])).not.toThrow()
})

test('the ledger itself has a sample of the only event it writes', () => {
  expect(samples.map((file) => read(file).type)).toContain('KeyDestroyed')
})
