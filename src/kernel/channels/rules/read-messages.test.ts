import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvReader } from './csv.ts'
import { momentOf } from './moments.ts'
import { type ReadOptions, readMessages } from './read-messages.ts'

const lamp = {
  id: '1001',
  author: 'A0007',
  topic: '梧桐路 12 号路灯不亮',
  at: '2026-03-02T09:30:00+08:00',
  detail: '三天没亮了，老人出门不便。',
}
const answered = { ...lamp, id: '1002', reply: '已更换灯泡。', repliedAt: '2026-03-04T10:00:00+08:00' }

const lines = (...rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).join('\n')
const read = (input: string | Uint8Array | AsyncIterable<Uint8Array>, options: Partial<ReadOptions> = {}) =>
  readMessages(input, { format: 'jsonl', ...options })

/** `row field fault` of every trouble. */
async function troublesOf(input: string | Uint8Array, options: Partial<ReadOptions> = {}) {
  const result = await read(input, options)
  return result.troubles.map(({ row, field, fault }) => `${row} ${field} ${fault}`)
}

test('a file of messages is read with its replies, each at its own time', async () => {
  const result = await read(`${lines(lamp, answered)}\n`)
  expect(result).toMatchObject({
    ok: true,
    troubles: [],
    messages: [
      { id: '1001', at: '2026-03-02T01:30:00.000Z', topic: '梧桐路 12 号路灯不亮' },
      { id: '1002', reply: '已更换灯泡。', repliedAt: '2026-03-04T02:00:00.000Z' },
    ],
  })
})

test('tabs, full-width blanks and odd line ends are tidied on the way in', async () => {
  const result = await read(lines({ ...lamp, topic: '\t路灯　　不亮 ', detail: '　　您好：\r\n\u00a0\u00a0请看。' }))
  expect(result.ok && result.messages[0]).toMatchObject({ topic: '路灯 不亮', detail: '您好：\n请看。' })
})

test('each fault is named with its row and its field, and all faults of a row at once', async () => {
  const file = [
    '{"id": ',
    '[1]',
    lines({ ...lamp, topic: '', detail: undefined }),
    lines({ ...lamp, at: '2026-02-30 10:00' }),
    lines({ ...lamp, detail: 'a\0b' }),
    lines({ ...lamp, topic: '长'.repeat(201) }),
    lines({ ...lamp, author: { name: '李芳' } }),
    lines({ ...answered, repliedAt: '2026-03-01T10:00:00+08:00' }),
    lines({ ...lamp, reply: '好' }),
    '',
    lines(lamp),
  ].join('\n')
  expect(await troublesOf(file)).toEqual([
    '1 null not-json',
    '2 null not-an-object',
    '3 topic missing',
    '3 detail missing',
    '4 at time-malformed',
    '5 detail nul-in-text',
    '6 topic too-long',
    '7 author not-text',
    '8 repliedAt reply-before-message',
    '9 repliedAt reply-without-time',
  ])
})

test('on request one faulty row is enough to take nothing', async () => {
  const file = `${lines(lamp)}\nnonsense`
  expect(await read(file)).toMatchObject({ ok: true, messages: [{ id: '1001' }] })
  expect(await read(file, { wholeOrNothing: true })).toMatchObject({ ok: false, refusal: 'file-has-troubles' })
})

test('a row given twice counts once; the same id with other words is a fault; the same words under another id are linked', async () => {
  const result = await read(lines(lamp, lamp, { ...lamp, detail: '另一件事' }, { ...lamp, id: '1003' }))
  expect(result).toMatchObject({ ok: true, repeats: ['1001'] })
  expect(result.troubles).toEqual([{ row: 3, field: 'id', fault: 'id-twice' }])
  expect(result.ok && [...result.sameAs]).toEqual([['1003', '1001']])
})

test('a message from tomorrow is a fault when it is known what day it is', async () => {
  expect(await troublesOf(lines(lamp), { now: '2026-03-02T01:00:00.000Z' })).toEqual(['1 at time-in-future'])
})

const csv = [
  '\ufeff留言编号,留言用户,留言主题,留言时间,留言详情,答复意见,答复时间,点赞数',
  '1001,A0007,"路灯, 不亮",2026/3/2 9:30,"第一行',
  '他说""不亮""",,,3',
  '',
  '1002,A0008,井盖,2026-03-02 10:00:00,松动,已修,2026年3月4日 10时05分,',
].join('\r\n')

test('a CSV file with Chinese headings, quotes and line breaks inside a cell is read like the other', async () => {
  const result = await read(csv, { format: 'csv' })
  expect(result).toMatchObject({
    ok: true,
    troubles: [],
    messages: [
      { topic: '路灯, 不亮', at: '2026-03-02T01:30:00.000Z', detail: '第一行\n他说"不亮"' },
      { id: '1002', reply: '已修', repliedAt: '2026-03-04T02:05:00.000Z' },
    ],
  })
})

