import { type Said, said } from '../../../platform/words.ts'
import { resultsTitle } from './words/title.ts'

/** What the page says on which anybody reads what was answered. */
export const resultWords = {
  title: resultsTitle,
  lead: said(
    '每周公布一次前十二周答复的事。只公布件数，不公布任何人写的内容。',
    'Once a week, what was answered in the twelve weeks before. Only counts; nothing that anybody wrote.',
  ),
  where: said('看哪里', 'Where'),
  everywhere: said('全区', 'The whole district'),
  what: said('看哪一类', 'What'),
  everything: said('所有事', 'Everything'),
  moreFilters: said('换个排法，或看以前的', 'Another order, or earlier weeks'),
  which: said('看哪一期', 'Which weeks'),
  order: said('怎么排', 'Order'),
  byAnswered: said('答复多的在前', 'Most answered first'),
  bySolved: said('解决多的在前', 'Most solved first'),
  byPlace: said('按地点排', 'By place'),
  remembered: said('您选的地方会记在这台手机上', 'The place is remembered on this device'),
  sums: said('这些加起来', 'Together'),
  answered: said('已答复', 'Answered'),
  solved: said('实际解决', 'Solved'),
  explained: said('解释说明', 'Explained'),
  unsolved: said('没能解决', 'Not solved'),
  inTime: said('按时办', 'In time'),
  satisfied: said('评价满意', 'Rated well'),
  fewRated: said('评价的人少，不公布', 'Too few rated to be told'),
  unit: said('件', 'cases'),
  list: said('各处各类', 'By place and theme'),
  rest: said('其余地方', 'the rest'),
  otherThemes: said('其他各类合计', 'Other themes together'),
  none: said('这里还没有公布的结果', 'Nothing has been published here yet'),
  noneText: said(
    '件数太少的地方不单独公布，免得认出是谁写的。可以看大一些的范围。',
    'Where there are very few, nothing is told, so that nobody is found. Look at a wider place.',
  ),
  noEdition: said('第一期还没有公布', 'The first weeks have not been published yet'),
  noEditionText: said('每周一公布到上周日为止的结果。', 'Every Monday, up to the Sunday before.'),
  widen: said('看全区', 'See the whole district'),
  file: said('下载表格', 'Download the table'),
  how: said('这些数怎么来的', 'Where these figures come from'),
  howText: (least: number): Said =>
    said(
      `不到 ${least} 件的，并进大一些的地方一起算；还不够的不公布。“解决”和“解释说明”分开数，没评价的不算满意。公布以后不再改，更正的算进下一期。`,
      `Where there were fewer than ${least}, they are counted with the wider place, and not told if that is still too few. Solved and explained are counted apart; unrated is not satisfied. What is published is not changed; corrections count in the next weeks.`,
    ),
  write: said('我也要反映', 'Tell us something'),
  more: said('再看一些', 'More'),
}
