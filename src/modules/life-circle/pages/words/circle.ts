import { type Said, said } from '../../../../platform/words.ts'
import { circleTitles } from './titles.ts'

/** 我的生活圈 */
export const circleWords = {
  title: circleTitles.circle,
  lead: said(
    '从自家门口走路 15 分钟，能到哪些地方，还缺什么。您选的位置不会被保存。',
    'What you reach from your door within a walk of 15 minutes, and what is missing. Where you look from is not kept.',
  ),
  where: said('您住在哪里', 'Where do you live'),
  whereHint: said('写小区、社区或附近的地方，例如“桥头社区”', 'An estate, a community or a place near by'),
  find: said('查找', 'Find'),
  found: said('您说的是哪一处', 'Which one do you mean'),
  nothingFound: said('没有找到。换个说法，或者直接在地图上点', 'Nothing found. Try another name, or press on the map'),
  orMap: said('也可以在地图上点一下自家门口', 'Or press your own door on the map'),
  who: said('谁在走路', 'Who walks'),
  map: said('生活圈地图', 'Map of the life circle'),
  rings: said('走得到的范围', 'Within reach'),
  ring: (minutes: number): Said => said(`${minutes} 分钟`, `${minutes} minutes`),
  nearest: said('最近的设施', 'The nearest of each'),
  door: said('您选的位置', 'Where you look from'),
  missing: said('还缺什么', 'What is missing'),
  missingNone: said('应该有的，走得到的范围里都有', 'Everything that should be near is near'),
  missingNoneSure: said(
    '没有确定缺的；有几类走得到，但开放时间不详，列在下面',
    'Nothing is missing for certain; some are near, but of unknown hours: see below',
  ),
  missingLine: (minutes: number, limit: number, name: string | null): Said =>
    said(
      `${name ? `最近的是${name}，` : ''}要走 ${minutes} 分钟，应在 ${limit} 分钟内`,
      `${name ? `The nearest is ${name}: ` : ''}${minutes} minutes; it should be within ${limit}`,
    ),
  near: (kinds: number): Said => said(`15 分钟内走得到的：${kinds} 类`, `Within 15 minutes on foot: ${kinds} kinds`),
  nearCounts: said(
    '有几类不是“应有的”，也算在里面；“应有的”各有各的时限，有的比 15 分钟短',
    'Also counts kinds that need not be near; those that should be near may have to be nearer than 15 minutes',
  ),
  nearLine: (minutes: number, name: string | null, many: number): Said =>
    said(
      `${name ? `${name}，` : ''}走 ${minutes} 分钟${many > 1 ? `；15 分钟内共 ${many} 处` : ''}`,
      `${name ? `${name}, ` : ''}${minutes} minutes${many > 1 ? `; ${many} within 15 minutes` : ''}`,
    ),
  far: said('15 分钟走不到的', 'Not within 15 minutes'),
  nowhere: said('走一小时也到不了', 'Not within an hour on foot'),
  onMap: said('在地图上看。点别处可以换个位置', 'On the map. Press elsewhere to look from there'),
  hereLine: (minutes: number, name: string | null): Said =>
    said(`${name ? `${name}，` : ''}走 ${minutes} 分钟`, `${name ? `${name}, ` : ''}${minutes} minutes`),
  sum: ({ of, have, unsure }: { of: number; have: number; unsure: number }): Said => {
    const missing = of - have - unsure
    return said(
      `应有的 ${of} 类：够得着 ${have} 类${unsure > 0 ? `，开放时间不详 ${unsure} 类` : ''}，缺 ${missing} 类`,
      `Of ${of} that should be near: ${have} within reach${unsure > 0 ? `, ${unsure} of unknown hours` : ''}, ${missing} missing`,
    )
  },
  ask: said('说说这里最缺什么', 'Tell us what is needed here'),
  askLead: said(
    '每类设施每人算一票；只记大致位置（约一百米），不记门牌。',
    'One voice per person and kind; only the rough place (about 100 m) is kept.',
  ),
  askKind: said('想要什么', 'What is needed'),
  askNote: said('想说的话（可不填）', 'In your words (optional)'),
  askSend: said('告诉街道', 'Send'),
  asked: said('已经记下，谢谢您', 'Noted, thank you'),
  askedAround: (people: number): Said => said(`附近 ${people} 人想要`, `${people} people near by ask for it`),
  signIn: said('登录后可以提出需求', 'Sign in to ask for something'),
} as const

/** 微设施 */
export const spotWords = {
  title: circleTitles.spots,
  one: circleTitles.spot,
  lead: said(
    '小广场、休憩点、微景观……谁在照看、大家怎么看',
    'Small squares, benches, pocket greens: who cares for them, what people think',
  ),
  keeper: said('谁在照看', 'Who cares for it'),
  unit: said('责任单位', 'Responsible'),
  lastUpkeep: said('上次养护', 'Last looked after'),
  never: said('还没有记录', 'Not on record'),
  overdue: said('该养护了', 'Upkeep is due'),
  opinions: said('大家的评价', 'What people think'),
  noOpinions: said('还没有人评价', 'Nobody has rated it yet'),
  count: (people: number, here: number): Said =>
    said(`${people} 人评价，其中 ${here} 人在现场`, `${people} opinions, ${here} of them on the spot`),
  rate: said('您觉得这里怎么样', 'What do you think of it'),
  stars: said('打分', 'Stars'),
  note: said('想说的话（可不填）', 'In your words (optional)'),
  onSpot: said('我就在这里（核对位置，不保存）', 'I am here (position is checked and not kept)'),
  send: said('提交评价', 'Send'),
  thanks: said('谢谢您的评价', 'Thank you'),
  signIn: said('登录后可以评价', 'Sign in to rate'),
  wishes: said('附近居民还想要', 'What residents around ask for'),
  wishLine: (people: number): Said => said(`${people} 人想要`, `${people} ask for it`),
  and: said('；', '; '),
  mapSays: (minutes: number | null, enough: boolean): Said => {
    if (minutes === null) return said('地图上走一小时也到不了', 'by the map not within an hour on foot')
    const walk = Math.max(1, Math.round(minutes))
    return enough
      ? said(`地图上最近的走 ${walk} 分钟，达标`, `by the map the nearest is ${walk} minutes away, near enough`)
      : said(`地图上最近的要走 ${walk} 分钟，太远`, `by the map the nearest is ${walk} minutes away, too far`)
  },
  upkeeps: said('养护记录', 'Upkeep'),
  qr: said('现场二维码', 'QR code for the spot'),
  photo: said('照片', 'Photograph'),
} as const
