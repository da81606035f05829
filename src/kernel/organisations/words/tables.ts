import { type Said, said } from '../../../platform/words.ts'

/** Headings of the files about units, people and posts; an import reads what an export writes. */
export const tableColumns = {
  code: said('单位编码', 'Code'),
  name: said('单位名称', 'Name'),
  shortName: said('简称', 'Short name'),
  kind: said('条块', 'Kind'),
  level: said('层级', 'Level'),
  parent: said('上级编码', 'Code of the unit above'),
  from: said('生效日期', 'From'),
  account: said('账号', 'Account'),
  person: said('姓名', 'Name of the person'),
  unit: said('单位编码', 'Code of the unit'),
  unitName: said('单位', 'Unit'),
  role: said('角色', 'Role'),
  partTime: said('是否兼任', 'Part-time'),
  state: said('状态', 'State'),
  totp: said('动态验证码', 'Second step'),
  deputy: said('代理人', 'Deputy'),
  reason: said('事由', 'Reason'),
  firstDay: said('开始日期', 'First day'),
  backOn: said('返岗日期', 'Back on'),
  covered: said('代理岗位', 'Posts covered'),
  result: said('结果', 'Outcome'),
  password: said('初始密码', 'First password'),
  errors: said('错误', 'What is wrong'),
} as const satisfies Record<string, Said>

export const tableSheets = {
  units: said('单位', 'Units'),
  people: said('人员', 'People'),
  posts: said('岗位', 'Posts'),
  leaves: said('请假', 'Leaves'),
} as const satisfies Record<string, Said>

/** What stands in a cell for a yes and a no. */
export const yesNo = { yes: said('是', 'yes'), no: said('否', 'no') } as const satisfies Record<string, Said>

/** What became of a row, and what is wrong with one. */
export const rowWords = {
  opened: said('已新建', 'Opened'),
  changed: said('已变更', 'Changed'),
  same: said('无变化', 'Unchanged'),
  missing: said('必填', 'Needed'),
  tooLong: said('文字过长', 'Too long'),
  twice: said('与前面的行重复', 'Stands in an earlier row already'),
  badDay: said('日期应写作 2026-03-02', 'A day is written 2026-03-02'),
  badKind: said('应填“条”或“块”', 'Line or territory'),
  badLevel: said('应填区、部门、科室、街道或社区', 'District, department, section, street or community'),
  badAccount: said(
    '账号以字母或数字开头，3 至 40 位字母、数字、点、横线',
    'Begins with a letter or digit; 3 to 40 letters, digits, dots, dashes',
  ),
  accountTaken: said('账号已被使用', 'The account name is taken'),
  noUnit: said('没有这个单位编码', 'No unit has this code'),
  noParent: said('没有这个上级编码', 'No unit above has this code'),
  noRole: said('没有这个角色', 'There is no such role'),
  badYesNo: said('应填“是”或“否”', 'Yes or no'),
} as const satisfies Record<string, Said>
export type RowWord = keyof typeof rowWords
