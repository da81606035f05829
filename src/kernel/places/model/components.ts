import { type Static, Type } from 'typebox'
import type { Instant } from '../../../platform/time.ts'
import type { UnitId } from '../../organisations/model.ts'

/** Classes of public assets (GB/T 30428 family ○); the first two digits of a type's code △. */
export const componentClasses = {
  '01': 'utilities',
  '02': 'traffic',
  '03': 'sanitation',
  '04': 'greenery',
  '05': 'buildings',
  '06': 'other',
  '21': 'extension',
} as const
export type ComponentClass = (typeof componentClasses)[keyof typeof componentClasses]

export const componentStates = ['in-use', 'damaged', 'missing', 'under-repair', 'removed'] as const
export type ComponentState = (typeof componentStates)[number]

/** One kind of public asset: class and type, two digits each. A city edits this table. */
export type ComponentType = {
  readonly code: string
  readonly class: ComponentClass
  readonly name: string
  readonly active: boolean
  readonly mark: '●' | '○' | '△'
}

/** A fixed public asset (部件): a lamp, a manhole cover, a bench. `owner` owns it (权属单位), `keeper` looks after it (养护单位). */
export type Component = {
  readonly code: string
  readonly type: string
  readonly name: string
  readonly owner: string
  readonly ownerUnit: UnitId | null
  readonly keeper: string
  readonly state: ComponentState
  readonly place: string
  readonly at: [lng: number, lat: number]
  readonly community: string | null
  readonly grid: string | null
  readonly unitGrid: string | null
  readonly note: string
  /** How often it was written down; whoever changes it names the number he read. */
  readonly seq: number
  readonly changedAt: Instant
}

/** From what to what, by field; at the first entry everything comes from nothing. */
export type Change = Readonly<Record<string, [from: string, to: string]>>
export type ComponentChange = {
  readonly seq: number
  readonly kind: 'entered' | 'changed'
  readonly at: Instant
  readonly by: string
  readonly reason: string
  readonly change: Change
}

const line = (title: string, maxLength: number) => Type.String({ title, maxLength })

/** What may be said of a component; the same fields stand in a form and in a table. */
export const ComponentFields = Type.Object(
  {
    name: line('名称', 60),
    owner: line('权属单位', 100),
    keeper: line('养护单位', 100),
    state: Type.Enum([...componentStates], { title: '状态' }),
    place: line('位置描述', 200),
    lng: Type.Number({ minimum: -180, maximum: 180, title: '经度' }),
    lat: Type.Number({ minimum: -90, maximum: 90, title: '纬度' }),
    note: line('备注', 500),
  },
  { additionalProperties: false },
)
export type ComponentFields = Static<typeof ComponentFields>

export const ComponentDraft = Type.Object(
  { code: Type.String({ title: '部件编码', minLength: 1, maxLength: 20 }), ...ComponentFields.properties },
  { additionalProperties: false, title: 'NewComponent' },
)
export type ComponentDraft = Static<typeof ComponentDraft>

export const ComponentPatch = Type.Object(
  {
    ...Type.Partial(ComponentFields).properties,
    seq: Type.Integer({ minimum: 1, title: '版本', description: 'the `seq` that was read' }),
    reason: Type.String({ minLength: 2, maxLength: 200, title: '原因' }),
  },
  { additionalProperties: false, title: 'ComponentChange' },
)
export type ComponentPatch = Static<typeof ComponentPatch>

export const componentSorts = ['code', 'changed'] as const
export const ComponentFilters = Type.Object({
  q: Type.Optional(
    Type.String({ maxLength: 60, title: '查找', description: 'beginning of the code, or part of name or place' }),
  ),
  type: Type.Optional(Type.String({ maxLength: 4, title: '类型' })),
  state: Type.Optional(Type.Enum([...componentStates], { title: '状态' })),
  community: Type.Optional(Type.String({ maxLength: 20, title: '社区' })),
  unitGrid: Type.Optional(Type.String({ maxLength: 30, title: '单元网格' })),
  owner: Type.Optional(Type.Enum(['named', 'none'], { title: '权属' })),
  sort: Type.Optional(Type.Enum([...componentSorts], { title: '排序' })),
})
export type ComponentFilters = Static<typeof ComponentFilters>
