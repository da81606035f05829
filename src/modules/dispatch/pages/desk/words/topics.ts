import { plural, type Said, said } from '../../../../../platform/words.ts'

const one = (value: number): string => value.toFixed(1)

/** Hot topics. */
export const topicWords = {
  title: said('热点', 'Hot topics'),
  lead: said(
    '近 90 天里许多人说的同一件事，每小时重新归拢一次。',
    'What many people spoke of in the last 90 days, found anew every hour.',
  ),
  one: said('热点详情', 'A hot topic'),
  empty: said('近 90 天没有形成热点', 'No topic in the last 90 days'),
  emptyText: said('同一件事有三个人以上说到，就会出现在这里。', 'Three people who speak of one thing make a topic.'),
  sort: said('排序', 'Order'),
  heat: said('热度', 'Heat'),
  people: said('人数', 'People'),
  last: said('最近', 'Newest'),
  shown: said('范围', 'Which'),
  all: said('全部', 'All'),
  opened: said('已立督办', 'Opened as tasks'),
  notOpened: said('未立督办', 'Not opened'),
  cases: said('相关工单', 'Cases behind it'),
  map: said('说到的地方', 'Where it is spoken of'),
  mapHeat: said('密集程度', 'Density'),
  mapPoints: said('说到的工单', 'Cases that speak of it'),
  mapRest: said('其他热点', 'Other topics'),
  mapEmpty: said(
    '这些工单都没有留下位置，地图上没有可看的；列表照常。',
    'None of these cases has a place, so there is nothing on the map; the list stands as it is.',
  ),
  mapMore: said('只显示最热的 2000 处。', 'Only the 2,000 of the hottest topics are shown.'),
  more: said('再看一些', 'Show more'),
  back: said('返回热点列表', 'Back to the list'),
  why: said('热度怎么算的', 'How the heat is made up'),
  whyText: said(
    '同一个人写十次只算一次；点赞不能盖过人数。',
    'Who writes ten times counts once, and clicks do not outweigh people.',
  ),
  open: said('立为督办任务', 'Open as a supervised task'),
  openLead: said(
    '最早的在办工单会列入督办，代表整个热点；以后来的同类工单自动并入。',
    'The oldest open case goes under supervision for all of it; cases that come later join the topic.',
  ),
  instruction: said('督办要求', 'Instruction'),
  isOpened: said('已立为督办任务', 'Opened as a task'),
  done: said('已立为督办任务', 'It is a task now'),
  leadCase: said('督办工单', 'The case under supervision'),
} as const satisfies Record<string, Said>

type Parts = {
  readonly people: number
  readonly peak: number
  readonly days: number
  readonly likes: number
  readonly cases: number
  readonly firstDay: string
  readonly lastDay: string
  readonly joinedSince: number
}

export const topicPartWords = {
  heat: (heat: number): Said => said(`热度 ${one(heat)}`, `Heat ${one(heat)}`),
  line: ({ people, cases, firstDay, lastDay }: Parts): Said =>
    said(
      `${people} 人、${cases} 件 · ${firstDay} 至 ${lastDay}`,
      `${people === 1 ? '1 person' : `${people} people`}, ${plural(cases, 'case')} · ${firstDay} to ${lastDay}`,
    ),
  people: (people: number): Said =>
    said(`${people} 人说到`, people === 1 ? '1 person spoke of it' : `${people} people spoke of it`),
  peak: (peak: number): Said => said(`最多的七天里有 ${peak} 人，取一半`, `${peak} in its fullest seven days, halved`),
  days: (days: number): Said =>
    said(`持续 ${days} 天，2 ln(1 + 天数)`, `It lasts ${plural(days, 'day')}, 2 ln(1 + days)`),
  likes: (likes: number): Said => said(`点赞 ${likes} 次，2 ln(1 + 次数)`, `${likes} likes, 2 ln(1 + likes)`),
  joined: (count: number): Said => said(`立项后又并入 ${count} 件`, `${count} joined since`),
  openedAt: (day: string): Said => said(`立项时间：${day}`, `Opened ${day}`),
} as const
