import { Type } from 'typebox'
import { pageQuery } from '../../../platform/http/paging.ts'

export const Text = (title: string, maxLength: number, minLength = 1) => Type.String({ title, minLength, maxLength })
export const OrNull = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) => Type.Union([type, Type.Null()])
export const oneOf = <const T extends readonly string[]>(values: T, title?: string) =>
  Type.Unsafe<T[number]>({ type: 'string', enum: [...values], ...(title ? { title } : {}) })

export const District = Type.Optional(Type.String({ title: '行政区划', pattern: '^\\d{6,12}$' }))
export const Phone = Type.String({ title: '手机号码', minLength: 11, maxLength: 20 })
export const Account = Type.String({ title: '账号', minLength: 1, maxLength: 60 })
/** No least length: a short wrong password is wrong, not malformed. */
export const Password = Type.String({ title: '密码', minLength: 1, maxLength: 200 })
export const StaffIdText = Type.String({ title: '工作人员', pattern: '^staff_[0-9a-z_-]{1,60}$' })
export const UnitIdText = Type.String({ title: '单位', pattern: '^unit_[0-9a-z_-]{1,60}$' })
export const InstantText = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$' })

export const Ok = Type.Object({ ok: Type.Literal(true) })

export const SignedInAnswer = Type.Object(
  {
    ok: Type.Literal(true),
    token: Type.String({ description: 'for `Authorization: Bearer`; browsers have it as a cookie too' }),
    endsAt: Type.String(),
    id: Type.String(),
  },
  { title: 'SignedIn' },
)

export const SessionLine = Type.Object(
  {
    id: Type.String(),
    way: Type.String(),
    device: Type.String(),
    ip: Type.String(),
    startedAt: Type.String(),
    seenAt: Type.String(),
    endsAt: Type.String(),
    current: Type.Boolean(),
  },
  { title: 'Session' },
)

const staffFacts = {
  id: Type.String(),
  account: Type.String(),
  name: Type.String(),
  unit: Type.String(),
  state: oneOf(['active', 'locked', 'left']),
  mustChangePassword: Type.Boolean(),
  totp: Type.Boolean(),
  createdAt: Type.String(),
}
export const StaffListed = Type.Object({ ...staffFacts, seenAt: OrNull(Type.String()) }, { title: 'StaffAccount' })
export const StaffOne = Type.Object({
  ...staffFacts,
  heldUntil: OrNull(Type.String({ description: 'no sign-in before this instant, after too many wrong tries' })),
  may: Type.Boolean({ description: 'whether the one who asks may change this account' }),
})

export const HandedPassword = Type.Object(
  { ok: Type.Literal(true), id: Type.String(), password: Type.String({ description: 'shown once' }) },
  { title: 'HandedPassword' },
)

const DescribedPost = Type.Object({
  id: Type.String(),
  unit: Type.String(),
  unitName: Type.String(),
  role: Type.String(),
  roleName: Type.String(),
  scope: Type.String(),
  partTime: Type.Boolean(),
  actingFor: OrNull(Type.String()),
})

export const Me = Type.Union(
  [
    Type.Object({
      kind: Type.Literal('staff'),
      id: Type.String(),
      district: Type.String(),
      account: Type.String(),
      name: Type.String(),
      unit: Type.String(),
      unitName: Type.String(),
      totp: Type.Boolean(),
      rights: Type.Array(Type.String()),
      capacities: Type.Array(Type.String()),
      posts: Type.Array(DescribedPost),
    }),
    Type.Object({
      kind: Type.Literal('resident'),
      id: Type.String(),
      district: Type.String(),
      phone: OrNull(Type.String({ description: 'masked' })),
      name: OrNull(Type.String()),
    }),
  ],
  { title: 'Me' },
)

export const AgencyBody = Type.Object({
  creditCode: Type.String({ title: '统一社会信用代码', minLength: 18, maxLength: 18 }),
  organisation: Text('企业名称', 100),
  relation: oneOf(['legal-representative', 'handler', 'employee'], '与企业的关系'),
})

export const LogFilters = {
  who: Type.Optional(Type.String({ maxLength: 80 })),
  outcome: Type.Optional(Type.String({ maxLength: 60, description: "'done' or the code of a refusal" })),
  what: Type.Optional(Type.String({ maxLength: 80, description: 'operation log only: a code or how it begins' })),
  from: Type.Optional(InstantText),
  until: Type.Optional(InstantText),
}
export const LogQuery = Type.Object({ ...pageQuery, ...LogFilters })

const Told = Type.Object({ zh: Type.String(), en: Type.String() })

export const LoginLogLine = Type.Object({
  id: Type.String(),
  at: Type.String(),
  kind: Type.String(),
  who: OrNull(Type.String()),
  unit: OrNull(Type.String()),
  account: Type.String(),
  way: Type.String(),
  outcome: Type.String(),
  outcomeSaid: Told,
  ip: Type.String(),
  agent: Type.String(),
})

export const ChangeLine = Type.Object({
  field: Type.String(),
  before: OrNull(Type.String()),
  after: OrNull(Type.String()),
})

export const OperationLogLine = Type.Object({
  id: Type.String(),
  at: Type.String(),
  who: Type.String(),
  unit: OrNull(Type.String()),
  whoName: OrNull(Type.String()),
  what: Type.String(),
  whatSaid: Told,
  target: Type.String(),
  targetName: OrNull(Type.String()),
  outcome: Type.String(),
  outcomeSaid: Told,
  ip: Type.String(),
  changes: Type.Array(ChangeLine),
})
