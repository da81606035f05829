import { type Said, said } from '../../../platform/words.ts'
import { longest, type MessageField, type RowFault, type RowTrouble } from '../model/messages.ts'

export const messageFieldWords = {
  id: said('编号', 'id'),
  author: said('诉求人', 'author'),
  topic: said('标题', 'topic'),
  at: said('时间', 'time'),
  detail: said('内容', 'detail'),
  reply: said('答复', 'reply'),
  repliedAt: said('答复时间', 'time of the reply'),
} as const satisfies Record<MessageField, Said>

const rowFaultWords = {
  'not-json': said('这一行不是有效的 JSON', 'this line is not valid JSON'),
  'not-an-object': said('这一行应是一个 {…} 对象', 'this line must be a {…} object'),
  missing: said('没有填写', 'is missing'),
  'not-text': said('应为文字', 'must be text'),
  'too-long': said('太长', 'is too long'),
  'nul-in-text': said('含有无法保存的字符', 'contains a character that cannot be kept'),
  'time-malformed': said('不是能识别的时间，例如 2026-03-02 09:30', 'is no time we can read, such as 2026-03-02 09:30'),
  'time-in-future': said('晚于当前时间', 'lies in the future'),
  'reply-without-time': said('答复和答复时间要一起填写', 'a reply and its time go together'),
  'reply-before-message': said('早于留言时间', 'is earlier than the message'),
  'id-twice': said('编号重复，但内容不同', 'stands in the file twice with different words'),
  'row-too-long': said('这一行太长', 'this line is too long'),
  'column-missing': said('缺少这一列', 'this column is missing'),
  'too-many-rows': said('行数超过上限，之后的没有读取', 'there are too many rows; the rest was not read'),
  unreadable: said(
    '从这里开始无法读取，请检查文件格式和编码',
    'cannot be read from here on; check format and encoding',
  ),
} as const satisfies Record<RowFault, Said>

/** One fault as a sentence: 第 3 行「标题」没有填写 · Row 3, "topic": is missing */
export function rowTroubleSaid({ row, field, fault }: RowTrouble): Said {
  const words = rowFaultWords[fault]
  if (field === null) return said(`第 ${row} 行：${words.zh}`, `Row ${row}: ${words.en}`)
  const bound = fault === 'too-long' ? longest[field] : null
  const zh = bound === null ? words.zh : `${words.zh}，最多 ${bound} 字`
  const en = bound === null ? words.en : `${words.en}, at most ${bound} characters`
  const name = messageFieldWords[field]
  return said(`第 ${row} 行「${name.zh}」${zh}`, `Row ${row}, "${name.en}" ${en}`)
}
