import { expect, test } from 'vitest'
import type { FromDoorView } from '../model/circle.ts'
import { sortedFromDoor } from './door.ts'

type Kind = FromDoorView['kinds'][number]

const kind = (change: Partial<Kind> & Pick<Kind, 'kind'>): Kind => ({
  ...{ aspect: 'leisure', level: 'must', limit: 10, minutes: null, enough: false, counts: [0, 0, 0] },
  ...{ name: null, lng: null, lat: null, hours: '', open: null, perhaps: null },
  ...change,
})
const named = (kinds: readonly Kind[]) => kinds.map((one) => one.kind)

test('a place near by of unknown hours is neither there nor missing', () => {
  const park = kind({ kind: 'park', perhaps: { name: '桥西里中心绿地', minutes: 3 } })
  const { unsure, missing, far, asked } = sortedFromDoor([park])
  expect([named(unsure), named(missing), named(far)]).toEqual([['park'], [], []])
  expect(asked).toEqual({ of: 1, have: 0, unsure: 1 })
})

test('one of unknown hours that is too far as well is missing all the same', () => {
  const { unsure, missing } = sortedFromDoor([kind({ kind: 'market', perhaps: { name: '', minutes: 12 } })])
  expect([named(unsure), named(missing)]).toEqual([[], ['market']])
})

test('each kind is told once, and the counts are of the kinds told', () => {
  const kinds = [
    kind({ kind: 'park', perhaps: { name: '', minutes: 3 } }),
    kind({ kind: 'market', minutes: 8, enough: true }),
    kind({ kind: 'primary-school', minutes: 14 }),
    kind({ kind: 'library', level: 'quality', minutes: 40, perhaps: { name: '', minutes: 9 } }),
    kind({ kind: 'museum', level: 'quality', minutes: 40 }),
    kind({ kind: 'bank', level: 'special', minutes: 4, enough: true, perhaps: { name: '', minutes: 2 } }),
  ]
  const { near, unsure, missing, far, asked } = sortedFromDoor(kinds)
  expect(named(near)).toEqual(['market', 'bank'])
  expect(named(unsure)).toEqual(['park', 'library'])
  expect(named(missing)).toEqual(['primary-school'])
  expect(named(far)).toEqual(['museum'])
  expect(asked).toEqual({ of: 3, have: 1, unsure: 1 })
})
