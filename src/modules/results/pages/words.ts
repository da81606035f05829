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
  openMap: said('在地图上看', 'See it on a map'),
  closeMap: said('收起地图', 'Close the map'),
  map: said('哪里解决了多少件', 'How much was solved where'),
  mapOf: (theme: string): Said => said(`“${theme}”哪里解决了多少件`, `${theme}: how much was solved where`),
  bySize: said('按什么看', 'Told by'),
  street: said('街道', 'Street'),
  community: said('社区', 'Community'),
  grid: said('网格', 'Grid'),
  classOf: (from: number, to: number | null): Said =>
    to === null
      ? said(`${from} 件以上`, `${from} or more`)
      : from === to
        ? said(`${from} 件`, `${from}`)
        : said(`${from}–${to} 件`, `${from}–${to}`),
  solvedIn: (place: string): Said => said(`${place}：实际解决`, `${place}: solved`),
  solvedHere: said('这里实际解决（所有事合在一起）', 'Solved here, all themes together:'),
  notTold: said('件数少，不单独公布', 'too few to be told'),
  notToldAt: (place: string): Said =>
    said(
      `${place}件数少，不单独公布，已算进大一些的地方。`,
      `${place}: too few to be told by itself; counted with the wider place.`,
    ),
  nearMe: said('看我附近', 'Near me'),
  nearMeHow: said(
    '定位只在这台手机上用来找社区，不发出去，也不保存。没有颜色的地方，件数少，不单独公布。',
    'Your position is only used on this device to find the community; it is not sent and not kept. Places without colour had too few to be told.',
  ),
  notHere: said(
    '您现在不在本区范围内，请在地图上点一个地方。',
    'You are outside the district; pick a place on the map.',
  ),
  picked: said('下面的清单已换成这里。', 'The list below is now of this place.'),
  cutMap: said('地方太多，先在上面选一个街道。', 'Too many places: choose a street above first.'),
  classes: said(
    '一个地方总共解决多少，只说在哪一档，免得和清单一减就认出是谁写的。',
    'How much was solved in a place altogether is told as a range, so that nothing can be subtracted to find who wrote.',
  ),
  noMap: said(
    '本区还没有画好街道和社区的边界，请看下面的清单。',
    'The borders of streets and communities are not drawn yet; see the list below.',
  ),
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
