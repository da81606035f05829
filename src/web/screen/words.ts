import { type Said, said } from '../../platform/words.ts'

export const screenWords = {
  face: said('城市运行一屏', 'City at a glance'),
  overview: said('总览', 'Overview'),
  signIn: said('大屏登录', 'Sign in to the screen'),
  otherAccount: said('换个账号', 'Use another account'),
  scenes: said('画面', 'Scenes'),
  platform: said('平台运行', 'The platform itself'),
  database: said('数据库', 'Database'),
  ready: said('正常', 'Ready'),
  notReady: said('异常', 'Not ready'),
  noBoards: said('还没有看板', 'No boards yet'),
  noBoardsText: said('业务模块登记看板后显示在这里。', 'Boards appear here once modules register them.'),
  weekdays: said(
    '星期日,星期一,星期二,星期三,星期四,星期五,星期六',
    'Sunday,Monday,Tuesday,Wednesday,Thursday,Friday,Saturday',
  ),
} as const satisfies Record<string, Said>
