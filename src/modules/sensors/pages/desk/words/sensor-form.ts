import { said } from '../../../../../platform/words.ts'

export const sensorFormWords = {
  register: said('登记传感器', 'Register a sensor'),
  lead: said(
    '先登记，设备才能上报；没有登记的编号会记入“未能接收”。',
    'A device is heard once it is registered; readings under an unknown id are counted as not taken.',
  ),
  change: said('修改登记', 'Change what is registered'),
  back: said('返回列表', 'Back to the list'),
  id: said('编号', 'Id'),
  idHint: said(
    '设备上报时用的编号，字母、数字和 : . _ -，登记后不能改',
    'By which the device speaks; letters, digits and : . _ -; it stays',
  ),
  name: said('名称', 'Name'),
  kind: said('种类', 'Kind'),
  unit: said('单位', 'Unit'),
  place: said('位置', 'Place'),
  pointHint: said('在地图上点出设备所在的位置', 'Where the device stands on the map'),
  scale: said('校准系数', 'Scale'),
  shift: said('校准偏移', 'Shift'),
  keepDays: said('读数保存天数', 'Days readings are kept'),
  active: said('启用', 'In use'),
  save: said('保存', 'Save'),
  saved: said('已保存', 'Saved'),
  discard: said('放弃草稿', 'Discard the draft'),
  needId: said(
    '请填编号：字母或数字开头，不超过 60 个字符',
    'Give an id that begins with a letter or digit, at most 60 long',
  ),
  needName: said('请填名称', 'Give a name'),
  needPlace: said('请填位置，至少两个字', 'Say where it is, two characters at least'),
  needNumber: said('请填数字', 'Give a number'),
  needDays: said('请填 1 到 3660 之间的整数', 'Give a whole number from 1 to 3,660'),
} as const
