import { Readable } from 'node:stream'
import { buffer, text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../../tests/database.ts'
import type { Db } from '../../../platform/db/db.ts'
import type { Sheet } from '../../../platform/tables/cell.ts'
import { readTable } from '../../../platform/tables/read.ts'
import { instant } from '../../../platform/time.ts'
import type { ImportOptions } from '../model/imports.ts'
import type { Catalogue, Matter } from '../model.ts'
import { contentsOf } from '../rules/contents.ts'
import { plantMatters } from '../seed/plant.ts'
import { findHead, matterVersion } from '../store/versions.ts'
import { catalogueOf, catalogueText, readCatalogue } from './files.ts'
import { importCatalogue } from './imports.ts'
import { createDraft, publish, retire, saveDraft } from './matters.ts'
import { readWorkbook } from './read-workbook.ts'
import { matterWorkbook, workbookWithErrors } from './write-workbook.ts'

let database: TestDatabase
let db: Db
beforeAll(async () => {
  database = await freshDatabase()
  db = database.db
})
afterAll(() => database.close())

const stroke = { at: instant('2026-11-23T02:00:00Z'), by: 'staff_wang', note: '' }
const known = { procedures: [{ name: 'orders', needs: ['handle'] }] }
const restore: ImportOptions = { atomic: true, publish: true, dryRun: false }
const district = '349901'

/** A catalogue with everything in it: published twice, retired, a draft behind a published one, a draft alone. */
async function town() {
  await plantMatters(db, district, known.procedures, stroke)
  const lamp = await matterVersion(db, district, 'matter_street-lamp', 1)
  if (!lamp) throw new Error('the seed has a street lamp')
  if ((await findHead(db, district, 'matter_street-lamp'))?.version === 1) {
    const papers: Matter['papers'] = [
      { key: 'photo', name: { zh: '灯杆编号照片', en: 'Photo of the lamp number' }, need: 'may', form: 'electronic' },
    ]
    const conditions = [{ zh: '位于本区', en: 'In this district' }]
    await saveDraft(db, lamp, { ...contentsOf(lamp), code: '11349901MB0000001A', papers, conditions }, stroke)
    await publish(db, known, { district, id: lamp.id }, stroke)
    await retire(db, { district, id: 'matter_bus-line' }, '2026-12-31', stroke)
    await saveDraft(db, { district, id: 'matter_noise' }, { ...contentsOf(lamp), intakeWords: ['吵'] }, stroke)
    await createDraft(db, { district, id: 'matter_brand-new' }, { ...contentsOf(lamp), promises: [] }, stroke)
  }
  return catalogueOf(db, district)
}

/** Imports into an empty database of its own, and gives the catalogue found there afterwards. */
async function elsewhere(entries: Parameters<typeof importCatalogue>[2]) {
  const other = await freshDatabase()
  try {
    const answer = await importCatalogue(other.db, known, entries, restore, stroke)
    return { answer, found: await catalogueOf(other.db, district) }
  } finally {
    await other.close()
  }
}

test.each(['yaml', 'json'] as const)(
  'the whole catalogue goes through a %s file and comes back identical',
  async (format) => {
    const catalogue = await town()
    const written = await fileOf(catalogue, format)
    const read = await readCatalogue(written, format, district)
    if (!read.ok) throw new Error(read.detail)
    const { answer, found } = await elsewhere({ district, ...read })
    expect(answer.report.errors).toEqual([])
    expect(found).toEqual(catalogue)
    expect(await fileOf(found, format)).toBe(written)
  },
)

test('the whole catalogue goes through Excel and comes back identical', async () => {
  const catalogue = await town()
  const table = await readTable(await buffer(matterWorkbook(catalogue.matters)), 'xlsx')
  if (!table.ok) throw new Error(table.refusal)
  const read = readWorkbook(table.sheets, district, () => null)
  const { answer, found } = await elsewhere({ district, categories: catalogue.categories, ...read })
  expect(answer.report.errors).toEqual([])
  expect(found).toEqual(catalogue)
})

test('a file that says what the catalogue says already changes nothing', async () => {
  const catalogue = await town()
  const read = await readCatalogue(await fileOf(catalogue, 'json'), 'json', district)
  if (!read.ok) throw new Error(read.detail)
  for (const publishIt of [true, false]) {
    const { report } = await importCatalogue(
      db,
      known,
      { district, ...read },
      { ...restore, publish: publishIt },
      stroke,
    )
    expect(report).toEqual({ drafts: 0, published: 0, unchanged: catalogue.matters.length, categories: 0, errors: [] })
  }
})

const fileOf = (catalogue: Catalogue, format: 'yaml' | 'json') => text(Readable.from(catalogueText(catalogue, format)))

/** The workbook of two matters, with some cells changed by hand. */
async function workbook(...edits: [sheet: number, row: number, heading: string, value: string | number][]) {
  const catalogue = await town()
  const two = catalogue.matters.filter(
    ({ id, status }) => status === 'published' && ['matter_water-supply', 'matter_taxi'].includes(id),
  )
  const table = await readTable(await buffer(matterWorkbook(two)), 'xlsx')
  if (!table.ok) throw new Error(table.refusal)
  const sheets = table.sheets.map(({ name, rows }): { name: string; rows: (string | number | boolean | null)[][] } => ({
    name,
    rows: rows.map((row) => [...row]),
  }))
  for (const [sheet, row, heading, value] of edits) {
    const page = sheets[sheet]
    const line = page?.rows[row - 1]
    const column = page?.rows[0]?.indexOf(heading) ?? -1
    if (!line || column < 0) throw new Error(`no ${heading} in row ${row}`)
    while (line.length <= column) line.push(null)
    line[column] = value
  }
  return sheets
}

const read = (sheets: readonly Sheet[]) => ({ district, categories: [], ...readWorkbook(sheets, district, () => null) })
const faults = (
  errors: readonly { sheet: string; row: number; column: string; said: { zh: string }; value: string }[],
) => errors.map(({ sheet, row, column, said, value }) => `${sheet} ${row} ${column}: ${said.zh} (${value})`)

test('every fault of a workbook is told with its sheet, row and column, in words, with what stands there', async () => {
  const sheets = await workbook(
    [0, 2, '类型', '请求'],
    [0, 2, '生效日期', '明年'],
    [0, 3, '表单', '{"type":'],
    [1, 2, '时长', '五'],
    [1, 3, '单位', '星期'],
    [1, 4, '事项编号', 'matter_nobody'],
  )
  const file = read(sheets)
  const { ok, report } = await importCatalogue(db, known, file, restore, stroke)
  expect(ok).toBe(false)
  expect(faults(report.errors)).toEqual([
    '时限承诺 4 事项编号: “事项”表中没有这个编号 (matter_nobody)',
    expect.stringMatching(/^事项 2 类型: 只能是：咨询、求助.*\(请求\)$/),
    expect.stringMatching(/^事项 2 生效日期: .*\(明年\)$/),
    expect.stringMatching(/^时限承诺 2 时长: .*\(五\)$/),
    expect.stringMatching(/^时限承诺 3 单位: .*\(星期\)$/),
    '事项 3 表单: 不是有效的 JSON ()',
  ])
})

test('all or nothing means nothing; otherwise the sound rows are taken', async () => {
  const sheets = await workbook([0, 2, '类型', '请求'], [0, 3, '识别词', '的士、计程车'])
  const id = sheets[0]?.rows[2]?.[0] as Matter['id']
  const all = await importCatalogue(db, known, read(sheets), restore, stroke)
  expect(all).toMatchObject({ ok: false, report: { published: 0 } })
  const before = (await findHead(db, district, id))?.version ?? 0
  const part = await importCatalogue(db, known, read(sheets), { ...restore, atomic: false }, stroke)
  expect(part).toMatchObject({ ok: true, report: { published: 1, unchanged: 0 } })
  const head = await findHead(db, district, id)
  expect([head?.version, head?.published?.intakeWords]).toEqual([before + 1, ['的士', '计程车']])
})

test('a dry run tells the same and writes nothing', async () => {
  const sheets = await workbook([0, 2, '识别词', '换了词'])
  const id = sheets[0]?.rows[1]?.[0] as Matter['id']
  const before = await findHead(db, district, id)
  const { report } = await importCatalogue(db, known, read(sheets), { ...restore, dryRun: true }, stroke)
  expect(report).toMatchObject({ published: 1, unchanged: 1, errors: [] })
  expect(await findHead(db, district, id)).toEqual(before)
})

test('without the word to publish, a changed row becomes a draft and the published version stays', async () => {
  const sheets = await workbook([0, 2, '识别词', '新词'])
  const id = sheets[0]?.rows[1]?.[0] as Matter['id']
  const { report } = await importCatalogue(db, known, read(sheets), { ...restore, publish: false }, stroke)
  expect(report).toMatchObject({ drafts: 1, unchanged: 1 })
  expect((await findHead(db, district, id))?.draft?.intakeWords).toEqual(['新词'])
  const again = await workbook([0, 2, '识别词', '再换'])
  const other = await importCatalogue(
    db,
    known,
    read(again),
    { ...restore, publish: false },
    { ...stroke, by: 'staff_zhao' },
  )
  expect(faults(other.report.errors)).toEqual([expect.stringContaining('他人正在修改该事项的草稿')])
})

test('a matter that could not be published is refused at the row of the promise that is wrong', async () => {
  const sheets = await workbook([1, 8, '法定时长', 1], [1, 8, '法定单位', '小时'], [1, 8, '法定依据', '某条例'])
  const { report } = await importCatalogue(db, known, read(sheets), restore, stroke)
  expect(faults(report.errors)).toEqual([expect.stringMatching(/^时限承诺 8 时长: .*承诺时限长于法定时限/)])
})

test('the file comes back with a column that says what is wrong', async () => {
  const sheets = await workbook([0, 2, '类型', '请求'])
  const { report } = await importCatalogue(db, known, read(sheets), restore, stroke)
  const back = await readTable(await buffer(workbookWithErrors(sheets, report.errors)), 'xlsx')
  const page = back.ok ? back.sheets[0]?.rows : []
  expect(page?.[0]?.at(-1)).toBe('错误')
  expect(page?.[1]?.at(-1)).toMatch(/^类型：/)
  expect(page?.[2]).toHaveLength((page?.[0]?.length ?? 0) - 1)
})

test('a workbook without its sheet or its columns is told so', () => {
  expect(faults(readWorkbook([{ name: 'Sheet1', rows: [] }], district, () => null).errors)).toEqual([
    '事项 1 : 缺少“事项”表 ()',
  ])
  expect(faults(readWorkbook([{ name: '事项', rows: [['编号']] }], district, () => null).errors)).toEqual([
    '事项 1 名称: 缺少这一列 ()',
  ])
})

test('an empty form in a row keeps the form the matter has; a new matter needs one', async () => {
  const sheets = await workbook([0, 2, '表单', ''])
  const kept = readWorkbook(sheets, district, () => ({ type: 'object', properties: {} }))
  expect(kept.entries[0]?.matter?.form).toEqual({ type: 'object', properties: {} })
  const none = readWorkbook(sheets, district, () => null)
  expect(faults(none.entries[0]?.errors ?? [])).toEqual(['事项 2 表单: 新事项须填写表单 ()'])
})

test('a YAML file with a fault says where, and one that would swell is refused', async () => {
  const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a]\nmatters: [*b,*b,*b]`
  expect(await readCatalogue('matters: [', 'yaml', district)).toMatchObject({ ok: false, refusal: 'unreadable-file' })
  expect(await readCatalogue(bomb, 'yaml', district)).toMatchObject({ ok: false, refusal: 'unreadable-file' })
  expect(await readCatalogue('{', 'json', district)).toMatchObject({ ok: false, refusal: 'unreadable-file' })
  const found = await readCatalogue('matters:\n  - id: matter_x\n    kind: magic\n', 'yaml', district)
  expect(found.ok && found.entries[0]?.errors.map(({ row, column }) => `${row} ${column}`)).toContain('1 /kind')
})

test('a matter of another district is not taken in by mistake, nor one given twice', async () => {
  const catalogue = await town()
  const [first] = catalogue.matters
  const list = JSON.stringify([first, first, { ...first, district: '349902' }])
  const found = await readCatalogue(list, 'json', district)
  if (!found.ok) throw new Error(found.detail)
  const { report } = await importCatalogue(db, known, { district, ...found }, { ...restore, atomic: false }, stroke)
  expect(report.errors.map(({ row, code }) => `${row} ${code}`)).toEqual(['2 id-twice', '3 other-district'])
})
