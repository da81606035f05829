import { type Said, said } from '../../../../../platform/words.ts'

/** Which component a sensor watches. */
export const boundWords = {
  title: said('看着哪个部件', 'The component it watches'),
  none: said(
    '没有指定：立案时取 30 米内类型相符的最近一个部件。',
    'None named: a case takes the nearest component of its type within 30 m.',
  ),
  find: said('查找部件', 'Find a component'),
  findHint: said(
    '输入编码开头、名称或地点；不输入就列出附近的',
    'Beginning of its code, its name or place; left empty, those nearby are listed',
  ),
  near: said('附近的部件', 'Components nearby'),
  found: said('查到的部件', 'Components found'),
  bind: said('绑定', 'Bind'),
  free: said('解除绑定', 'Unbind'),
  isBound: said('已经绑定这个部件', 'It is bound to this one already'),
  saved: said('已保存，操作日志里有记录', 'Saved, and written into the operation log'),
  nothing: said('没有查到部件', 'No component found'),
  nothingNear: (metres: number): Said => said(`${metres} 米内没有部件`, `No component within ${metres} m`),
  noPlace: said('传感器没有位置，请输入编码或名称查找', 'The sensor has no place; find the component by code or name'),
  away: (metres: number): Said => said(`${metres} 米`, `${metres} m`),
} as const
