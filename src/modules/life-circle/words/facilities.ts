import { type Said, said } from '../../../platform/words.ts'
import type { FacilityBody, FacilityState } from '../model/facility.ts'
import type { Level, MeasureUnit, Walker } from '../model/profile.ts'

export const stateWords = {
  open: said('开放中', 'Open'),
  planned: said('规划中', 'Planned'),
  closed: said('已关闭', 'Closed'),
} as const satisfies Record<FacilityState, Said>

export const unitWords = {
  m2: said('平方米', 'm²'),
  beds: said('床', 'beds'),
  seats: said('座', 'seats'),
  places: said('个名额', 'places'),
} as const satisfies Record<MeasureUnit, Said>

export const levelWords = {
  must: said('必配', 'Must have'),
  quality: said('品质提升', 'Quality'),
  special: said('特色', 'Special'),
} as const satisfies Record<Level, Said>

export const walkerWords = {
  adult: said('成年人', 'Adults'),
  elder: said('老年人', 'The elderly'),
  child: said('推婴儿车带孩子的人', 'With a pushchair'),
  wheelchair: said('坐轮椅的人', 'In a wheelchair'),
} as const satisfies Record<Walker, Said>

/** Headings of the file, in the order in which they are written. A file may name them in Chinese or by their key. */
export const columnWords = {
  code: '编号',
  kind: '设施类别',
  name: '名称',
  status: '状态',
  lng: '经度',
  lat: '纬度',
  area: '所属社区或街道编码',
  address: '地址',
  hours: '开放时间',
  openToAll: '对外开放',
  capacity: '规模',
  capacityUnit: '规模单位',
  floorArea: '面积（平方米）',
  evidence: '依据',
} as const satisfies Record<keyof FacilityBody | 'code', string>

export const yesWords = { yes: '是', no: '否' } as const
export const facilitySheet = '设施台账'

/** The list of who is left out, as a sheet. */
export const leftOutColumns = [
  { key: 'id', title: '建筑', width: 18 },
  { key: 'communityName', title: '社区', width: 18 },
  { key: 'community', title: '社区编码', width: 18 },
  { key: 'lng', title: '经度', kind: 'number' },
  { key: 'lat', title: '纬度', kind: 'number' },
  { key: 'people', title: '人数', kind: 'number' },
  { key: 'minutes', title: '步行分钟（空：一小时内到不了）', kind: 'number' },
  { key: 'nearest', title: '最近的一处', width: 24 },
] as const

/** Why a row of a file is not taken. */
export const fileFaultWords = {
  missing: said('这一栏不能空着', 'This must not be empty'),
  'unknown-kind': said(
    '没有这一类设施，请照模板里的类别名填写',
    'No such kind of facility; use a name of the template',
  ),
  'unknown-state': said('状态只能是：开放中、规划中、已关闭', 'The state is one of open, planned, closed'),
  'unknown-unit': said('规模单位只能是：平方米、床、座、个名额', 'The unit is one of m2, beds, seats, places'),
  'not-a-number': said('这里要填数字', 'A number is needed here'),
  'not-yes-or-no': said('请填“是”或“否”', 'Yes or no is needed here'),
  'coordinates-swapped': said(
    '经度和纬度像是填反了：经度在前（约 73–135），纬度在后（约 18–54）',
    'Longitude and latitude seem to be exchanged',
  ),
  'coordinates-outside': said(
    '坐标不在范围内：经度 -180 到 180，纬度 -90 到 90',
    'The coordinates are out of range: longitude -180 to 180, latitude -90 to 90',
  ),
  'not-a-point': said('这一条不是点状设施（Point），没有坐标', 'This feature is no point'),
  'code-wrong': said('编号只能用字母、数字、横线、下划线，最长 60 个', 'A number has letters, digits, - and _ only'),
  'spot-code-wrong': said(
    '编号是系统给的 8 位小写字母或数字；新增的请留空',
    'The number is the system’s: 8 small letters or digits; leave it empty for a new place',
  ),
  'unknown-spot-kind': said(
    '没有这一类微设施，请照模板里的类别名填写',
    'No such kind of small place; use a name of the template',
  ),
  'unknown-spot-state': said('状态只能是：建设中、使用中、已撤除', 'The state is one of planned, in-use, given-up'),
  'unknown-office': said('没有这个责任单位', 'There is no such unit'),
  'code-twice': said('这个编号在文件里出现了两次', 'This number stands twice in the file'),
  'too-long': said('内容太长', 'This is too long'),
  'unknown-area': said('没有这个街道或社区编码', 'No street or community has this code'),
  'number-outside': said('数值超出合理范围', 'The figure is out of range'),
} as const satisfies Record<string, Said>
export type FileFaultCode = keyof typeof fileFaultWords

export const lifeCircleRefusals = {
  'no-such-profile': said('没有这套标准', 'There is no such profile'),
  'no-such-facility': said('没有这处设施', 'There is no such facility'),
  'changed-meanwhile': said(
    '这一条刚被别人改过，请看过新内容再改',
    'Somebody has just changed this; look at it again before you change it',
  ),
  'profile-wrong': said('标准没有保存，请改正标出的地方', 'The profile was not kept; correct what is marked'),
  'file-format-unknown': said(
    '只能导入 Excel（.xlsx）、CSV 或 GeoJSON 文件',
    'Only Excel (.xlsx), CSV and GeoJSON files are taken',
  ),
  'file-unreadable': said('文件读不出来，请检查是否完整', 'The file cannot be read; is it whole?'),
  'file-without-rows': said('文件里没有一行设施', 'There is no facility in the file'),
  'columns-missing': said(
    '缺少必要的列：设施类别、名称、经度、纬度',
    'Columns are missing: kind, name, longitude, latitude',
  ),
} as const satisfies Record<string, Said>

export const profileFaultWords = {
  'kind-twice': said('同一类设施只能有一行', 'A kind may stand in one line only'),
  'no-must': said('至少要有一类必配设施', 'At least one kind must be a must'),
  'weights-zero': said('权重不能全是 0', 'Not every weight may be 0'),
} as const satisfies Record<string, Said>
