import { type Said, said } from '../words.ts'
import { defaultLimits, limitText } from './limits.ts'

/** Why a file was not read. */
export type TableRefusal =
  | 'table-too-large'
  | 'table-unpacks-too-large'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'old-excel'
  | 'locked-excel'
  | 'not-a-table'
  | 'unknown-encoding'

export const tableWords = {
  'table-too-large': (n) => said(`文件不能超过 ${n}`, `The file may be at most ${n}`),
  'table-unpacks-too-large': (n) =>
    said(`文件展开后超过 ${n}，请拆分`, `The file unpacks to more than ${n}; please split it`),
  'too-many-rows': (n) => said(`一张表不能超过 ${n} 行，请拆分`, `A sheet may have at most ${n} rows; please split it`),
  'too-many-columns': (n) => said(`一张表不能超过 ${n} 列`, `A sheet may have at most ${n} columns`),
  'old-excel': () =>
    said(
      '这是旧版 Excel（.xls）文件，请另存为 .xlsx 后再上传',
      'This is an old Excel file (.xls); save it as .xlsx first',
    ),
  'locked-excel': () => said('该文件设有打开密码，请去掉密码后再上传', 'This file has a password; take it off first'),
  'not-a-table': () =>
    said('无法读取，请上传 Excel（.xlsx）或 CSV 文件', 'It could not be read; an .xlsx or CSV file is expected'),
  'unknown-encoding': () =>
    said('文字编码无法识别，请存为 UTF-8 或 GB 18030', 'The text encoding is not known; save it as UTF-8 or GB 18030'),
} as const satisfies Record<TableRefusal, (limit: string) => Said>

const told = (refusal: TableRefusal, limit = 0): Said => tableWords[refusal](limitText(limit))

/** The same with the limits that hold where none are named. */
export const tableRefusals = {
  'table-too-large': told('table-too-large', defaultLimits.bytes),
  'table-unpacks-too-large': told('table-unpacks-too-large', defaultLimits.unpacked),
  'too-many-rows': told('too-many-rows', defaultLimits.rows),
  'too-many-columns': told('too-many-columns', defaultLimits.columns),
  'old-excel': told('old-excel'),
  'locked-excel': told('locked-excel'),
  'not-a-table': told('not-a-table'),
  'unknown-encoding': told('unknown-encoding'),
} as const satisfies Record<TableRefusal, Said>
