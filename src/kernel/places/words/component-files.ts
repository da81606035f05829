import { said } from '../../../platform/words.ts'

export const componentsSheet = '部件'

/** The headings of a table of components, written and read. */
export const componentColumns = {
  code: '部件编码',
  typeName: '部件类型',
  name: '名称',
  owner: '权属单位',
  keeper: '养护单位',
  state: '状态',
  place: '位置描述',
  lng: '经度',
  lat: '纬度',
  community: '社区编码',
  unitGrid: '单元网格编码',
  note: '备注',
} as const

export const componentRowWords = {
  twice: said('同一编码在表中出现两次', 'The same code stands twice in the table'),
  degrees: said('应为度数，如 117.2051234', 'Must be degrees, as 117.2051234'),
  state: said('状态应为完好、破损、缺失、维修中或已拆除', 'The state is 完好, 破损, 缺失, 维修中 or 已拆除'),
  name: said('缺少名称', 'The name is missing'),
  tooLong: (most: number) => said(`不能超过 ${most} 个字`, `At most ${most} letters`),
} as const
