import { type Said, said } from '../../../platform/words.ts'

/** What the operation log says was done here. */
export const placesOperations = {
  'places.layer.export': said('导出图层', 'Exported a layer'),
  'places.layer.publish': said('发布图层', 'Published a layer'),
  'places.layer.discard': said('作废图层版本', 'Discarded a version of a layer'),
  'places.code-rule': said('设定编码规则', 'Set a rule of codes'),
  'places.import': said('导入图层文件', 'Imported a layer'),
  'places.import.cancel': said('取消图层导入', 'Cancelled an import of a layer'),
  'places.address.enter': said('录入地址', 'Entered an address'),
  'places.address.change': said('变更地址', 'Changed an address'),
  'places.addresses.export': said('导出地址', 'Exported addresses'),
  'places.addresses.import': said('导入地址', 'Imported addresses'),
  'places.components.export': said('导出部件', 'Exported components'),
  'places.components.import': said('导入部件', 'Imported components'),
  'places.component.enter': said('录入部件', 'Entered a component'),
  'places.component.change': said('变更部件', 'Changed a component'),
  'places.component-type': said('设定部件类型', 'Set a type of component'),
} as const satisfies Record<string, Said>
