import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { knownOperations } from './operations.ts'

const root = join(import.meta.dirname, '..')
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\/(handle|routes)(\/|\.ts)/.test(file) && file.endsWith('.ts') && !/\.(test|spec)\./.test(file),
)

/** Codes of deeds as they are written down: `what: 'people.staff.create'`, `const what = a ? 'x.y' : 'x.z'`. */
const codesIn = (text: string): string[] =>
  text
    .split('\n')
    .filter((line) => /\bwhat( =|:)/.test(line))
    .flatMap((line) => [...line.matchAll(/'([a-z][a-z-]*(?:\.[a-z][a-z-]*)+)'/g)].map(([, code = '']) => code))

test('whatever the operation log may tell of has words in both tongues', () => {
  const codes = new Set(files.flatMap((file) => codesIn(readFileSync(join(root, file), 'utf8'))))
  expect(codes.size).toBeGreaterThan(50)
  expect([...codes].filter((code) => knownOperations[code] === undefined)).toEqual([])
})
