import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Day } from '../../../platform/time.ts'
import type { UnitId, UnitVersion } from '../model.ts'
import {
  above,
  applyUnitEvents,
  beneath,
  decideUnit,
  treeFault,
  treeOn,
  type UnitCommand,
  type UnitTraits,
} from './tree.ts'

const unused = { posts: 0, duties: 0, openCases: 0, isFallback: false }
const traits = (name: string, parent: UnitId | null): UnitTraits => ({
  name,
  shortName: name,
  kind: 'line',
  level: 'department',
  parent,
  code: name,
})

/** Plays commands one after another; a refused one ends the story with its refusal. */
function play(...commands: UnitCommand[]): readonly UnitVersion[] {
  return commands.reduce<readonly UnitVersion[]>((versions, command) => {
    const decided = decideUnit(versions, command, unused)
    if (!decided.ok) throw new Error(decided.refusal)
    return applyUnitEvents(versions, decided.events)
  }, [])
}

const open = (id: UnitId, parent: UnitId | null, from: Day = '2020-01-01'): UnitCommand => ({
  type: 'Open',
  id,
  from,
  traits: traits(id, parent),
})
const town = play(
  open('unit_gov', null),
  open('unit_water', 'unit_gov'),
  open('unit_drains', 'unit_water'),
  open('unit_roads', 'unit_gov'),
)

test('the tree of a past day stays what it was when a unit is renamed and moved', () => {
  const versions = applyUnitEvents(
    town,
    [
      decideUnit(
        town,
        { type: 'Change', id: 'unit_drains', from: '2024-05-01', traits: { name: '排水处', parent: 'unit_roads' } },
        unused,
      ),
    ].flatMap((decided) => (decided.ok ? decided.events : [])),
  )
  expect(treeOn(versions, '2024-04-30').get('unit_drains')).toMatchObject({ name: 'unit_drains', parent: 'unit_water' })
  expect(treeOn(versions, '2024-05-01').get('unit_drains')).toMatchObject({
    name: '排水处',
    parent: 'unit_roads',
    version: 2,
  })
  expect(beneath(treeOn(versions, '2024-05-01'), 'unit_water')).toEqual(['unit_water'])
  expect(above(treeOn(versions, '2024-05-01'), 'unit_drains')).toEqual(['unit_roads', 'unit_gov'])
  expect(treeOn(versions, '2019-12-31').size).toBe(0)
})

test('a unit corrected on the day of its change has one version that holds and one that never did', () => {
  const twice = ['甲', '乙'].reduce<readonly UnitVersion[]>((versions, name) => {
    const decided = decideUnit(
      versions,
      { type: 'Change', id: 'unit_roads', from: '2024-05-01', traits: { name } },
      unused,
    )
    return decided.ok ? applyUnitEvents(versions, decided.events) : versions
  }, town)
  expect(treeOn(twice, '2024-05-01').get('unit_roads')?.name).toBe('乙')
  expect(twice.filter(({ id }) => id === 'unit_roads')).toHaveLength(3)
})

