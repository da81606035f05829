import { type Said, said } from '../../../../../platform/words.ts'

/** A table that is taken in. */
export const tableWords = {
  title: said('导入表格', 'Import a table'),
  file: said('文件', 'File'),
  fileMissing: said('请选择文件', 'Choose a file'),
  atomic: said('有一行错就都不导入', 'One wrong row, and none is taken'),
  send: said('上传', 'Send'),
  sending: (share: number): Said =>
    said(`正在上传 ${Math.round(share * 100)}%`, `Sending, ${Math.round(share * 100)}%`),
  taken: (taken: number, unchanged: number, wrong: number): Said =>
    said(
      `写入 ${taken} 条，无变化 ${unchanged} 条，有误 ${wrong} 处`,
      `${taken} taken, ${unchanged} as before, ${wrong} wrong`,
    ),
  faults: said('哪些行有误', 'What is wrong, by row'),
  row: said('行', 'Row'),
  field: said('列', 'Column'),
  wrong: said('问题', 'What is wrong'),
} as const
