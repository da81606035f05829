import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { offences } from './architecture/laws.ts'

const root = join(import.meta.dirname, '..')

function theHouse(): Map<string, string> {
  const tree = new Map<string, string>()
  for (const top of ['src', 'tests', 'seed', 'bench', 'docs']) {
    for (const file of list(top)) {
      if (/\.(tsx?|md)$/.test(file)) tree.set(`${top}/${file}`, readFileSync(join(root, top, file), 'utf8'))
    }
  }
  return tree
}

function list(top: string): string[] {
  try {
    return readdirSync(join(root, top), { recursive: true, encoding: 'utf8' })
  } catch {
    return [] // a top folder comes with its first file
  }
}

test('the house keeps its own laws', () => {
  expect(offences(theHouse())).toEqual([])
})

const sound = {
  'docs/glossary.md': '## cases\n## people\n## orders\n## grid',
  'src/city.ts': "import { orders } from './modules/orders/module.ts'",
  'src/kernel/module.ts': 'export type Module = { name: string }',
  'src/kernel/people/README.md': '',
  'src/kernel/people/model.ts': 'export type Resident = string',
  'src/kernel/cases/README.md': '',
  'src/kernel/cases/rules.ts': "import type { Resident } from '../people/model.ts'",
  'src/kernel/cases/store.ts': "import { sql } from 'kysely'",
  'src/modules/orders/README.md': '',
  'src/modules/orders/module.ts': "import type { Module } from '../../kernel/module.ts'",
  'src/modules/orders/pages/Desk.tsx': "import { decide } from '../../../kernel/cases/rules.ts'",
  'src/modules/grid/README.md': '',
  'src/modules/grid/words.ts': "export const sorry = '出错了，请重试。'",
  'src/modules/grid/rules.ts':
    '// "any" and process.env in a comment are no offence; 法律原文，也不算。\nexport const words = `as any`',
}

const plant = (file: string, text: string) => offences(new Map(Object.entries({ ...sound, [file]: text })))

test('a sound house gives no offence', () => {
  expect(offences(new Map(Object.entries(sound)))).toEqual([])
})

test.each([
  ['src/modules/orders/rules.ts', "import { x } from '../grid/rules.ts'", '→ src/modules/grid/rules.ts'],
  ['src/modules/orders/pages/List.tsx', "import { x } from '../store.ts'", '→ src/modules/orders/store.ts'],
  ['src/web/desk/main.tsx', "import { x } from '../../modules/orders/routes.ts'", '→ src/modules/orders/routes.ts'],
  ['src/platform/db/x.ts', "import { x } from '../../kernel/cases/rules.ts'", '→ src/kernel/cases/rules.ts'],
  ['src/platform/db/x.ts', "import { x } from '../../app.ts'", '→ src/app.ts'],
  ['src/kernel/people/rules.ts', "import { x } from '../cases/rules.ts'", '→ src/kernel/cases/rules.ts'],
  ['src/kernel/people/rules.ts', "import { x } from './store.ts'", '→ src/kernel/people/store.ts'],
  ['src/kernel/cases/rules.ts', "import {\n  x,\n} from '../people/store.ts'", '→ src/kernel/people/store.ts'],
  ['src/kernel/cases/rules.ts', "const x = await import('./store.ts')", '→ src/kernel/cases/store.ts'],
  ['src/modules/orders/module.ts', "import { x } from '../../kernel/module.ts'", '→ src/kernel/module.ts'],
  ['src/ui/Map.tsx', "import { x } from '../kernel/people/model.ts'", '→ src/kernel/people/model.ts'],
  ['src/modules/orders/handle.ts', "import { Field } from '../../ui/Field.tsx'", '→ src/ui/Field.tsx'],
])('%s is caught at %j', (file, text, offence) => {
  expect(plant(file, text)).toContain(`${file} ${offence}`)
})

