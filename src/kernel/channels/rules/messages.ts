import { unreachable } from '../../../platform/decision.ts'
import type { Instant } from '../../../platform/time.ts'
import { type FiledMessage, longest, type MessageField, messageFields, type RowFault } from '../model/messages.ts'
import { momentOf } from './moments.ts'
import { cleanLine, cleanText } from './text.ts'

/** The fields of one row as they were found, whatever their kind. */
export type RawRow = { readonly [field in MessageField]?: unknown }

export type FieldFault = { readonly field: MessageField | null; readonly fault: RowFault }

export type CheckedRow =
  | { readonly ok: true; readonly message: FiledMessage }
  | { readonly ok: false; readonly faults: readonly FieldFault[] }

type Value = { readonly text: string } | { readonly fault: RowFault }

/**
 * One row of a file as a message: cleaned, bounded, its times read. All faults of the row are named at once.
 * @param now a message or reply later than this is refused; null when any time will do
 */
export function messageOf(row: RawRow, now: Instant | null): CheckedRow {
  const faults: FieldFault[] = []
  const take = (field: MessageField, needed: boolean): string => {
    const value = fieldValue(row[field], field)
    const fault = 'fault' in value ? value.fault : value.text === '' && needed ? 'missing' : null
    if (fault !== null) faults.push({ field, fault })
    return 'text' in value ? value.text : ''
  }
  const [id, author, topic, detail] = [
    take('id', true),
    take('author', true),
    take('topic', true),
    take('detail', true),
  ]
  const reply = take('reply', false)
  const [at, repliedAt] = [take('at', true), take('repliedAt', false)]
  if (now !== null && at > now) faults.push({ field: 'at', fault: 'time-in-future' })
  if (now !== null && repliedAt > now) faults.push({ field: 'repliedAt', fault: 'time-in-future' })
  if (faults.length === 0 && (reply === '') !== (repliedAt === ''))
    faults.push({ field: reply === '' ? 'reply' : 'repliedAt', fault: 'reply-without-time' })
  if (faults.length === 0 && repliedAt !== '' && repliedAt < at)
    faults.push({ field: 'repliedAt', fault: 'reply-before-message' })
  if (faults.length > 0) return { ok: false, faults }
  const answered = reply === '' ? {} : { reply, repliedAt: repliedAt as Instant }
  return { ok: true, message: { id, author, topic, at: at as Instant, detail, ...answered } }
}

/** Empty and absent are the same; numbers are taken where a file may have written a number for an id. */
function fieldValue(given: unknown, field: MessageField): Value {
  if (given === undefined || given === null || given === '') return { text: '' }
  switch (field) {
    case 'at':
    case 'repliedAt': {
      const at = momentOf(given)
      return at === null ? { fault: 'time-malformed' } : { text: at }
    }
    case 'id':
    case 'author':
    case 'topic':
      return cleaned(given, field, cleanLine)
    case 'detail':
    case 'reply':
      return cleaned(given, field, cleanText)
    default:
      return unreachable(field)
  }
}

function cleaned(given: unknown, field: MessageField, clean: typeof cleanText): Value {
  const isWord = typeof given === 'string' || (typeof given === 'number' && Number.isFinite(given))
  if (!isWord) return { fault: 'not-text' }
  const result = clean(String(given))
  if (!result.ok) return { fault: result.refusal }
  return [...result.text].length > longest[field] ? { fault: 'too-long' } : { text: result.text }
}

const headings: Readonly<Record<string, MessageField>> = {
  编号: 'id',
  留言编号: 'id',
  工单编号: 'id',
  作者: 'author',
  诉求人: 'author',
  留言用户: 'author',
  标题: 'topic',
  主题: 'topic',
  留言主题: 'topic',
  时间: 'at',
  留言时间: 'at',
  提交时间: 'at',
  内容: 'detail',
  详情: 'detail',
  留言详情: 'detail',
  诉求内容: 'detail',
  答复: 'reply',
  答复内容: 'reply',
  答复意见: 'reply',
  答复时间: 'repliedAt',
}

/** Which column holds which field, by the names in the first row; unknown columns are passed over. */
export function columnsOf(heading: readonly unknown[]): readonly (MessageField | null)[] {
  return heading.map((cell) => {
    const name = cleanLine(String(cell ?? '').replaceAll('\0', ''))
    const text = name.ok ? name.text.replaceAll(' ', '') : ''
    return headings[text] ?? messageFields.find((field) => field.toLowerCase() === text.toLowerCase()) ?? null
  })
}

/** Fields without which no row of a table can be a message. */
export const missingColumns = (columns: readonly (MessageField | null)[]): readonly MessageField[] =>
  messageFields.filter((field) => field !== 'reply' && field !== 'repliedAt' && !columns.includes(field))

export const rowOf = (columns: readonly (MessageField | null)[], cells: readonly unknown[]): RawRow =>
  Object.fromEntries(columns.flatMap((field, at) => (field === null ? [] : [[field, cells[at]]])))
