import { type Said, said } from '../../../../../platform/words.ts'

/** Texts that answers begin from. */
export const templateWords = {
  title: said('答复模板', 'Reply templates'),
  lead: said(
    '写【标题】【编号】【地点】【承办单位】【类别】【登记日期】【今天】，起草时自动填入。',
    'Write 【标题】 title, 【编号】 number, 【地点】 place, 【承办单位】 unit, 【类别】 category, 【登记日期】 day filed or 【今天】 today; they are filled in.',
  ),
  pick: said('用模板起草', 'Begin from a template'),
  pickHint: said('加在已写内容后面，不会覆盖', 'Added behind what is written; nothing is lost'),
  none: said('没有符合条件的答复模板', 'No template fits'),
  search: said('查找模板', 'Find a template'),
  any: said('全部', 'All'),
  state: said('状态', 'State'),
  inUse: said('使用中', 'in use'),
  export: said('导出 Excel', 'Export to Excel'),
  fresh: said('新模板', 'New template'),
  edit: said('修改', 'Change'),
  unit: said('用于', 'For'),
  district: said('全区', 'The whole district'),
  name: said('模板名称', 'Name'),
  body: said('模板内容', 'Text'),
  save: said('保存', 'Save'),
  saved: said('已保存，上一版留在历史里', 'Saved; the version before stays in the history'),
  withdraw: said('停用', 'Withdraw'),
  restore: said('恢复使用', 'Use again'),
  withdrawn: said('已停用', 'withdrawn'),
  history: said('历史版本', 'History'),
  version: said('版本', 'Version'),
} as const satisfies Record<string, Said>
