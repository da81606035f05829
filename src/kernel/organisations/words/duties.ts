import { type Said, said } from '../../../platform/words.ts'
import type { Duty } from '../model.ts'

export const dutyParts = {
  lead: said('主责', 'leads'),
  assist: said('协助', 'assists'),
} as const satisfies Record<Duty['part'], Said>

/** Headings of the file of the duty list; an import reads what an export writes. */
export const dutyColumns = {
  id: said('编号', 'Id'),
  category: said('事项类别', 'Category'),
  area: said('属地', 'Area'),
  unit: said('单位编码', 'Code of the unit'),
  unitName: said('单位', 'Unit'),
  part: said('主责或协助', 'Leads or assists'),
  basis: said('依据', 'Basis'),
  from: said('生效日期', 'From'),
  to: said('结束日期', 'Until'),
} as const satisfies Record<string, Said>

export const dutySheet: Said = said('职责清单', 'Duty list')

/** What is wrong with a row of that file. */
export const dutyRowWords = {
  noLine: said('没有这条职责；新增的行请不要填编号', 'There is no such line; a new row has no id'),
  noCategory: said('事项目录里没有这个类别', 'The catalogue has no such category'),
  noArea: said('没有这个属地', 'There is no such area'),
  badPart: said('应填“主责”或“协助”', 'Leads or assists'),
  upsideDown: said('结束日期须晚于生效日期', 'The last day must come after the first'),
  twice: said('与前面的行重复', 'Stands in an earlier row already'),
  replaced: said('已改派', 'Given to another'),
  ended: said('已终止', 'Ended'),
} as const satisfies Record<string, Said>
