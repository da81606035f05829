import { type Said, said } from '../../../platform/words.ts'

export const paletteWords = {
  title: said('快速操作', 'Do it by keyboard'),
  open: said('快速操作 Ctrl K', 'Do it by keyboard: Ctrl K'),
  type: said('输入栏目、操作或工单编号', 'A section, a move or the number of a case'),
  hint: said('↑↓ 选择，回车执行，Esc 关闭', 'Arrows choose, Enter does it, Esc closes'),
  found: said('可以做的', 'What you can do'),
  nothing: said('没有找到', 'Nothing found'),
  count: said('项', 'found'),
  keys: said('本页快捷键', 'Keys of this page'),
  keysKey: said('查看本页快捷键', 'The keys of this page'),
} as const satisfies Record<string, Said>

export const groupWords = {
  moves: said('对当前工单', 'The case at hand'),
  cases: said('工单', 'Cases'),
  pages: said('前往', 'Go to'),
} as const satisfies Record<'moves' | 'cases' | 'pages', Said>
