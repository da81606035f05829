import { type Said, said } from '../../../platform/words.ts'
import type { AddressLevel } from '../model/addresses.ts'

export const addressLevelWords = {
  road: said('道路', 'road'),
  lane: said('弄、巷', 'lane'),
  estate: said('小区、院落', 'estate'),
  building: said('楼栋', 'building'),
  entrance: said('单元', 'entrance'),
  room: said('户室', 'room'),
} as const satisfies Record<AddressLevel, Said>

/** What of an address may be said otherwise. */
export const addressFieldWords = {
  name: said('名称', 'name'),
  aliases: said('别名', 'other names'),
  lng: said('经度', 'longitude'),
  lat: said('纬度', 'latitude'),
  active: said('状态', 'state'),
} as const

export const addressStateWords = {
  true: said('在用', 'in use'),
  false: said('已停用', 'no longer in use'),
} as const

export const addressesSheet = '地址'

/** The headings of a table of addresses, written and read. */
export const addressColumnWords = {
  level: '级别',
  name: '名称',
  parent: '上级地址',
  aliases: '别名',
  lng: '经度',
  lat: '纬度',
  active: '状态',
  path: '完整地址',
  street: '街道编码',
  community: '社区编码',
  grid: '网格编码',
} as const

export const addressRowWords = {
  twice: said('同一地址在表中出现两次', 'The same address stands twice in the table'),
  level: said(
    '级别应为道路、弄巷、小区、楼栋、单元或户室',
    'The level is 道路, 弄、巷, 小区、院落, 楼栋, 单元 or 户室',
  ),
  name: said('缺少名称', 'The name is missing'),
  parent: said(
    '没有这个上级地址；表中上级要排在下级之前',
    'It lies in no known address; wider ones stand before narrower ones',
  ),
  degrees: said('应为度数，经度和纬度都要填', 'Must be degrees, both of them'),
  state: said('状态应为在用或已停用', 'The state is 在用 or 已停用'),
  tooLong: (most: number): Said => said(`不能超过 ${most} 个字`, `At most ${most} letters`),
  tooMany: said('别名不能超过 10 个', 'At most ten other names'),
} as const
