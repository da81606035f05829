import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../src')
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file))
const read = (file: string) => readFileSync(join(root, file), 'utf8')

const isWordsRoom = (file: string) => /(^|\/)words(\.ts$|\/)/.test(file) && !/\.test\./.test(file)
const isFace = (file: string) => /^(ui|web)\/|\/pages\//.test(file)

/** Rooms in which no sentence may stand. Models and routes name the fields of a schema, rules read what people write. */
const isWordless = (file: string) =>
  isFace(file) || file.startsWith('platform/') || /\/(policy|store|ledger|jobs)(\.ts$|\/)/.test(file)

const allowed: Readonly<Record<string, string>> = {
  'platform/config/settings.ts': 'the name of the invented town is a default value',
  'platform/forms/check.ts': 'a form without a title is called a form',
}

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/[^\n]*/g, '')

type Found = { readonly at: string; readonly zh: unknown; readonly en: unknown }

/** Every sentence in a room of words, wherever it stands in the tables; functions are sentences not said yet. */
function sentences(value: unknown, at: string): Found[] {
  if (typeof value !== 'object' || value === null) return []
  if ('zh' in value && 'en' in value) return [{ at, zh: value.zh, en: value.en }]
  return Object.entries(value).flatMap(([key, inner]) => sentences(inner, `${at}.${key}`))
}

test('whoever reads English is told as much as whoever reads Chinese', async () => {
  const found: Found[] = []
  for (const file of files.filter(isWordsRoom)) found.push(...sentences(await import(join(root, file)), file))
  const empty = ({ zh, en }: Found) => [zh, en].some((words) => typeof words !== 'string' || words.trim() === '')
  expect(found.length).toBeGreaterThan(100)
  expect(found.filter(empty).map(({ at }) => at)).toEqual([])
})

test('a sentence for people stands in a room of words, where it can be found and put into the other tongue', () => {
  const offences = files
    .filter((file) => isWordless(file) && !isWordsRoom(file) && !/\.test\.|(^|\/)seed(\.ts|\/)/.test(file))
    .filter((file) => allowed[file] === undefined && /\p{Script=Han}/u.test(withoutComments(read(file))))
  expect(offences).toEqual([])
})

test('no sentence of the faces lies about unused', () => {
  const texts = files.filter((file) => isFace(file) && !isWordsRoom(file)).map(read)
  const spoken = new Set(texts.flatMap((text) => text.match(/[A-Za-z]\w*/g) ?? []))
  const unused = files
    .filter((file) => isFace(file) && isWordsRoom(file))
    .flatMap((file) => [...read(file).matchAll(/^ {2}(\w+): said\(/gm)].map(([, key = '']) => ({ file, key })))
    .filter(({ key }) => !spoken.has(key))
  expect(unused).toEqual([])
})
