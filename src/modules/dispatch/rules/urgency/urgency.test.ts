import { expect, test } from 'vitest'
import type { Day } from '../../../../platform/time.ts'
import type { WatchLine } from '../../model/watch.ts'
import { seedWatchList, takingBack } from '../../words/watch-list.ts'
import { alarmsIn, isPhrase, isUrgent } from './watch-list.ts'

const today: Day = '2026-03-02'
const telling = { ...takingBack, today }
const read = (text: string) => alarmsIn(text, seedWatchList, telling)
const kindsOf = (text: string) => [
  ...new Set(
    read(text)
      .filter(({ level }) => level === 'urgent')
      .map(({ kind }) => kind),
  ),
]

test.each([
  ['拆迁款一直不给，我真的不想活了', 'suicide'],
  ['再不解决我就去跳楼', 'suicide'],
  ['如果还拖下去，我只有一死了之', 'suicide'],
  ['他扬言要和开发商同归于尽', 'suicide'],
  ['三单元有人闻到很浓的味道，应该是燃气泄漏', 'life'],
  ['刚才五楼着火了，火还没灭', 'life'],
  ['老人被困在电梯里，快来救', 'life'],
  ['高压线断了掉在路上，小学生都从这里走', 'life'],
  ['有小孩落水了', 'life'],
  ['邻居持刀威胁我全家', 'violence'],
  ['他说出了小区就打死你们', 'violence'],
  ['幼儿园老师体罚孩子', 'minor'],
  ['班主任对学生长期体罚', 'minor'],
  ['我女儿在补习班被老师猥亵', 'minor'],
  ['我家孩子昨天下午走失', 'minor'],
  ['本月底不交房，全体业主准备去市政府静坐', 'group'],
  ['上百人在售楼部门口聚集', 'group'],
] as const)('%s', (text, kind) => expect(kindsOf(text)).toEqual([kind]))

test.each([
  '小区绿化没人管，花不想活，草也黄了',
  '开盘时说是跳楼价，现在又涨',
  '游乐园的跳楼机吵得睡不着',
  '希望加强巡查，防止学生溺水',
  '一旦着火，消防车根本进不来',
  '电线老化，极易起火',
  '曾经有小孩坠楼，要求加护栏',
  '现在没有着火，只是消防演练',
  '我们不会去政府静坐，只想要个答复',
  '消防通道被堵，存在安全隐患',
  '高考分数线出来了，孩子上学怎么办',
  '楼上的狗每天叫，吵死了',
  '公交堵路线调整的事想问一下',
  '政府不能被开发商绑架',
  '一哭二闹三上吊才有人理吗',
  '路灯不亮',
  '',
  '😀',
])('%j does not raise the alarm', (text) => expect(kindsOf(text)).toEqual([]))

test('an alarm says why and where, so that the desk can mark the words', () => {
  const text = '孩子上学难。再拖下去我就跳楼。'
  const [alarm] = read(text).filter(({ level }) => level === 'urgent')
  expect(alarm).toMatchObject({ kind: 'suicide', reason: '本人提到自杀' })
  expect(text.slice(alarm?.start, alarm?.end)).toBe('我就跳楼')
})

test('what is only spoken of is marked and starts no clock', () => {
  const alarms = read('公司职工曾集体上访五年')
  expect(alarms.map(({ level }) => level)).toEqual(['watch'])
  expect(isUrgent(alarms)).toBe(false)
})

test('of two lines that meet in one place the urgent one speaks', () => {
  const alarms = read('他们要去跳楼')
  expect(alarms).toHaveLength(1)
  expect(isUrgent(alarms)).toBe(true)
})

const line: WatchLine = {
  id: 'x',
  kind: 'life',
  level: 'urgent',
  phrase: '井盖/盖板+丢/没了',
  unless: '',
  takenBackBy: 'denied',
  reason: '坠井',
}

test('parts of a phrase follow one another within a sentence; a full stop or a long way between them parts them', () => {
  const found = (text: string) => alarmsIn(text, [line], telling).length
  expect(found('路中间的井盖昨晚没了')).toBe(1)
  expect(found('没了井盖')).toBe(0)
  expect(found('井盖还在。钱包丢了')).toBe(0)
  expect(found('井盖是去年三月由自来水公司统一换的后来丢了')).toBe(0)
})

test('a phrase that says nothing is no phrase', () => {
  expect(['不想活', '孩子/学生+体罚'].map(isPhrase)).toEqual([true, true])
  expect(['', '+', '孩子+', '/', '死', '长'.repeat(201)].map(isPhrase)).toEqual([
    false,
    false,
    false,
    false,
    false,
    false,
  ])
  expect(seedWatchList.filter(({ phrase }) => !isPhrase(phrase))).toEqual([])
  expect(new Set(seedWatchList.map(({ id }) => id)).size).toBe(seedWatchList.length)
})

test('a text of 100 kB is read through in a moment', () => {
  const began = performance.now()
  read('孩子老师体罚我要去跳'.repeat(10_000))
  expect(performance.now() - began).toBeLessThan(2_000)
})

test.each([
  ['2025年6月10日下午他持刀威胁我', false],
  ['11月15日早上他对我拳打脚踢，有录音', false],
  ['小区以前发生过爆炸，为此我们曾经集体去市政府上访', false],
  ['前段时间幼儿园老师殴打学生', false],
  ['2月28日晚上他持刀威胁我，今天又来', true],
  ['去年就说要修。今天邻居持刀威胁我全家', true],
  ['我家老人2月10日走失，至今没有消息', true],
  ['去年就答应了，再不解决我就去跳楼', true],
])('%s: urgent %s, for what is over is marked and no more', (text, urgent) => {
  expect(isUrgent(read(text))).toBe(urgent)
  expect(read(text)).not.toEqual([])
})

test.each([
  ['他当着警察的面扬言要弄死我', 'violence'],
  ['我母亲被保安锁在值班室不让走', 'violence'],
  ['儿子在传销窝点已经失联十多天', 'violence'],
  ['校门口有不良少年敲诈学生，孩子不敢上学', 'minor'],
  ['今天业主的车堵门了', 'group'],
  ['欲组织全体职工到省里上访', 'group'],
  ['再不协调，两个小区必将发生直接冲突', 'group'],
] as const)('%s, told as it happens', (text, kind) => expect(kindsOf(text)).toEqual([kind]))

test.each([
  '那条狗咬人，派出所说要么送走要么打死',
  '孩子的钥匙锁在房间里了',
  '2019年物业的人威胁我说要打死我',
  '家门口有人聚众赌博',
])('%s: nobody needs to run', (text) => expect(kindsOf(text)).toEqual([]))
