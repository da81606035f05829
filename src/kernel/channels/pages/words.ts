import { type Said, said } from '../../../platform/words.ts'
import { scanTitles } from './words/titles.ts'

/** What is said around printed codes. */
export const entryWords = {
  title: scanTitles.scan,
  lead: said(
    '信箱、服务站、网格员牌子和回执上的二维码，都可以扫。扫不了就输编号。',
    'The codes on mailboxes, at stations, on the signs of grid workers and on receipts. If you cannot scan, type the number.',
  ),
  open: said('打开相机扫', 'Open the camera'),
  stop: said('关掉相机', 'Close the camera'),
  aim: said('对准二维码，不用按', 'Point it at the code; no need to press'),
  picture: said('相机画面', 'What the camera sees'),
  noCamera: said(
    '相机没有打开。请在浏览器里允许使用相机，或者在下面输编号。',
    'The camera is closed. Allow it in the browser, or type the number below.',
  ),
  cannotScan: said(
    '这个浏览器不能扫码。可以用手机自带的“扫一扫”，或者在下面输编号。',
    'This browser cannot scan. Use the scanner of your phone, or type the number below.',
  ),
  foreign: said('这不是我们的码，没有打开。', 'This code is not one of ours; it was not opened.'),
  typed: said('输编号', 'Type the number'),
  typedLabel: said('牌子上的编号', 'Number on the sign'),
  typedHint: said(
    '二维码下面的 10 位字母和数字；或者诉求的 14 位编号',
    'The ten letters and digits under the code, or the fourteen digits of a case',
  ),
  needTyped: said(
    '应是 10 位字母和数字，或 14 位数字，请核对',
    'Ten letters and digits, or fourteen digits; please check',
  ),
  go: said('打开', 'Open'),
  what: said('扫了能做什么', 'What each code opens'),
  mailbox: said('群众信箱', 'Mailbox'),
  mailboxText: said('在这里写，地点已经填好', 'Write here; the place is filled in'),
  station: said('便民服务站', 'Service station'),
  stationText: said('说事、查进度', 'Tell us something, follow a case'),
  case: said('回执', 'Receipt'),
  caseText: said('看这件事办到哪了', 'See how this case is going'),
  facility: said('公共设施', 'Facility'),
  facilityText: said('这里坏了、脏了，写下来', 'Tell us what is broken or dirty here'),
  member: said('网格员', 'Grid worker'),
  memberText: said('有事找他，写下来就到他的网格', 'Write, and it reaches his grid'),
  entry: scanTitles.entry,
  address: said('地址', 'Address'),
  writeHere: said('在这里反映', 'Write from here'),
  follow: said('查进度', 'Follow a case'),
  again: said('再扫一个', 'Scan another'),
  call: said('打电话说', 'Say it by phone'),
} as const satisfies Record<string, Said>
