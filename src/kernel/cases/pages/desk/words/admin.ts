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
} as const satisfies Record<string, Said>