test.each([
  ['src/kernel/people/things.ts', '', 'src/kernel/people/things.ts is in no room'],
  ['src/kernel/weather/rules.ts', '', 'src/kernel/weather/rules.ts is in no house of the kernel'],
  ['src/ui/x.ts', "import { readFileSync } from 'node:fs'", 'src/ui/x.ts takes node:fs into the browser'],
  ['src/platform/utils.ts', '', 'src/platform/utils.ts has a name that says nothing'],
  ['src/platform/x/string-helpers.ts', '', 'src/platform/x/string-helpers.ts has a name that says nothing'],
  ['src/platform/x.ts', 'export class CaseManager {}', 'src/platform/x.ts calls something CaseManager'],
  ['src/platform/x.ts', 'export const readImpl = 1', 'src/platform/x.ts calls something readImpl'],
  ['src/platform/x.ts', 'const a: any = 1', 'src/platform/x.ts says any'],
  ['tests/x.test.ts', 'const a = b as any', 'tests/x.test.ts says any'],
  ['bench/x.ts', 'const a = b.c!.d', 'bench/x.ts asserts away null with !'],
  ['bench/x.ts', 'const a = list[0]!', 'bench/x.ts asserts away null with !'],
  ['src/ui/x.tsx', 'export default 1', 'src/ui/x.tsx has a default export'],
  ['src/platform/x.ts', 'export enum Light { Red }', 'src/platform/x.ts has an enum'],
  ['src/platform/x.ts', 'const at = Date.now()', "src/platform/x.ts reads the machine's clock"],
  ['seed/x.ts', 'const at = new Date()', "seed/x.ts reads the machine's clock"],
  ['src/ui/x.ts', 'const at = new Date()', "src/ui/x.ts reads the machine's clock"],
  ['src/platform/log/x.ts', 'const a = process.env.PORT', 'src/platform/log/x.ts reads process.env'],
  [
    'src/kernel/cases/handle.ts',
    "import { sql } from 'kysely'",
    'src/kernel/cases/handle.ts writes SQL outside a store',
  ],
  [
    'src/modules/orders/pages/New.tsx',
    '<p>提交</p>',
    'src/modules/orders/pages/New.tsx speaks Chinese outside a words room',
  ],
  ['src/app.ts', "const sorry = '出错了，请重试。'", 'src/app.ts speaks Chinese outside a words room'],
])('%s with %j is caught', (file, text, offence) => {
  expect(plant(file, text)).toContain(offence)
})

test('a file of more than 300 lines is caught', () => {
  expect(plant('src/platform/long.ts', 'x\n'.repeat(300))).toEqual([])
  expect(plant('src/platform/long.ts', 'x\n'.repeat(301))).toEqual(['src/platform/long.ts has 301 lines'])
})

test('a face may read the clock of the machine it runs on, if it says why', () => {
  expect(plant('src/ui/x.ts', '// the countdown runs on the machine of the person\nconst at = new Date()')).toEqual([])
})

test('what a page loads by a detour may not need the server either', () => {
  const detour = new Map(Object.entries({ ...sound, 'src/platform/x.ts': "import pg from 'pg'" }))
  detour.set('src/web/desk/main.ts', "import { x } from '../../platform/x.ts'")
  expect(offences(detour)).toEqual(['src/platform/x.ts takes pg into the browser'])
})

test('two folders of the platform may not need each other', () => {
  const circle = new Map(Object.entries({ ...sound, 'src/platform/a/x.ts': "import { y } from '../b/y.ts'" }))
  circle.set('src/platform/b/y.ts', "import type { X } from '../a/x.ts'")
  expect(offences(circle)).toEqual(['platform/a is in a circle', 'platform/b is in a circle'])
})

test('a house comes with its README, its words in the glossary and its line in the city', () => {
  const found = offences(new Map(Object.entries({ ...sound, 'src/modules/care/routes.ts': '' })))
  expect(found).toEqual([
    'modules/care has no README.md',
    'modules/care is not in docs/glossary.md',
    'modules/care has routes and no module.ts',
  ])
  expect(plant('src/modules/grid/module.ts', '')).toEqual(['modules/grid is not in city.ts'])
})
