import { type Said, said } from '../../../../../platform/words.ts'

/** Filters kept under a name. */
export const savedWords = {
  mine: said('我的视图', 'My views'),
  keep: said('保存为视图', 'Keep as a view'),
  keepThis: said('保存当前筛选', 'Keep these filters'),
  manage: said('整理视图', 'Arrange my views'),
  name: said('视图名称', 'Name of the view'),
  nameHint: said(
    '只有您自己看得到；搜索的文字和电话不会保存',
    'Only you see it; words and telephones searched for are not kept',
  ),
  rename: said('改名', 'Rename'),
  up: said('上移', 'Move up'),
  down: said('下移', 'Move down'),
  drop: said('删除', 'Delete'),
  kept: said('已保存视图', 'View kept'),
  changed: said('已更新视图', 'View changed'),
  dropped: said('已删除视图', 'View deleted'),
  none: said('还没有保存过视图', 'No view is kept yet'),
} as const satisfies Record<string, Said>
