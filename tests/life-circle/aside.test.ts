import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { townExtract } from '../../seed/map/town-map.ts'
import { importAside, siteAside } from '../../src/modules/life-circle/handle/aside.ts'
import { importMap } from '../../src/modules/life-circle/rules/import.ts'
import { reachOf } from '../../src/modules/life-circle/rules/reach/reach.ts'
import { walkOver } from '../../src/modules/life-circle/rules/reach/walk.ts'
import { groundOf } from '../../src/modules/life-circle/rules/snap/grid.ts'
import { snapPlaces, snapperOf } from '../../src/modules/life-circle/rules/snap/snap.ts'
import { readOsm } from '../../src/platform/osm/read.ts'
import { builtThread } from '../../src/platform/process/aside.ts'

// Beside the packages that the thread imports.
const folder = mkdtempSync(join(import.meta.dirname, '../../node_modules/.planner-'))
const root = join(import.meta.dirname, '../..')

beforeAll(async () => {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir: folder,
      target: 'node20',
      minify: false,
      rolldownOptions: { input: { planner: join(root, 'src/city/planner.ts') } },
    },
  })
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const bytes = townExtract()
const question = { bytes, people: null, district: null }
const read = readOsm(bytes)
const made = read.ok ? importMap({ osm: read.osm, people: null }) : null

test('a thread imports the same as the process itself, and the process stays awake and is told how far it is', async () => {
  const told: number[] = []
  let beats = 0
  const beat = setInterval(() => (beats += 1), 5)
  const onStep = (share: number): undefined => {
    told.push(share)
  }
  const found = await importAside(question, { file: builtThread('planner', folder), onStep })
  clearInterval(beat)
  expect(found).toEqual(made)
  expect(told.at(-1)).toBe(1)
  expect(told).toEqual(told.toSorted((p, q) => p - q))
  expect(beats).toBeGreaterThan(3)
})

test('a thread is called off while it works, by what it tells or from outside', async () => {
  const file = builtThread('planner', folder)
  const off = { ok: false, refusal: 'cancelled' }
  expect(await importAside(question, { file, onStep: () => false })).toEqual(off)
  const stop = new AbortController()
  setTimeout(() => stop.abort(), 10)
  expect(await importAside(question, { file, stop: stop.signal })).toEqual(off)
  expect(await importAside(question, { file: null, onStep: () => false })).toEqual(off)
})

test('a thread finds the same sites', async () => {
  if (!made?.ok) throw new Error('the town has a network')
  const { network, homes, places } = made.imported
  const snapped = snapPlaces(snapperOf(groundOf(network)), places.slice(0, 20))
  const walk = walkOver(network, { walker: 'adult', metresPerMinute: 80 })
  const reach = reachOf({ walk, places: snapped, homes, kinds: ['market'], cap: 90_000 })
  const asked = {
    reach,
    needs: [],
    question: { kind: 'market', limit: 30_000, count: 3, sites: null, equity: 'none' },
  } as const
  const here = await siteAside(asked, { file: null })
  expect(here?.length).toBe(3)
  expect(await siteAside(asked, { file: builtThread('planner', folder) })).toEqual(here)
})

test('the built server has the file of the thread beside it', () => {
  expect(readFileSync(join(root, 'vite.config.ts'), 'utf8')).toContain("planner: join(root, 'src/city/planner.ts')")
})
