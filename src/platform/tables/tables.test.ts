import { buffer } from 'node:stream/consumers'
import { deflateRawSync } from 'node:zlib'
import excel from 'exceljs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Cell, looksLikeFormula, recordsOf } from './cell.ts'
import { csvLine, parseCsv } from './csv.ts'
import { readTable } from './read.ts'
import { dateText, isDateFormat } from './serial-date.ts'
import { type SheetToWrite, tableStream } from './write.ts'

const sheet: SheetToWrite = {
  name: '事项',
  columns: [
    { key: 'name', title: '名称' },
    { key: 'days', title: '天数', kind: 'number' },
    { key: 'from', title: '生效日期', kind: 'date' },
  ],
  rows: [
    { name: '路灯, "路"\n第二行', days: 5, from: '2026-11-23' },
    { name: '=HYPERLINK("http://x")', days: -3, from: null },
  ],
}
const written = [
  ['名称', '天数', '生效日期'],
  ['路灯, "路"\n第二行', 5, '2026-11-23'],
  ['=HYPERLINK("http://x")', -3],
]

test('a workbook written is the workbook read, dates and all', async () => {
  const file = await buffer(tableStream('xlsx', [sheet, { ...sheet, name: '另[一]张' }]))
  const answer = await readTable(file, 'xlsx')
  expect(answer).toEqual({
    ok: true,
    sheets: [
      { name: '事项', rows: written },
      { name: '另 一 张', rows: written },
    ],
  })
})

test('text that looks like a formula is text in the workbook, not a formula', async () => {
  const book = new excel.Workbook()
  const file = await buffer(tableStream('xlsx', [sheet]))
  await book.xlsx.load(file as unknown as ArrayBuffer)
  const cell = book.worksheets[0]?.getCell('A3')
  expect([cell?.type, cell?.numFmt]).toEqual([excel.ValueType.String, '@'])
})

test('a CSV file has a byte order mark, guards formulas, and is read back as it was written', async () => {
  const file = await buffer(tableStream('csv', [sheet]))
  expect(file.subarray(0, 3).toString('hex')).toBe('efbbbf')
  expect(file.toString()).toContain(`"'=HYPERLINK(""http://x"")",-3,`)
  const answer = await readTable(file, 'csv')
  expect(answer).toEqual({
    ok: true,
    sheets: [
      { name: '', rows: [written[0], ['路灯, "路"\n第二行', '5', '2026-11-23'], ['=HYPERLINK("http://x")', '-3', '']] },
    ],
  })
})

test('whatever the text, a line of CSV is read as it was written', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 2, maxLength: 5 }), (cells) => {
      // An apostrophe before a formula is the guard itself; a bare first line decides the delimiter.
      fc.pre(cells.every((cell) => !(cell.startsWith("'") && looksLikeFormula(cell.slice(1)))))
      expect(parseCsv(`a,b\r\n${csvLine(cells)}`)[1]).toEqual(cells)
    }),
  )
})

test('a negative number is a number; a telephone with a plus is no formula; a command is', () => {
  expect(['-5', '+8613800000001', '0.5'].some(looksLikeFormula)).toBe(false)
  expect(['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\tx', '＝1'].every(looksLikeFormula)).toBe(true)
})

test('a CSV file saved by Chinese Excel is read, tabs and semicolons too', async () => {
  const gb = Buffer.from('c3fbb3c62ccceccafd0d0ac2b7b5c62c350d0a', 'hex') // 名称,天数 路灯,5 in GB 18030
  const rows = async (file: Buffer) => {
    const answer = await readTable(file, 'csv')
    return answer.ok ? answer.sheets[0]?.rows : answer.refusal
  }
  expect(await rows(gb)).toEqual([
    ['名称', '天数'],
    ['路灯', '5'],
  ])
  expect(await rows(Buffer.from('a;b\n1;2,5\n'))).toEqual([
    ['a', 'b'],
    ['1', '2,5'],
  ])
  expect(await rows(Buffer.from('\uFEFFa\tb\n', 'utf16le'))).toEqual([['a', 'b']])
  expect(await rows(Buffer.from('"5" pipe,x\n"open'))).toEqual([['5 pipe', 'x'], ['open']])
  expect(await rows(Buffer.from([0xff, 0x00, 0x01]))).toEqual('not-a-table')
  expect(await rows(Buffer.from([0x61, 0xff, 0xff]))).toEqual('unknown-encoding')
})

const refusal = async (file: Buffer, limits = {}) => {
  const answer = await readTable(file, 'xlsx', limits)
  return answer.ok ? 'read' : `${answer.refusal}: ${answer.said.zh}`
}

