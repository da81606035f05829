import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createCircles } from '../src/modules/life-circle/handle/circles.ts'
import { coverageView, leftOutPage } from '../src/modules/life-circle/handle/coverage.ts'
import { fromDoor } from '../src/modules/life-circle/handle/from-door.ts'
import { reportView } from '../src/modules/life-circle/handle/report.ts'
import { askFor } from '../src/modules/life-circle/handle/wishes.ts'
import { networksOf } from '../src/modules/life-circle/store/networks.ts'
import { DISTRICT, type Town, town } from '../tests/town.ts'
import { plantCircle } from './circle.ts'
import { plantLayers } from './layers.ts'
import { communityPlot, middleOf, onEarth } from './map/plan.ts'
import { cornerIn, plantPlaces } from './places.ts'

let here: Town
const dataDir = mkdtempSync(join(tmpdir(), 'circle-'))
beforeAll(async () => {
  here = await town()
  await plantPlaces(here.db, DISTRICT)
  await plantLayers(here.db, DISTRICT, here.clock.now())
  const parts = { db: here.db, dataDir, district: DISTRICT, now: here.clock.now() }
  await plantCircle(parts)
  await plantCircle(parts)
}, 60_000)
afterAll(async () => {
  await here.close()
  rmSync(dataDir, { recursive: true })
})

test('the invented town is measured: every street has people, some are left out, and twice planted it is planted once', async () => {
  const parts = { db: here.db, clock: here.clock, dataDir, circles: createCircles({ ...here, dataDir }) }
  const view = await coverageView(parts, DISTRICT, {})
  if ('ok' in view) throw new Error(view.refusal)
  expect(view.people).toBeGreaterThan(5_000)
  expect(view.areas.length).toBeGreaterThanOrEqual(3)
  expect(view.score).toBeGreaterThan(5)
  expect(view.score).toBeLessThan(100)
  // 问需 stands beside what the map says, for the district, a street and a community.
  const zhaohua = cornerIn(DISTRICT, 'zhaohua').area.split('/')[1] ?? ''
  const wished = async (area?: string) => {
    const seen = await coverageView(parts, DISTRICT, area === undefined ? {} : { area })
    return 'ok' in seen ? seen.refusal : seen.kinds.find(({ kind }) => kind === 'canteen')?.wished
  }
  expect([await wished(), await wished(zhaohua)]).toEqual([9, 7])
  await askFor(
    here,
    { district: DISTRICT, id: 'person_new' },
    { kind: 'canteen', note: '', at: onEarth(middleOf(communityPlot('zhaohua'))) },
  )
  expect([await wished(), await wished(zhaohua)]).toEqual([10, 8])
  const streets = await Promise.all(view.areas.map(({ code }) => wished(code)))
  expect(streets.reduce<number>((sum, one) => sum + Number(one), 0)).toBe(10)
  const left = await leftOutPage(parts, DISTRICT, {}, { kind: 'market', after: undefined, limit: 5 })
  expect('rows' in left && left.rows.length).toBe(5)
  const seen = await fromDoor(parts, DISTRICT, { at: onEarth(middleOf(communityPlot('qiaotou'))), walker: 'adult' })
  if (!seen.ok) throw new Error(seen.refusal)
  expect(seen.rings.map(({ minutes }) => minutes)).toEqual([5, 10, 15])
  expect(seen.kinds.some(({ enough }) => enough)).toBe(true)
  expect(await networksOf(here.db, DISTRICT)).toHaveLength(1)
})

test('stairs and kerbs of the town tell walkers apart: who rolls reaches less than who walks', async () => {
  const parts = { db: here.db, clock: here.clock, dataDir, circles: createCircles({ ...here, dataDir }) }
  const report = await reportView(parts, DISTRICT, {})
  if ('ok' in report) throw new Error(report.refusal)
  const group = (of: string) => report.walkers.find(({ walker }) => walker === of)
  const covered = (of: string) => (group(of)?.kinds ?? []).reduce((sum, { people }) => sum + people.covered, 0)
  // Child and wheelchair are as fast as each other: only stairs and kerbs make the difference.
  expect(group('child')?.metresPerMinute).toBe(group('wheelchair')?.metresPerMinute)
  expect(covered('adult')).toBeGreaterThan(covered('child') * 1.01)
  expect(covered('child')).toBeGreaterThan(covered('wheelchair') * 1.02)
})
