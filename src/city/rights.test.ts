import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { seedRoles } from '../kernel/organisations/seed/roles.ts'
import { knownRights } from './rights.ts'

const root = join(import.meta.dirname, '..')
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.tsx?$/.test(file) && !/\.(test|spec)\./.test(file),
)
const known = new Set(knownRights.map(({ right }) => right))

/** Rights as doors ask for them: `needs('cases.read')`, `const READ_RIGHT = 'cases.read'`, `right: 'people.logs'`. */
const asked = (text: string): string[] =>
  [...text.matchAll(/(?:needs\(|hasRight\(who, |RIGHT = |\bright(?: =|:) )'([a-z-]+\.[a-z-]+)'/g)].map(
    ([, right = '']) => right,
  )

test('every right that a door asks for has a name by which it can be given', () => {
  const rights = new Set(files.flatMap((file) => asked(readFileSync(join(root, file), 'utf8'))))
  expect(rights.size).toBeGreaterThan(25)
  expect([...rights].filter((right) => !known.has(right))).toEqual([])
})

test('every right of the invented roles is one of them, or a whole house', () => {
  const given = new Set(seedRoles.flatMap(({ rights }) => rights))
  const stray = [...given].filter((right) => {
    if (right === '*' || known.has(right)) return false
    return !knownRights.some(
      (one) => right === `${one.house}.*` || (right.endsWith('.*') && one.right.startsWith(right.slice(0, -1))),
    )
  })
  expect(stray).toEqual(['orders.read'])
})