test('a file too large, too long or too wide is refused with the limit', async () => {
  const file = await buffer(tableStream('xlsx', [sheet]))
  expect(await refusal(file, { bytes: 100 })).toBe('table-too-large: 文件不能超过 100')
  expect(await refusal(file, { rows: 1 })).toBe('too-many-rows: 一张表不能超过 1 行，请拆分')
  expect(await refusal(file, { columns: 2 })).toBe('too-many-columns: 一张表不能超过 2 列')
  expect(await refusal(file, { rows: 2, columns: 3 })).toBe('read')
})

test('a small file that unpacks to a mountain is refused before it is unpacked, whatever it says of itself', async () => {
  expect(
    await refusal(zipOf([{ name: 'xl/workbook.xml', content: Buffer.alloc(2_000_000), stated: 10 }]), {
      unpacked: 1_000_000,
    }),
  ).toMatch('table-unpacks-too-large')
})

test('what is no workbook is refused in words that help', async () => {
  const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])
  expect(await refusal(old)).toMatch('old-excel: 这是旧版 Excel')
  expect(await refusal(Buffer.concat([old, Buffer.from('EncryptedPackage', 'utf16le')]))).toMatch('locked-excel')
  expect(await refusal(Buffer.from('hello'))).toMatch('not-a-table')
  expect(await refusal(Buffer.alloc(0))).toMatch('not-a-table')
  expect(await refusal(zipOf([{ name: 'a', content: Buffer.from('hello') }]))).toMatch('not-a-table')
})

test('a workbook cut off anywhere is refused, never a crash', async () => {
  const file = await buffer(tableStream('xlsx', [sheet]))
  for (let cut = 0; cut < file.length; cut += 97) expect(await refusal(file.subarray(0, cut))).toMatch('not-a-table')
})

test('formulas give their last result, rich text its letters, links their words', async () => {
  const book = new excel.Workbook()
  const page = book.addWorksheet('表')
  const values: excel.CellValue[] = [
    { formula: 'A1+1', result: 7 },
    { richText: [{ text: '路' }, { text: '灯' }] },
    { text: '链接', hyperlink: 'http://x' },
    new Date('2026-11-23T08:30:00Z'),
    true,
    { error: '#N/A' },
  ]
  page.addRow([])
  page.addRow(values)
  const answer = await readTable(Buffer.from(await book.xlsx.writeBuffer()), 'xlsx')
  const expected: Cell[] = [7, '路灯', '链接', '2026-11-23T08:30:00', true, '#N/A']
  expect(answer).toEqual({ ok: true, sheets: [{ name: '表', rows: [[], expected] }] })
})

/** The least that is a workbook: one cell. */
const parts = {
  'xl/_rels/workbook.xml.rels':
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
  'xl/workbook.xml':
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>',
  'xl/sharedStrings.xml':
    '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>路灯</t></si></sst>',
  'xl/worksheets/sheet1.xml':
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="2"><c r="B2" t="s"><v>0</v></c></row></sheetData></worksheet>',
}
const bookOf = (files: Readonly<Record<string, string>>) =>
  zipOf(Object.entries(files).map(([name, text]) => ({ name, content: Buffer.from(text) })))

test('a workbook is read in whatever order its parts stand', async () => {
  const expected = { ok: true, sheets: [{ name: '表', rows: [[], [null, '路灯']] }] }
  expect(await readTable(bookOf(parts), 'xlsx')).toEqual(expected)
  const backwards = Object.fromEntries(Object.entries(parts).toReversed())
  expect(await readTable(bookOf(backwards), 'xlsx')).toEqual(expected)
})

test.each(Object.keys(parts))('a workbook whose %s is broken is refused', async (part) => {
  expect(await refusal(bookOf({ ...parts, [part]: '<worksheet></sheetData>' }))).toMatch('not-a-table')
})

test('Chinese letters survive, however long the file is', async () => {
  const rows = Array.from({ length: 5_000 }, () => ({
    name: '云溪区城市建设和市政管理环境卫生',
    days: 1,
    from: '2026-11-23',
  }))
  const answer = await readTable(await buffer(tableStream('xlsx', [{ ...sheet, rows }])), 'xlsx')
  const read = answer.ok ? answer.sheets[0]?.rows.slice(1) : []
  expect(new Set(read?.map((row) => row.join()))).toEqual(new Set(['云溪区城市建设和市政管理环境卫生,1,2026-11-23']))
  expect(read).toHaveLength(5_000)
})

