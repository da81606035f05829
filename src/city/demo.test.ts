import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { town } from '../../tests/town.ts'
import { oneOfEachKind } from './demo.ts'

test('the start shows one account of every kind of post, and the README names the same ones', async () => {
  const { accounts, close } = await town()
  await close()
  const shown = oneOfEachKind(accounts)
  const posts = (list: typeof accounts) => [...new Set(list.flatMap(({ role }) => role.split('、')))].sort()
  expect(posts(shown)).toEqual(posts(accounts))

  const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8')
  const table = /\| account \| post \| \|\n([\s\S]*?)\n\n/.exec(readme)?.[1] ?? ''
  const named = [...table.matchAll(/^\| `([^`]+)` \| ([^ ]+)/gm)].map(([, account, role]) => `${account} ${role}`)
  expect(named.sort()).toEqual(shown.map(({ account, role }) => `${account} ${role}`).sort())
})
