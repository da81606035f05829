import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'

const client = join(import.meta.dirname, '../dist/client')
const read = (path: string) => {
  if (!existsSync(join(client, path))) throw new Error('the faces are not built: npm run build')
  return readFileSync(join(client, path))
}
const page = () => read('resident/index.html').toString()

/** Design.md 5: at most so many bytes of compressed script on the first load of a resident. */
const MOST = 170_000

test('the first load of a resident brings no more script than a poor line carries', () => {
  const scripts = [...page().matchAll(/(?:src|href)="(\/assets\/[^"]+\.js)"/g)].map(([, path = '']) => path)
  const bytes = scripts.map((path) => gzipSync(read(path)).length).reduce((sum, size) => sum + size, 0)
  expect(scripts.length).toBeGreaterThan(0)
  expect(bytes).toBeGreaterThan(50_000)
  expect(bytes).toBeLessThanOrEqual(MOST)
})

/** A script with all that it brings along by itself. */
function closure(roots: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>()
  const waiting = [...roots]
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path)) continue
    found.add(path)
    const code = read(path).toString()
    for (const [, name = ''] of code.matchAll(/(?:\bfrom|\bimport)\s*["'`]\.\/([\w.-]+\.js)["'`]/g))
      waiting.push(`/assets/${name}`)
  }
  return found
}

test.each(['Write', 'Case', 'Mine', 'Results'])('%s, opened directly, brings no more than that either', (name) => {
  const scripts = [...page().matchAll(/(?:src|href)="(\/assets\/[^"]+\.js)"/g)].map(([, path = '']) => path)
  const own = readdirSync(join(client, 'assets')).filter((file) => new RegExp(`^${name}-[\\w-]+\\.js$`).test(file))
  expect(own).toHaveLength(1)
  const all = closure([...scripts, `/assets/${own[0]}`])
  expect(all.size).toBeGreaterThan(scripts.length)
  expect([...all].map((path) => gzipSync(read(path)).length).reduce((sum, size) => sum + size, 0)).toBeLessThan(MOST)
})

test('the worker keeps everything that the pages of a resident need, and no map and no desk', () => {
  const worker = read('sw.js').toString()
  const lists = worker.match(/`[^`]*`|\[[^[\]]*\]/g) ?? []
  // The files of the patrol page are another list, fetched for whoever goes on patrol alone.
  const mine = lists.find((list) => list.includes('/assets/Write-')) ?? ''
  const kept = [...new Set(mine.match(/\/assets\/[\w.-]+\.(?:js|css)/g))]
  const first = [...page().matchAll(/(?:src|href)="(\/assets\/[^"]+\.(?:js|css))"/g)].map(([, path]) => path)
  expect(kept).toEqual(expect.arrayContaining(first))
  for (const name of ['Write', 'Waiting', 'Case', 'Results'])
    expect(
      kept.some((path) => path.startsWith(`/assets/${name}-`)),
      name,
    ).toBe(true)
  expect(kept.filter((path) => /maplibre|antd|CaseScreen/i.test(path))).toEqual([])
  const bytes = kept.map((path) => gzipSync(read(path)).length).reduce((sum, size) => sum + size, 0)
  expect(bytes).toBeLessThanOrEqual(2 * MOST)
})
