import { type Said, said } from '../../../platform/words.ts'
import type { SpotKind, SpotState } from '../model/spot.ts'

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

export const spotRefusals = {
  'no-such-spot': said('没有这处微设施', 'There is no such place'),
  'spot-not-in-use': said('这里还没有投入使用，暂时不能评价', 'It is not in use yet and cannot be rated'),
} as const satisfies Record<string, Said>
