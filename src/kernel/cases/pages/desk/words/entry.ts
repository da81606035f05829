import { type Said, said } from '../../../../../platform/words.ts'

/** Filing on a caller's behalf. */
export const entryWords = {
  title: said('登记来件', 'New entry'),
  lead: said('替来电、来访、来信的人登记，按他说的记。', 'For somebody who calls, comes or writes; in his own words.'),
  channel: said('来件渠道', 'How it came'),
  name: said('姓名', 'Name'),
  phone: said('电话', 'Telephone'),
  phoneHint: said(
    '手机号或带区号的固定电话。留手机号的，登录就能看到这件工单；固定电话收不到短信。',
    'A mobile number, or a fixed line with its area code. With a mobile the caller sees the case after signing in; no SMS reaches a fixed line.',
  ),
  caseTitle: said('标题', 'Title'),
  titleHint: said('一句话：哪里、什么事', 'One sentence: where and what'),
  text: said('情况说明', 'What they said'),
  place: said('地点', 'Place'),
  pointHint: said('标出来就按位置定街道、社区和网格', 'With it street, community and grid are found by the spot'),
  areaHint: said('不选就按地点和内容自动判断', 'Left open, it is found by place and words'),
  searchArea: said('输入街道、社区或网格名称查找', 'Type the name of a street, community or grid'),
  matter: said('事项', 'Matter'),
  matterHint: said('不选就按内容自动判断', 'Left open, it is found by the words'),
  matterFree: said('自动判断', 'Find it by the words'),
  send: said('登记', 'File it'),
  needTitle: said('请写标题，至少 2 个字', 'A title of at least two characters, please'),
  needText: said('请写情况说明，至少 2 个字', 'Please write what they said'),
  done: said('已登记', 'Filed'),
  number: said('编号', 'Number'),
  code: said('查询码', 'Code'),
  tell: said('请把编号和查询码告诉诉求人，凭这两样可以查进度。', 'Tell the caller both: they open the case.'),
  open: said('打开工单', 'Open the case'),
  another: said('再登记一件', 'File another'),
} as const satisfies Record<string, Said>

/** Notices. */
export const inboxWords = {
  title: said('通知', 'Notices'),
  unread: said('只看未读', 'Unread only'),
  everything: said('看全部', 'All'),
  allRead: said('全部标为已读', 'Mark all as read'),
  open: said('打开工单', 'Open the case'),
  read: said('标为已读', 'Mark as read'),
  isNew: said('未读', 'Unread'),
  none: said('没有通知', 'No notices'),
  forUnit: said('发给本单位', 'To the unit'),
} as const satisfies Record<string, Said>
