import { type Said, said } from '../../../platform/words.ts'

/** What the operation log says was done here. */
export const exchangeOperations = {
  'exchange.offer': said('设定上报事项', 'Set what is passed up'),
  'exchange.mappings': said('设定字段对照', 'Set the mapping of fields'),
  'exchange.partner': said('设定对接平台', 'Set a partner'),
  'exchange.deliveries.export': said('导出转送记录', 'Took out the list of deliveries'),
  'exchange.retry': said('重试对接', 'Tried a delivery again'),
} as const satisfies Record<string, Said>
