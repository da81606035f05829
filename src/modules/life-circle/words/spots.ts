import { type Said, said } from '../../../platform/words.ts'
import type { SpotBody, SpotKind, SpotState } from '../model/spot.ts'

export const spotKindWords = {
  square: said('小广场', 'Small square'),
  green: said('绿地', 'Green'),
  scenery: said('微景观', 'Pocket landscape'),
  rest: said('休憩点', 'Resting place'),
  'for-children': said('适儿设施', 'For children'),
  'for-elderly': said('适老设施', 'For the elderly'),
  compost: said('堆肥塔', 'Compost tower'),
  sport: said('健身角', 'Exercise corner'),
  shelter: said('遮雨棚、车棚', 'Shelter'),
  notice: said('公告栏、文化墙', 'Notice board'),
} as const satisfies Record<SpotKind, Said>

export const spotStateWords = {
  planned: said('建设中', 'Being made'),
  'in-use': said('使用中', 'In use'),
  'given-up': said('已撤除', 'Taken away'),
} as const satisfies Record<SpotState, Said>

/** Headings of the file, in the order in which they are written. A file may name them in Chinese or by their key. */
export const spotColumns = {
  code: '编号',
  kind: '微设施类别',
  name: '名称',
  status: '状态',
  lng: '经度',
  lat: '纬度',
  area: '所属社区编码',
  about: '介绍',
  unit: '责任单位',
  keeper: '养护人',
  upkeepDays: '养护周期（天）',
} as const satisfies Record<Exclude<keyof SpotBody, 'photos'> | 'code', string>

/** What is told and not taken in. */
export const spotFigures = { lastUpkeep: '上次养护', ratings: '评价数', stars: '平均星级' } as const
export const spotSheet = '微设施台账'

export const spotRefusals = {
  'no-such-spot': said('没有这处微设施', 'There is no such place'),
  'spot-not-in-use': said('这里还没有投入使用，暂时不能评价', 'It is not in use yet and cannot be rated'),
} as const satisfies Record<string, Said>
