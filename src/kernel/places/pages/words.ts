import { type Said, said } from '../../../platform/words.ts'

/** How somebody says where something is by a point. */
export const pointWords = {
  label: said('在地图上的位置', 'Spot on the map'),
  hint: said('标出来，工作人员更快找到；不标也可以', 'With it we find the place sooner; you may leave it out'),
  here: said('用我现在的位置', 'Use where I am now'),
  onMap: said('在地图上选', 'Pick on the map'),
  again: said('在地图上改', 'Change on the map'),
  remove: said('不要这个位置', 'Remove this spot'),
  taken: said('已记下位置', 'The spot is noted'),
  seeking: said('正在查是哪个社区…', 'Looking up the community…'),
  unknown: said(
    '现在查不到是哪个社区，位置会一起提交',
    'The community cannot be looked up now; the spot is sent along',
  ),
  outside: said('这个位置不在本区范围内，请核对', 'This spot lies outside the district; please check it'),
  rough: (metres: number): Said =>
    said(
      `定位误差约 ${metres} 米，不准的话可以在地图上改`,
      `Found to within ${metres} m; if it is wrong, change it on the map`,
    ),
  title: said('在地图上选位置', 'Pick the spot on the map'),
  how: said(
    '点一下地图上的位置；也可以把地图移到那里，再按“取地图正中”。',
    'Press the spot on the map; or move the map there and press “Take the middle”.',
  ),
  middle: said('取地图正中', 'Take the middle'),
  notYet: said('还没有选', 'Nothing picked yet'),
  take: said('就选这里', 'Take this spot'),
  cancel: said('取消', 'Cancel'),
  picked: said('选的位置', 'The spot'),
} as const
