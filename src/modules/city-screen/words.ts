import { type Said, said } from '../../platform/words.ts'

export const screenRefusals: Readonly<Record<string, Said>> = {
  'no-such-indicator': said('没有这个指标', 'No such indicator'),
  'no-denominator': said('计数指标没有分母', 'A plain count has no denominator'),
  'days-upside-down': said('开始日期晚于结束日期', 'The first day is after the last'),
  'day-ahead': said('这一天还没有到', 'That day has not come yet'),
  'span-too-long': said('时间跨度最长五年', 'At most five years at once'),
}

/** What has no unit or no area yet. */
export const nowhereWords = {
  unit: said('未定单位', 'No unit yet'),
  area: said('未定属地', 'No area given'),
  category: said('未分类', 'No category'),
}
