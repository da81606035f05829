import { type Said, said } from '../../../../../platform/words.ts'

/** The dispatch board. */
export const boardWords = {
  title: said('派单台', 'Dispatch board'),
  queue: said('待派工单', 'Waiting for dispatch'),
  more: said('后面还有，派完这些会接着显示', 'More wait behind these and move up as you go'),
  empty: said('没有待派的工单', 'Nothing waits for dispatch'),
  emptyText: said('有新工单受理后会自动出现在这里。', 'What intake takes on next appears here by itself.'),
  toList: said('查看工单列表', 'See the list of cases'),
  noRoute: said('暂无派单建议', 'No proposal'),
  routes: said('派单建议', 'Where it may belong'),
  accept: said('按此派单', 'Dispatch there'),
  sent: said('已派单：', 'Dispatched: '),
  before: said('上一件', 'Previous'),
  next: said('下一件', 'Next'),
  whole: said('打开工单全页', 'Open the whole page'),
  otherMoves: said('其他办法', 'Something else'),
  marked: said('文中标出的词支持第一条建议', 'The words marked in the text spoke for the first proposal'),
  wasFirst: said('这件工单刚有变化，请看清后再派', 'This case has just changed; look again before you send it'),
  acceptKey: said('按所选建议派单', 'Dispatch as chosen'),
  first: said('选第一个建议', 'Choose the first proposal'),
  second: said('选第二个建议', 'Choose the second proposal'),
  third: said('选第三个建议', 'Choose the third proposal'),
  keys: said(
    '回车派单 · 1 2 3 选建议 · j k 上下件 · s 拆分 · l 并入同一件',
    'Enter dispatches · 1 2 3 choose · j k next and previous · s splits · l links to the same matter',
  ),
} as const satisfies Record<string, Said>

/** How many I have dispatched today. */
export const paceWords = {
  today: (count: number): Said => said(`今天我派了 ${count} 件`, `${count} dispatched by me today`),
  hour: (hour: number, count: number): Said => said(`${hour} 时 ${count} 件`, `${hour}:00 ${count}`),
} as const
