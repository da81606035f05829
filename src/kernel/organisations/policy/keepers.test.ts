import { expect, test } from 'vitest'
import { isKeeperOnly } from './keepers.ts'

test('who keeps or audits the system and does nothing else is a keeper; a post that works beside it makes him none', () => {
  expect(isKeeperOnly(['administrator'])).toBe(true)
  expect(isKeeperOnly(['administrator', 'auditor'])).toBe(true)
  expect(isKeeperOnly(['administrator', 'handler'])).toBe(false)
  expect(isKeeperOnly([])).toBe(false)
})
