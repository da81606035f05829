import { type Said, said } from '../../../../../platform/words.ts'

/** The page of whoever walks the grids. */
export const patrolWords = {
  title: said('网格巡查', 'Patrol'),
  onDuty: said('在岗', 'On duty'),
  offDuty: said('未签到', 'Off duty'),
  signIn: said('签到', 'Sign in'),
  signOut: said('签退', 'Sign out'),
  since: said('签到于 ', 'since '),
  trackNote: (days: number): Said =>
    said(
      `只在签到后记录轨迹，只有您自己能看，${days} 天后删除。`,
      `Your track is kept only while you are signed in, seen by you alone, and deleted after ${days} days.`,
    ),
  myTrack: said('我今天的轨迹', 'My track today'),
  report: said('拍照上报', 'Report'),
  takePhoto: said('拍照', 'Take a picture'),
  morePhoto: said('再拍一张', 'One more'),
  removePhoto: said('删除这张照片', 'Remove this picture'),
  photo: said('照片', 'Picture'),
  whatIsIt: said('是什么问题', 'What is it'),
  moreTypes: said('全部类型', 'All types'),
  fewerTypes: said('只看常用', 'The usual ones'),
  where: said('在哪里', 'Where'),
  locating: said('正在定位…', 'Finding your position…'),
  located: said('已定位', 'Position found'),
  noSpot: said('没有定位，请选择所在网格', 'No position; choose the grid'),
  locateAgain: said('重新定位', 'Find it again'),
  grid: said('所在网格', 'Grid'),
  chooseGrid: said('请选择网格', 'Choose the grid'),
  more: said('补充说明（可不填）', 'More (optional)'),
  place: said('地点', 'Place'),
  placeHint: said('如：石桥路公交站旁', 'Such as: by the bus stop'),
  text: said('情况说明', 'What you see'),
  urgent: said('情况紧急，马上报值班室', 'Urgent: alarm the duty desk at once'),
  send: said('上报', 'Send'),
  needPhoto: said('请先拍照', 'Take a picture first'),
  needType: said('请选择是什么问题', 'Say what it is'),
  needPlace: said('请选择所在网格', 'Choose the grid'),
  sentLater: said('已存在手机里，有网络就自动上报', 'Kept on this phone; it is sent as soon as there is a line'),
  notKept: said(
    '这台手机不能保存，请在有网络时上报。您填的内容还在。',
    'This phone cannot keep it; report when there is a line. What you filled in is still here.',
  ),
  reportedToday: (count: number): Said => said(`今天已上报 ${count} 件`, `${count} reported today`),
  queue: said('待上报', 'Waiting to be sent'),
  queueWaiting: said('等待网络', 'Waiting for a line'),
  queueArrived: said('已上报', 'Sent'),
  queueRefused: said('没有上报成功', 'Not taken'),
  tryAgain: said('再试一次', 'Try again'),
  withoutFile: (name: string): Said => said(`去掉“${name}”再上报`, `Send without “${name}”`),
  onlyFile: (name: string): Said =>
    said(
      `“${name}”不是照片，又是唯一的一张。请删除这条，重新拍照上报。`,
      `“${name}” is no picture, and the only one. Delete this and take a picture anew.`,
    ),
  drop: said('删除', 'Delete'),
  hide: said('知道了', 'Seen'),
  tasks: said('今日路线', 'The way of the day'),
  tasksNone: said('没有要去现场的任务', 'Nowhere to go'),
  tasksNoneText: said('巡查中发现问题，直接拍照上报。', 'Report what you see on your way.'),
  check: said('核实', 'Look'),
  verify: said('核查', 'Verify'),
  distance: (metres: number): Said =>
    metres < 1_000
      ? said(`${Math.round(metres)} 米`, `${Math.round(metres)} m`)
      : said(`${(metres / 1_000).toFixed(1)} 公里`, `${(metres / 1_000).toFixed(1)} km`),
  whole: (metres: number): Said =>
    said(
      `全程约 ${(metres / 1_000).toFixed(1)} 公里（直线）`,
      `about ${(metres / 1_000).toFixed(1)} km as the crow flies`,
    ),
  noPlace: said('没有定位', 'no position'),
  map: said('我的网格', 'My grids'),
  gridsLayer: said('网格', 'Grids'),
  tasksLayer: said('任务', 'Tasks'),
  trackLayer: said('我的轨迹', 'My track'),
  due: said('时限 ', 'due '),
  offline: said(
    '没有网络：上报会存在手机里，恢复后自动发出。',
    'No line: reports are kept on this phone and sent later.',
  ),
  thing: said('哪一个部件', 'Which one'),
  thingHint: said(
    '按登记的权属单位派遣；不改就是最近的一个',
    'It goes to whoever owns it; left alone it is the nearest',
  ),
} as const