test('a CSV file saved by a Chinese spreadsheet in GB18030 is read too, however it is cut into pieces', async () => {
  // 编号,作者,标题,时间,内容 / 1,A,灯,2026-03-02,不亮 in GB18030
  const hex = 'b1e0bac52cd7f7d5df2cb1eacce22ccab1bce42cc4dac8dd0a312c412cb5c62c323032362d30332d30322cb2bbc1c10a'
  const bytes = new Uint8Array(Buffer.from(hex, 'hex'))
  async function* pieces() {
    for (const byte of bytes) yield Uint8Array.of(byte)
  }
  expect(await read(bytes, { format: 'csv' })).toMatchObject({ ok: true, messages: [{ topic: '灯', detail: '不亮' }] })
  expect(await read(pieces(), { format: 'csv' })).toMatchObject({ ok: true })
})

test('tabs and semicolons part the cells as well as commas', async () => {
  for (const mark of ['\t', ';']) {
    const file = '编号|作者|标题|时间|内容\n1|A|灯|2026-03-02|不,亮'.replaceAll('|', mark)
    expect(await read(file, { format: 'csv' })).toMatchObject({ ok: true, messages: [{ detail: '不,亮' }] })
  }
})

test('a table without the needed columns says which are missing and reads no row', async () => {
  const file = '编号,标题,内容\n1,灯,不亮\n'
  expect(await troublesOf(file, { format: 'csv' })).toEqual(['1 author column-missing', '1 at column-missing'])
})

test('a CSV with a quote that never ends is unreadable from there on', async () => {
  const file = 'id,author,topic,at,detail\n1,A,灯,2026-03-02,"不亮\n2,B,井盖,2026-03-02,松动\n'
  expect(await troublesOf(file, { format: 'csv' })).toEqual(['2 null unreadable'])
})

test('a spreadsheet gives texts, numbers and dates alike', async () => {
  const table = [
    ['编号', '诉求人', '标题', '时间', '内容'],
    [1001, 'A', '灯', 46083.5, '不亮'],
    [null, '', null, null, null],
    [1002, 'B', '井盖', new Date('2026-03-02T02:00:00Z'), '松动'],
  ]
  const result = await read(new Uint8Array([1]), { format: 'xlsx', readTable: async () => table })
  expect(result).toMatchObject({
    ok: true,
    messages: [
      { id: '1001', at: '2026-03-02T04:00:00.000Z' },
      { id: '1002', at: '2026-03-02T02:00:00.000Z' },
    ],
  })
  expect(await troublesOf(new Uint8Array([1]), { format: 'xlsx' })).toEqual(['1 null unreadable'])
})

test('bytes that are no text are said to be unreadable, and an empty file to be empty', async () => {
  expect(await troublesOf(Uint8Array.of(0xff, 0xff, 0xff, 0xff))).toEqual(['1 null unreadable'])
  expect(await read('')).toMatchObject({ ok: false, refusal: 'file-empty' })
})

test('a line without end is passed over and what follows it is read', async () => {
  async function* pieces() {
    for (let count = 0; count < 9; count++) yield new TextEncoder().encode('x'.repeat(100_000))
    yield new TextEncoder().encode(`\n${lines(lamp)}`)
  }
  const result = await read(pieces())
  expect(result).toMatchObject({ ok: true, messages: [{ id: '1001' }], troubles: [{ row: 1, fault: 'row-too-long' }] })
})

const many = Array.from({ length: 2_500 }, (_, at) => lines({ ...lamp, id: `${at}`, detail: `第 ${at} 处` })).join('\n')

test('progress is told every thousand rows and at the end', async () => {
  const told: number[] = []
  await read(many, { onProgress: ({ rows }) => told.push(rows) })
  expect(told).toEqual([1_000, 2_000, 2_500])
})

test('an import that is called off takes nothing', async () => {
  const stop = new AbortController()
  const result = await read(many, { signal: stop.signal, onProgress: () => stop.abort() })
  expect(result).toMatchObject({ ok: false, refusal: 'cancelled' })
})

test('a file longer than allowed is read up to the bound, and says so', async () => {
  expect(await troublesOf(many, { maxRows: 2 })).toEqual(['3 null too-many-rows'])
})

test.each([
  ['2019-02-28T11:25:05+08:00', '2019-02-28T03:25:05.000Z'],
  ['2019-02-28T03:25:05.123Z', '2019-02-28T03:25:05.123Z'],
  ['2019/2/28 9:05', '2019-02-28T01:05:00.000Z'],
  ['2019.2.28', '2019-02-27T16:00:00.000Z'],
  ['2019年2月28日 11时25分05秒', '2019-02-28T03:25:05.000Z'],
  ['43524.4757523148', '2019-02-28T03:25:05.000Z'],
  ['2019-02-29', null],
  ['2019-02-28 24:00', null],
  ['昨天', null],
  [12, null],
  [true, null],
])('%j is the moment %s', (text, at) => {
  expect(momentOf(text)).toBe(at)
})

const cell = fc.string({ unit: fc.constantFrom('a', '路', '"', ',', '\n', '\r\n', ' ') })

test('whatever stands in the cells and wherever the text is cut, CSV comes back as it was written', () => {
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }), fc.nat(9), (rows, step) => {
      const quoted = rows.map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(','))
      const text = quoted.join('\r\n')
      const reader = csvReader()
      const found = []
      for (let at = 0; at < text.length; at += step + 1) found.push(...reader.feed(text.slice(at, at + step + 1)))
      found.push(...reader.end())
      expect(found.map(({ cells }) => cells)).toEqual(rows)
    }),
  )
})
