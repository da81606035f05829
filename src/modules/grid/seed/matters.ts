import type { Category, CategoryId, Matter } from '../../../kernel/matters/model.ts'
import { withPromises } from '../../../kernel/matters/rules/promises.ts'
import { said } from '../../../platform/words.ts'
import { COMPONENTS, EVENTS } from '../model.ts'
import { firstDay, gridPromises, promise } from './promises.ts'
import { type GridType, gridTypes, groups } from './types.ts'

const sourceDoc = '云溪区网格案卷立案结案标准（演示；编码 GB/T 30428.2 待确认）'
const milestoneKeys = ['handle', 'milestone-2', 'milestone-3'] as const
const trunks = { event: [EVENTS, 'City events'], component: [COMPONENTS, 'City components'] } as const

const groupOf = ({ of, group }: GridType): readonly [zh: string, en: string] =>
  (groups[of] as Readonly<Record<string, readonly [string, string]>>)[group] ?? [group, group]

/** Components by their owner first, events by their ground first (先属主后属地, 先属地后属主 ○). */
const dutyOf = ({ of }: GridType): Matter['duty'] => ({
  rule: of === 'component' ? 'owner-first' : 'territory-first',
})

function matterOf(district: string, type: GridType): Matter {
  const { goals, source } = type
  const own = goals.map(([, , term], at) => {
    const shared = gridPromises.find(({ key }) => key === 'handle')
    const { maxExtensions, extension, pausable, warning } = shared ?? {}
    return promise(milestoneKeys[at] ?? 'handle', term, source, {
      ...(warning && { warning }),
      ...(maxExtensions && { maxExtensions }),
      ...(extension && { extension }),
      ...(pausable && { pausable }),
    })
  })
  return {
    id: `matter_grid-${type.id}`,
    version: 1,
    district,
    name: said(type.zh, type.en),
    code: type.code,
    category: [trunks[type.of][0], groupOf(type)[0], type.zh],
    kind: 'report',
    procedure: 'grid',
    form: { type: 'object', properties: {} },
    papers: [],
    conditions: [said(...type.when)],
    closing: [said(...type.closed)],
    promises: withPromises(gridPromises, own),
    ...(goals.length > 1 && {
      milestones: goals.map(([zh, en], at) => ({ promise: milestoneKeys[at] ?? 'handle', name: said(zh, en) })),
    }),
    duty: dutyOf(type),
    ...(type.components && { componentTypes: type.components }),
    refusalLadder: { confirmAt: 1 },
    rating: { asked: false, rectify: false },
    ...(type.urgent && { urgent: true }),
    internal: true,
    audience: ['person', 'enterprise'],
    intakeWords: type.words.split(' '),
    effectiveFrom: firstDay,
    effectiveTo: null,
    status: 'published',
    sourceDoc,
  }
}

export const seedGridMatters = (district: string): readonly Matter[] =>
  gridTypes.map((type) => matterOf(district, type))

const node = (id: CategoryId, parent: CategoryId | null, [zh, en]: readonly [string, string], ordinal: number) => ({
  id,
  version: 1,
  parent,
  name: said(zh, en),
  aliases: [],
  ordinal,
  retired: false,
})

/** The types as two trunks of the tree of categories, after whatever stands there already. */
export function gridCategories(after: number): readonly Category[] {
  return (['event', 'component'] as const).flatMap((of, at) => {
    const trunk: CategoryId = `category_grid-${of}`
    const under = Object.entries(groups[of] as Readonly<Record<string, readonly [string, string]>>)
    return [
      node(trunk, null, trunks[of], after + at),
      ...under.flatMap(([group, name], place) => {
        const id: CategoryId = `category_grid-${of}-${group}`
        const types = gridTypes.filter((type) => type.of === of && type.group === group)
        return [
          node(id, trunk, name, place),
          ...types.map((type, below) => node(`category_grid-${type.id}`, id, [type.zh, type.en], below)),
        ]
      }),
    ]
  })
}
