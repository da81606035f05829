import { Type } from 'typebox'
import { OrNull, oneOf, StaffIdText, Text, UnitIdText } from '../../people/routes/shapes.ts'

const capacities = [
  'intake',
  'intake-head',
  'dispatcher',
  'handler',
  'section-head',
  'leader-in-charge',
  'top-leader',
  'outside-leader',
  'ruling-office',
  'approver',
  'verifier',
  'visit-steward',
  'supervisor',
  'grid-worker',
  'auditor',
  'administrator',
] as const
const levels = ['district', 'department', 'section', 'street', 'community'] as const

export const DayText = Type.Unsafe<`${number}-${string}-${string}`>({
  type: 'string',
  title: '日期',
  pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$',
})
export const DayQuery = { day: Type.Optional(DayText) }
const idText = (prefix: string) => Type.String({ pattern: `^${prefix}_[0-9a-z_-]{1,80}$` })
export const RoleIdText = idText('role')
export const PostIdText = idText('post')
export const DutyIdText = idText('duty')
export const SubstitutionIdText = idText('sub')

const traits = {
  name: Text('名称', 60),
  shortName: Text('简称', 20),
  kind: oneOf(['line', 'territory'], '条块'),
  level: oneOf(levels, '层级'),
  parent: OrNull(UnitIdText),
  code: Text('编码', 40),
}

export const UnitLine = Type.Object(
  {
    id: Type.String(),
    version: Type.Integer(),
    ...traits,
    parent: OrNull(Type.String()),
    from: Type.String(),
    to: OrNull(Type.String()),
    mergedInto: OrNull(Type.String()),
  },
  { title: 'Unit' },
)
export const NewUnit = Type.Object({ id: Type.Optional(UnitIdText), ...traits, from: DayText })
export const UnitChange = Type.Object(
  { ...Type.Partial(Type.Object(traits)).properties, from: DayText },
  { additionalProperties: false },
)

export const RoleBody = Type.Object({
  name: Text('角色名称', 40),
  rights: Type.Array(Type.String({ pattern: '^(\\*|[a-z][a-z-]*(\\.[a-z][a-z-]*)*(\\.\\*)?)$', maxLength: 60 }), {
    maxItems: 200,
    uniqueItems: true,
  }),
  capacities: Type.Array(oneOf(capacities), { uniqueItems: true }),
  scope: oneOf(['all', 'chosen-units', 'unit-and-below', 'unit', 'own', 'grid'], '数据范围'),
})
export const RoleLine = Type.Object(
  { id: Type.String(), ...RoleBody.properties, holders: Type.Integer() },
  { title: 'Role' },
)

export const PostBody = Type.Object({
  staff: StaffIdText,
  unit: UnitIdText,
  role: RoleIdText,
  chosenUnits: Type.Optional(Type.Array(UnitIdText, { maxItems: 200, uniqueItems: true })),
  grids: Type.Optional(Type.Array(Type.String({ maxLength: 60 }), { maxItems: 200, uniqueItems: true })),
  partTime: Type.Optional(Type.Boolean()),
  from: DayText,
  to: Type.Optional(OrNull(DayText)),
})
const post = {
  id: Type.String(),
  staff: Type.String(),
  unit: Type.String(),
  role: Type.String(),
  chosenUnits: Type.Array(Type.String()),
  grids: Type.Array(Type.String()),
  partTime: Type.Boolean(),
  from: Type.String(),
  to: OrNull(Type.String()),
}
export const PostLine = Type.Object(
  {
    ...post,
    staffName: Type.String(),
    account: Type.String(),
    roleName: Type.String(),
    unitName: Type.String(),
    deputyName: OrNull(Type.String({ description: 'who carries it on that day' })),
  },
  { title: 'Post' },
)

export const SubstitutionBody = Type.Object({
  substitute: StaffIdText,
  reason: Text('事由', 60),
  from: DayText,
  to: DayText,
})
export const SubstitutionLine = Type.Object({
  id: Type.String(),
  post: Type.String(),
  substitute: Type.String(),
  reason: Type.String(),
  from: Type.String(),
  to: Type.String(),
})

/** A path of names joined by '/'; empty for everything. */
const Path = Type.String({ title: '事项类别', maxLength: 200, pattern: '^([^/]+(/[^/]+)*)?$' })
export const DutyBody = Type.Object({
  category: Path,
  unit: UnitIdText,
  area: Type.Optional(OrNull(Type.String({ title: '属地', pattern: '^\\d{6,12}(/\\d{6,12})*$', maxLength: 60 }))),
  part: oneOf(['lead', 'assist'], '主责或协助'),
  basis: Text('依据', 200),
  from: DayText,
  to: Type.Optional(OrNull(DayText)),
  replaces: Type.Optional(OrNull(DutyIdText)),
})
export const FallbackBody = Type.Object({ unit: UnitIdText, basis: Text('依据', 200) })
export const DutyPreview = Type.Object({
  ok: Type.Literal(true),
  refusal: OrNull(Type.String()),
  cases: Type.Integer({ description: 'open cases not sent yet that would be proposed to another unit' }),
  total: Type.Integer(),
  shifts: Type.Array(
    Type.Object({
      category: Type.String(),
      area: OrNull(Type.String()),
      areaName: OrNull(Type.String()),
      before: OrNull(Type.String()),
      after: OrNull(Type.String()),
      cases: Type.Integer(),
    }),
  ),
})
export const DutyLine = Type.Object(
  {
    id: Type.String(),
    category: Type.String(),
    unit: Type.String(),
    area: OrNull(Type.String()),
    part: Type.String(),
    basis: Type.String(),
    from: Type.String(),
    to: OrNull(Type.String()),
  },
  { title: 'Duty' },
)

export const NamedDutyLine = Type.Object(
  { ...DutyLine.properties, unitName: Type.String(), areaName: OrNull(Type.String()) },
  { title: 'NamedDuty' },
)

export const HandOverBody = Type.Object({ from: StaffIdText, to: StaffIdText, day: DayText })
export const HandOverPlan = Type.Object(
  {
    ok: Type.Literal(true),
    from: Type.String(),
    to: Type.String(),
    day: Type.String(),
    posts: Type.Array(Type.Object(post)),
    substitutions: Type.Array(SubstitutionLine),
    cases: Type.Array(Type.String()),
  },
  { title: 'HandOver' },
)
export const OkId = Type.Object({ ok: Type.Literal(true), id: Type.String() })
