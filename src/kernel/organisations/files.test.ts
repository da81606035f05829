import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Cell, cellText } from '../../platform/tables/cell.ts'
import { readTable } from '../../platform/tables/read.ts'
import { tableStream } from '../../platform/tables/write.ts'
import { aTown, type Town } from './town.spec.ts'

let town: Town
const tokens = { admin: '', unitAdmin: '' }

beforeAll(async () => {
  town = await aTown()
  tokens.admin = await town.tokenOf('admin')
  tokens.unitAdmin = await town.tokenOf('zhujian.chengban2')
})
afterAll(() => town.close())

const sent = async (columns: readonly string[], rows: readonly (readonly Cell[])[]) => {
  const sheet = {
    name: '表',
    columns: columns.map((title, at) => ({ key: String(at), title })),
    rows: rows.map((cells) => Object.fromEntries(cells.map((cell, at) => [String(at), cell]))),
  }
  const file = await buffer(tableStream('xlsx', [sheet]))
  const head = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\n'
  return Buffer.concat([Buffer.from(head), file, Buffer.from('\r\n--x--')])
}
const form = { 'content-type': 'multipart/form-data; boundary=x' }

async function tableOf(url: string, as: string, payload: Buffer) {
  const headers = { authorization: `Bearer ${as}`, ...form }
  const answer = await town.http.inject({ method: 'POST', url, headers, payload })
  expect(answer.statusCode, answer.body.slice(0, 300)).toBe(200)
  const table = await readTable(answer.rawPayload, 'xlsx')
  return {
    rows: table.ok ? (table.sheets[0]?.rows ?? []).map((row) => row.map(cellText)) : [],
    headers: answer.headers,
  }
}

test('a file of people is tried, marked where it is wrong, then taken: accounts, posts and first passwords', async () => {
  const columns = ['账号', '姓名', '单位编码', '角色', '是否兼任']
  const good = ['li.fang', '李芳', 'ZJJ', '承办人', '否']
  const bad = ['x', '', '没有', '大王', '也许']
  const payload = await sent(columns, [good, bad, ['wang.wu', '王五', 'CGJ', '', '']])
  const tried = await town.ask('POST', '/api/organisations/staff/import?dryRun=true', {
    as: tokens.unitAdmin,
    body: payload,
    headers: form,
  })
  expect(tried.body.taken).toBe(1)
  expect(tried.body.faults.map(({ row }: { row: number }) => row)).toEqual([3, 3, 3, 3, 3, 4])
  const marked = await tableOf('/api/organisations/staff/import?dryRun=true&answer=workbook', tokens.unitAdmin, payload)
  expect(marked.rows[2]?.at(-1)).toContain('账号以字母或数字开头')
  expect((await town.ask('GET', '/api/people/staff?q=li.fang', { as: tokens.admin })).body.rows).toEqual([])
  const stopped = await tableOf('/api/organisations/staff/import?atomic=true', tokens.unitAdmin, payload)
  expect(stopped.headers['x-import-taken']).toBe('0')
  const taken = await tableOf('/api/organisations/staff/import', tokens.unitAdmin, payload)
  expect(taken.rows[0]).toEqual([...columns, '结果', '初始密码', '错误'])
  const password = taken.rows[1]?.[6] ?? ''
  const signed = await town.ask('POST', '/api/people/staff/sign-in', { body: { account: 'li.fang', password } })
  expect(signed.body.refusal).toBe('password-must-change')
  const { body } = await town.ask('GET', '/api/organisations/posts?q=li.fang', { as: tokens.unitAdmin })
  expect(body.rows).toMatchObject([{ roleName: '承办人', unit: 'unit_zhujian' }])
})

test('a file of units opens what is new, changes what is known, and is judged in order', async () => {
  const columns = ['单位编码', '单位名称', '简称', '条块', '层级', '上级编码', '生效日期']
  const payload = await sent(columns, [
    ['ZJJ-XX', '新设科', '新设科', '条', '科室', 'ZJJ', '2026-03-02'],
    ['ZJJ-XX-1', '新设组', '新设组', '条', '科室', 'ZJJ-XX', '2026-03-02'],
    ['ZJJ-WY', '物业监管科', '物业科', '条', '科室', 'ZJJ', '2026-03-02'],
    ['JYJ', '云溪区教育局', '教育局', '条', '部门', '349901', '2026-03-02'],
    ['Q1', '无主科', '无主科', '条', '科室', '没有', '2026-03-02'],
  ])
  const ask = (query: string) =>
    town.ask('POST', `/api/organisations/units/import?${query}`, { as: tokens.admin, body: payload, headers: form })
  expect((await ask('atomic=true')).body).toMatchObject({ taken: 0, faults: [{ row: 6, column: '上级编码' }] })
  expect((await ask('dryRun=true')).body).toMatchObject({ taken: 3, unchanged: 1 })
  expect((await ask('')).body).toMatchObject({ taken: 3, unchanged: 1 })
  const { body } = await town.ask('GET', '/api/organisations/tree', { as: tokens.admin })
  const named = (code: string) => body.rows.find((unit: { code: string }) => unit.code === code)
  expect(named('ZJJ-WY').name).toBe('物业监管科')
  expect(named('ZJJ-XX-1').parent).toBe(named('ZJJ-XX').id)
})

test('lists of people and posts go on where the page before ended, in every order', async () => {
  for (const path of ['/api/people/staff', '/api/organisations/posts']) {
    const sorts = path.endsWith('staff')
      ? ['account', 'name', 'unit', '-created']
      : ['id', 'staff', 'unit', 'role', '-from']
    for (const sort of sorts) {
      const whole = await town.ask('GET', `${path}?limit=200&sort=${sort}`, { as: tokens.admin })
      const seen: string[] = []
      for (let next: string | null = ''; next !== null; ) {
        const { body } = await town.ask('GET', `${path}?limit=37&sort=${sort}${next && `&after=${next}`}`, {
          as: tokens.admin,
        })
        seen.push(...body.rows.map(({ id }: { id: string }) => id))
        next = body.next
      }
      expect(seen.slice(0, 200), sort).toEqual(whole.body.rows.map(({ id }: { id: string }) => id))
      expect(new Set(seen).size).toBe(seen.length)
    }
  }
})
