import { type Said, said } from '../../../../platform/words.ts'

export const registerWords = {
  title: said('文书台账', 'Register of documents'),
  lead: said('按机关、年度、文种连续编号，不跳号、不重号。', 'Numbered without gaps by office, year and kind.'),
  number: said('文号', 'Number'),
  kind: said('文种', 'Kind'),
  unit: said('出具机关', 'Issued by'),
  issuedAt: said('出具时间', 'Issued'),
  case: said('办件', 'Case'),
  standing: said('状态', 'State'),
  endedBy: said('撤销或更正文号', 'Ended by'),
  check: said('校验码', 'Check'),
  any: said('全部', 'All'),
  from: said('自', 'From'),
  until: said('至', 'Until'),
  search: said('查找文号', 'Find a number'),
  clear: said('清除筛选', 'Clear filters'),
  export: said('导出 Excel', 'Export to Excel'),
  none: said('没有符合条件的文书', 'No document fits'),
} as const satisfies Record<string, Said>
