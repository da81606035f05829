import excel from 'exceljs'
import { expect, test } from 'vitest'
import { readMessageFile } from './files.ts'

async function workbook(rows: readonly (readonly (string | number | Date | null)[])[]): Promise<Uint8Array> {
  const book = new excel.Workbook()
  const sheet = book.addWorksheet('留言')
  for (const row of rows) sheet.addRow([...row])
  return new Uint8Array(await book.xlsx.writeBuffer())
}

test('a workbook of messages is read with its dates as local time, and a faulty row is named by its number', async () => {
  const file = await workbook([
    ['留言编号', '留言用户', '留言主题', '留言时间', '留言详情', '答复意见', '答复时间'],
    [1001, 'A0007', '路灯不亮', new Date('2026-03-02T09:30:00Z'), '三天没亮了。', '已更换。', '2026-03-04 10:00'],
    [1002, 'A0008', null, '2026-03-02', '井盖松动。', null, null],
  ])
  expect(await readMessageFile(file, { format: 'xlsx' })).toMatchObject({
    ok: true,
    messages: [{ id: '1001', at: '2026-03-02T01:30:00.000Z', repliedAt: '2026-03-04T02:00:00.000Z' }],
    troubles: [{ row: 3, field: 'topic', fault: 'missing' }],
  })
})

test('a file that only calls itself a workbook is unreadable, not a failure', async () => {
  const result = await readMessageFile(new TextEncoder().encode('not a workbook'), { format: 'xlsx' })
  expect(result.troubles).toEqual([{ row: 1, field: null, fault: 'unreadable' }])
})