test('a document type is not taken, nor an entity that names itself', async () => {
  const doctype = `<!DOCTYPE x [<!ENTITY a "b">]>${parts['xl/workbook.xml']}`
  expect(await refusal(bookOf({ ...parts, 'xl/workbook.xml': doctype }))).toMatch('not-a-table')
})

test('dates are known by their format, in both calendars, and times of no day stay times', () => {
  expect([14, 22, 31, 57].every((id) => isDateFormat(id, undefined))).toBe(true)
  expect([0, 1, 9, 44, 49].some((id) => isDateFormat(id, undefined))).toBe(false)
  expect(
    ['yyyy"年"m"月"d"日"', 'm/d/yy h:mm', '[$-804]yyyy-mm-dd;@', '[h]:mm'].every((code) => isDateFormat(170, code)),
  ).toBe(true)
  expect(['0.00', '[Red]0', '"days" 0', 'General', '@'].some((code) => isDateFormat(170, code))).toBe(false)
  expect(dateText(46_349, false)).toBe('2026-11-23')
  expect(dateText(44_887, true)).toBe('2026-11-23')
  expect(dateText(46_349.354_166_666, false)).toBe('2026-11-23T08:30:00')
  expect(dateText(0.354_166_666, false)).toBe('08:30:00')
  expect(dateText(59, false)).toBe('1900-02-28')
  expect(dateText(-1, false)).toBe(-1)
})

test('others get their turn while a long workbook is read', async () => {
  const rows = Array.from({ length: 3_000 }, (_, at) => ({ name: `第 ${at} 件`, days: at, from: '2026-11-23' }))
  const file = await buffer(tableStream('xlsx', [{ ...sheet, rows }]))
  let turns = 0
  const ticking = setInterval(() => turns++, 1)
  const answer = await readTable(file, 'xlsx')
  clearInterval(ticking)
  expect(answer.ok && answer.sheets[0]?.rows.length).toBe(3_001)
  expect(turns).toBeGreaterThan(3)
})

test('rows are read under their heading, with the numbers a person sees in the file', () => {
  const rows = [[], ['名称', null, '天数', '名称'], [' 路灯 ', 'x', 5, 'y'], [null, ' '], ['井盖']]
  expect(recordsOf({ name: '表', rows })).toEqual({
    columns: ['名称', '天数'],
    records: [
      { row: 3, cells: { 名称: ' 路灯 ', 天数: 5 } },
      { row: 5, cells: { 名称: '井盖', 天数: null } },
    ],
  })
})

test('fifty thousand rows are written without being held in memory', async () => {
  function* many() {
    for (let at = 0; at < 50_000; at++) yield { name: `第 ${at} 件`, days: at, from: '2026-11-23' }
  }
  let bytes = 0
  let most = 0
  const before = process.memoryUsage().rss
  for await (const chunk of tableStream('xlsx', [{ ...sheet, rows: many() }])) {
    bytes += (chunk as Buffer).length
    most = Math.max(most, process.memoryUsage().rss - before)
  }
  expect(bytes).toBeGreaterThan(500_000)
  expect(most).toBeLessThan(300 * 1_048_576)
})

test('a failing source fails the stream', async () => {
  function* broken() {
    yield { name: 'x' }
    throw new Error('the list broke')
  }
  await expect(buffer(tableStream('xlsx', [{ ...sheet, rows: broken() }]))).rejects.toThrow('the list broke')
  await expect(buffer(tableStream('csv', [{ ...sheet, rows: broken() }]))).rejects.toThrow('the list broke')
})

type ZipEntry = { readonly name: string; readonly content: Buffer; readonly stated?: number }

/** A zip file whose entries may state a size of their own choosing. */
function zipOf(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const { name, content, stated = content.length } of entries) {
    const [packed, title] = [deflateRawSync(content), Buffer.from(name)]
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    for (const [header, at] of [
      [local, 8],
      [central, 10],
    ] as const) {
      header.writeUInt16LE(8, at)
      header.writeUInt32LE(crc32(content), at + 6)
      header.writeUInt32LE(packed.length, at + 10)
      header.writeUInt32LE(stated, at + 14)
      header.writeUInt16LE(title.length, at + 18)
    }
    central.writeUInt32LE(offset, 42)
    locals.push(local, title, packed)
    centrals.push(central, title)
    offset += 30 + title.length + packed.length
  }
  const size = centrals.reduce((sum, piece) => sum + piece.length, 0)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, ...centrals, end])
}

function crc32(bytes: Buffer): number {
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}