test.each<[string, UnitCommand, typeof unused, string]>([
  [
    'beneath itself',
    { type: 'Change', id: 'unit_water', from: '2024-05-01', traits: { parent: 'unit_drains' } },
    unused,
    'tree-would-loop',
  ],
  [
    'under a unit that is not there',
    { type: 'Change', id: 'unit_water', from: '2024-05-01', traits: { parent: 'unit_x' } },
    unused,
    'parent-missing',
  ],
  [
    'before its last change',
    { type: 'Change', id: 'unit_water', from: '2019-05-01', traits: { name: 'x' } },
    unused,
    'day-before-last-change',
  ],
  [
    'under a code that is taken',
    { type: 'Change', id: 'unit_water', from: '2024-05-01', traits: { code: 'unit_roads' } },
    unused,
    'code-taken',
  ],
  [
    'closed while units stand beneath it',
    { type: 'Close', id: 'unit_water', from: '2024-05-01' },
    unused,
    'unit-still-used',
  ],
  [
    'closed while somebody has a post in it',
    { type: 'Close', id: 'unit_roads', from: '2024-05-01' },
    { ...unused, posts: 1 },
    'unit-still-used',
  ],
  [
    'closed while it holds cases',
    { type: 'Close', id: 'unit_roads', from: '2024-05-01' },
    { ...unused, openCases: 3 },
    'unit-holds-cases',
  ],
  [
    'closed while it is the fallback desk',
    { type: 'Close', id: 'unit_roads', from: '2024-05-01' },
    { ...unused, isFallback: true },
    'fallback-desk-needed',
  ],
  [
    'merged into itself',
    { type: 'Merge', id: 'unit_roads', into: 'unit_roads', from: '2024-05-01' },
    unused,
    'merge-into-itself',
  ],
  [
    'merged into nothing',
    { type: 'Merge', id: 'unit_roads', into: 'unit_x', from: '2024-05-01' },
    unused,
    'no-such-unit',
  ],
  [
    'merged into its own child',
    { type: 'Merge', id: 'unit_water', into: 'unit_drains', from: '2024-05-01' },
    unused,
    'tree-would-loop',
  ],
])('a unit is not put %s', (_, command, uses, refusal) => {
  expect(decideUnit(town, command, uses)).toEqual({ ok: false, refusal })
})

test('a merger hands the units beneath to the one that takes over, and says who took over', () => {
  const merged = play(
    open('unit_gov', null),
    open('unit_water', 'unit_gov'),
    open('unit_drains', 'unit_water'),
    open('unit_roads', 'unit_gov'),
    {
      type: 'Merge',
      id: 'unit_water',
      into: 'unit_roads',
      from: '2025-01-01',
    },
  )
  const tree = treeOn(merged, '2025-01-01')
  expect(tree.has('unit_water')).toBe(false)
  expect(tree.get('unit_drains')?.parent).toBe('unit_roads')
  expect(merged.find(({ id, to }) => id === 'unit_water' && to === '2025-01-01')?.mergedInto).toBe('unit_roads')
})

test('whatever is opened, moved, closed and merged, no day of the tree has a loop or an orphan, and no past day changes', () => {
  const id = fc.constantFrom<UnitId>('unit_a', 'unit_b', 'unit_c', 'unit_d')
  const day = fc.constantFrom<Day>('2020-01-01', '2021-01-01', '2022-01-01', '2023-01-01')
  const command: fc.Arbitrary<UnitCommand> = fc.oneof(
    fc
      .record({ id, from: day, parent: fc.option(id) })
      .map(({ parent, ...rest }) => ({ type: 'Open' as const, ...rest, traits: traits(rest.id, parent) })),
    fc
      .record({ id, from: day, parent: fc.option(id) })
      .map(({ parent, ...rest }) => ({ type: 'Change' as const, ...rest, traits: { parent } })),
    fc.record({ type: fc.constant('Close' as const), id, from: day }),
    fc.record({ type: fc.constant('Merge' as const), id, into: id, from: day }),
  )
  fc.assert(
    fc.property(fc.array(command, { maxLength: 14 }), (commands) => {
      let versions: readonly UnitVersion[] = []
      for (const each of commands) {
        const decided = decideUnit(versions, each, unused)
        if (!decided.ok) continue
        const after = applyUnitEvents(versions, decided.events)
        expect(treeFault(after, '2019-01-01')).toBeNull()
        for (const past of ['2019-06-01', '2020-06-01', '2021-06-01', '2022-06-01'] as const)
          if (past < each.from) expect(plain(treeOn(after, past))).toEqual(plain(treeOn(versions, past)))
        versions = after
      }
    }),
    { numRuns: 300, seed: 20261123 },
  )
})

const plain = (tree: ReadonlyMap<UnitId, UnitVersion>) =>
  [...tree.values()].map(({ id, parent, name }) => ({ id, parent, name })).sort((a, b) => (a.id < b.id ? -1 : 1))
