import { type Said, said } from '../../../../../platform/words.ts'

/** Pages of those who keep the house. */
export const adminWords = {
  heading: said('系统管理', 'Keeping the house'),
  letters: said('失败任务', 'Dead letters'),
  lettersLead: said(
    '系统试了多次仍没有做成的事。排除原因后可以重试。',
    'What was tried too often. Put the cause right, then try again.',
  ),
  noLetters: said('没有失败的任务', 'No dead letters'),
  what: said('任务', 'What'),
  due: said('应于', 'Due'),
  attempts: said('已试次数', 'Tries'),
  error: said('原因', 'Why'),
  retry: said('重试', 'Try again'),
  retried: said('已安排重试', 'It will be tried again'),
  logs: said('操作日志', 'Operation log'),
  logins: said('登录日志', 'Login log'),
  noLogs: said('没有记录', 'Nothing recorded'),
  at: said('时间', 'When'),
  who: said('人员', 'Who'),
  target: said('对象', 'About'),
  outcome: said('结果', 'Outcome'),
  address: said('来源地址', 'From'),
  account: said('账号', 'Account'),
  way: said('方式', 'How'),
  fine: said('成功', 'done'),
} as const satisfies Record<string, Said>
