import { type Static, Type } from 'typebox'
import { passingStates } from './partners.ts'

const DayText = (title: string) =>
  Type.Optional(Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$', title }))

export const deliverySorts = ['newest', 'oldest', 'tries'] as const

/** What the list of deliveries is narrowed to; `number` is one of a case or its beginning; days are local and inclusive. */
export const DeliveryFilters = Type.Object({
  partner: Type.Optional(Type.String({ maxLength: 60, title: '对接系统' })),
  state: Type.Optional(Type.Enum([...passingStates], { title: '状态' })),
  number: Type.Optional(Type.String({ pattern: '^\\d{1,14}$', title: '工单编号' })),
  from: DayText('开始日期'),
  to: DayText('结束日期'),
  sort: Type.Optional(Type.Enum([...deliverySorts], { title: '排序' })),
})
export type DeliveryFilters = Static<typeof DeliveryFilters>

export const Format = Type.Optional(Type.Enum(['xlsx', 'csv'], { title: '格式' }))
