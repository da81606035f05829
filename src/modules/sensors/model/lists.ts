import { type Static, Type } from 'typebox'
import { sensorKinds } from './sensor.ts'

const Text = (title: string) => Type.Optional(Type.String({ maxLength: 60, title }))
const DayText = (title: string) =>
  Type.Optional(Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$', title }))

/** `last`: whoever spoke last first. */
export const sensorSorts = ['id', 'name', 'last'] as const
export const uses = ['active', 'off'] as const

/** What a list of sensors is narrowed to; `q` looks into id, name and place. */
export const SensorFilters = Type.Object({
  q: Text('查找'),
  kind: Type.Optional(Type.Enum([...sensorKinds], { title: '种类' })),
  use: Type.Optional(Type.Enum([...uses], { title: '是否启用' })),
  sort: Type.Optional(Type.Enum([...sensorSorts], { title: '排序' })),
})
export type SensorFilters = Static<typeof SensorFilters>

export const timeSorts = ['newest', 'oldest'] as const
export const episodeStands = ['lasting', 'recovered'] as const

/** What a list of episodes is narrowed to; days are local and inclusive. */
export const EpisodeFilters = Type.Object({
  sensor: Text('传感器'),
  rule: Text('规则'),
  stands: Type.Optional(Type.Enum([...episodeStands], { title: '是否恢复' })),
  from: DayText('开始日期'),
  to: DayText('结束日期'),
  sort: Type.Optional(Type.Enum([...timeSorts], { title: '排序' })),
})
export type EpisodeFilters = Static<typeof EpisodeFilters>

export const ReadingFilters = Type.Object({
  from: DayText('开始日期'),
  to: DayText('结束日期'),
  sort: Type.Optional(Type.Enum([...timeSorts], { title: '排序' })),
})
export type ReadingFilters = Static<typeof ReadingFilters>

export const tableFormats = ['xlsx', 'csv'] as const
export const Format = Type.Optional(Type.Enum([...tableFormats], { title: '格式' }))

export const ReadingView = Type.Object({ at: Type.String(), value: Type.Number() }, { title: 'SensorReading' })
