import { type Said, said } from '../../../../platform/words.ts'

/** One kind looked at closely. */
export const lookWords = {
  choice: said('有几处可选（人数）', 'How many to choose from (people)'),
  within: said('步行时间', 'Walk'),
  minutes: (minutes: number): Said => said(`${minutes} 分钟内`, `within ${minutes} min`),
  none: said('一处也没有', 'none'),
  one: said('1 处', 'one'),
  two: said('2 处', 'two'),
  more: said('3 处及以上', 'three or more'),
  ofAll: (people: string): Said => said(`每行合计 ${people} 人`, `Each line adds up to ${people} people`),
  capacity: said('规模够不够', 'Is it large enough'),
  notAsked: said('这套标准没有规定这类设施的规模', 'The profile asks for no size of this kind'),
  sizeUnknown: (places: string): Said =>
    said(
      `${places} 处设施都没填规模，算不出够不够；请在设施台账里补上`,
      `None of ${places} facilities has its size on record; write it into the ledger`,
    ),
  enough: (asked: string, unit: string): Said =>
    said(`身边的规模达到每千人 ${asked} ${unit}的人`, `People with ${asked} ${unit} around them for every thousand`),
  method: (known: string, unknown: string): Said =>
    said(
      `${known} 处填了规模，${unknown} 处没填；增强型两步移动搜索法（Luo、Qi，2009）`,
      `${known} with their size, ${unknown} without; enhanced two-step floating catchment (Luo and Qi 2009)`,
    ),
} as const
