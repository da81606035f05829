import { type Said, said } from '../../../../../platform/words.ts'
import type { Sort, View } from '../../../model/lists.ts'

export const viewWords = {
  work: said('待我办', 'Mine to do'),
  unit: said('本单位', 'My unit'),
  watching: said('督办中', 'Watching'),
  overdue: said('超期', 'Overdue'),
  all: said('全部', 'All'),
} as const satisfies Record<View, Said>

export const emptyViewWords = {
  work: said('没有等您办的工单', 'Nothing waits for you'),
  unit: said('本单位没有在办的工单', 'Your unit has no open case'),
  watching: said('没有督办中的工单', 'Nothing is under supervision'),
  overdue: said('没有超期的工单', 'Nothing is overdue'),
  all: said('没有工单', 'There is no case'),
} as const satisfies Record<View, Said>

export const sortWords = {
  due: said('最急的在前', 'Most pressing first'),
  filed: said('新来的在前', 'Newest first'),
  changed: said('刚动过的在前', 'Latest change first'),
} as const satisfies Record<Sort, Said>

/** The promise for the whole is broken; what is due next is the stage at hand. */
export const lateAlready = (next: Said): Said => said(`办理已超期；本环节${next.zh}`, `Overdue; this step: ${next.en}`)

/** The list of cases at the desk. */
export const listWords = {
  cases: said('工单', 'Cases'),
  search: said('搜索', 'Search'),
  found: said('搜索结果', 'Found'),
  views: said('工单范围', 'Which cases'),
  list: said('工单列表', 'List of cases'),
  filters: said('筛选', 'Filter'),
  clear: said('清除筛选', 'Clear'),
  stage: said('环节', 'Stage'),
  category: said('类别', 'Category'),
  unit: said('承办单位', 'Unit'),
  light: said('时限灯', 'Light'),
  channel: said('渠道', 'Channel'),
  sort: said('排序', 'Order'),
  from: said('登记自', 'Filed from'),
  to: said('登记至', 'Filed until'),
  any: said('不限', 'Any'),
  more: said('显示更多', 'Show more'),
  destroyed: said('（内容已依法销毁）', '(destroyed as the law asks)'),
  nobody: said('尚未派单', 'Not yet passed on'),
  urgent: said('紧急', 'Urgent'),
  select: said('选择', 'Select'),
  selected: said('已选', 'Selected'),
  pieces: said('件', 'cases'),
  batch: said('批量办理', 'Do them together'),
  unselect: said('取消选择', 'Unselect'),
  export: said('导出 Excel', 'Export to Excel'),
  exported: said('已导出，导出记录已留存', 'Exported; the export is on record'),
  keys: said('快捷键：J/K 上下，回车打开，X 选择', 'Keys: J and K move, Enter opens, X selects'),
  noMatch: said('没有符合条件的工单', 'No case matches'),
  noMatchText: said('换个关键词，或清除筛选再试。', 'Try other words, or clear the filters.'),
  seeAll: said('看全部工单', 'See all cases'),
  pick: said('从左边选一件工单，内容显示在这里。', 'Choose a case on the left; it shows here.'),
  lists: said('工单', 'Cases'),
  closePane: said('关闭', 'Close'),
  wholePage: said('单独打开', 'Open on its own'),
  searched: said('搜索词', 'Searched for'),
  entry: said('登记来件', 'New entry'),
  inbox: said('通知', 'Notices'),
} as const satisfies Record<string, Said>

/** What the keys of the list do. */
export const keyWords = {
  down: said('下一件', 'Next case'),
  up: said('上一件', 'Previous case'),
  open: said('打开工单', 'Open the case'),
  select: said('选中或取消选中', 'Select or unselect'),
} as const satisfies Record<string, Said>

/** One move on many cases. */
export const batchWords = {
  title: said('批量办理', 'Do them together'),
  lead: said(
    '选一个操作，对所选工单逐件办理；办不了的会逐件说明原因。',
    'Choose a move; it is made case by case, and each that cannot be done says why.',
  ),
  noMoves: said('所选工单现在没有您能办的操作', 'There is nothing you can do to these cases now'),
  different: said(
    '可选操作以第一件为准；环节不同的工单可能办不了。',
    'Moves are those of the first case; those at other stages may be refused.',
  ),
  done: said('办成', 'Done'),
  refused: said('没办成', 'Refused'),
  results: said('办理结果', 'What came of it'),
  ok: said('已办', 'done'),
} as const satisfies Record<string, Said>
