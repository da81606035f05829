import { type Said, said } from '../../../../../platform/words.ts'

export const dictionaryWords = {
  title: said('字典', 'Dictionaries'),
  lead: said(
    '各处下拉框里的选项。改名后，已有记录同时显示新名称；停用后不能再选，旧记录不受影响。',
    'What people pick from. A new name shows on old records too; an entry out of use can be picked no more and old records keep it.',
  ),
  which: said('字典', 'Dictionary'),
  code: said('代码', 'Code'),
  codeHint: said('小写字母、数字和横线，建好后不能改', 'Small letters, digits and dashes; it stays for good'),
  codeBad: said('请用小写字母、数字和横线', 'Use small letters, digits and dashes'),
  chinese: said('中文名称', 'Chinese name'),
  english: said('英文名称', 'English name'),
  missing: said('请填写', 'Needed'),
  ordinal: said('次序', 'Place'),
  state: said('状态', 'State'),
  inUse: said('在用', 'In use'),
  retired: said('已停用', 'Out of use'),
  used: said('引用次数', 'Used'),
  fresh: said('新增条目', 'New entry'),
  edit: said('修改', 'Change'),
  retire: said('停用', 'Put out of use'),
  restore: said('恢复使用', 'Use again'),
  save: said('保存', 'Save'),
  saved: said('已保存', 'Saved'),
  readOnly: said('您可以查看，不能修改字典。', 'You may look at dictionaries and not change them.'),
  numberBad: said('请填 0 至 9999 的整数', 'A whole number from 0 to 9999'),
} as const satisfies Record<string, Said>

/** What follows from another name. */
export const renames = (used: number): Said =>
  said(`保存后，${used} 条已有记录将显示新名称`, `Once saved, ${used} records show the new name`)
