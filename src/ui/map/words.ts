import { type Said, said } from '../../platform/words.ts'

/** What the map itself says. */
export const mapWords = {
  zoomIn: said('放大', 'Zoom in'),
  zoomOut: said('缩小', 'Zoom out'),
  whole: said('看全部', 'Show all'),
  mine: said('我的位置', 'My position'),
  mineHere: said('您在这里', 'You are here'),
  mineDenied: said(
    '没有得到定位许可。可在浏览器设置里允许本网站定位，或者直接在地图上点选。',
    'Positioning was not allowed. Allow it for this site in the browser’s settings, or pick a spot on the map.',
  ),
  mineFailed: said(
    '暂时测不出您的位置，请稍后再试，或者直接在地图上点选。',
    'Your position could not be found just now. Try again, or pick a spot on the map.',
  ),
  draw: said('圈选', 'Draw an area'),
  drawHow: said(
    '点地图画出各个角，至少三个；画完按“完成”。键盘：方向键移动，回车加一个角，退格去掉一个角。',
    'Press on the map for each corner, three at least, then Done. By keyboard: arrows move, Enter adds a corner, Backspace takes one away.',
  ),
  drawAdd: said('在中间加一个角', 'Add a corner in the middle'),
  drawDone: said('完成', 'Done'),
  drawMore: said('还差 {count} 个角', '{count} more corners needed'),
  drawBack: said('退一步', 'Back one corner'),
  drawCancel: said('取消圈选', 'Cancel'),
  drawClear: said('清除圈选', 'Clear the area'),
  legend: said('图例', 'Legend'),
  list: said('清单', 'List'),
  listMore: said('还有 {count} 项没有列出', '{count} more are not listed'),
  listNone: said('图上没有内容', 'Nothing is shown on the map'),
  cluster: said('{count} 项，按下放大', '{count} items, press to zoom in'),
  keys: said(
    '地图。方向键移动，加号减号缩放，回车选取中间的内容。全部内容也在下面的清单里。',
    'Map. Arrows move, plus and minus zoom, Enter picks what is in the middle. Everything is in the list below as well.',
  ),
  touch: said('用两根手指移动地图', 'Use two fingers to move the map'),
  wheel: said('按住 Ctrl 再滚动可以缩放', 'Hold Ctrl while scrolling to zoom'),
  wheelMac: said('按住 ⌘ 再滚动可以缩放', 'Hold ⌘ while scrolling to zoom'),
  noGraphics: said('这台设备画不出地图', 'This device cannot draw the map'),
  noGraphicsText: said(
    '浏览器关闭了图形功能（WebGL 2），或者版本过旧。内容都在下面的清单里。',
    'The browser has its graphics (WebGL 2) switched off, or is too old. Everything is in the list below.',
  ),
  failed: said('地图没有打开', 'The map did not open'),
  failedText: said(
    '请检查网络后再试。内容都在下面的清单里。',
    'Check the network and try again. Everything is in the list below.',
  ),
  tilesFailed: said('有一部分地图没有加载出来', 'Part of the map did not load'),
  emptyMap: said('这里还没有可以显示的内容', 'There is nothing to show here yet'),
  noValue: said('暂无数据', 'No figure'),
  roundNumber: said('万', 'k'),
  metres: said('{count} 米', '{count} m'),
  kilometres: said('{count} 公里', '{count} km'),
} as const satisfies Record<string, Said>
