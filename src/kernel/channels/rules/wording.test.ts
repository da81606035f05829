import { expect, test } from 'vitest'
import { said } from '../../../platform/words.ts'
import { paramKinds } from '../model/notices.ts'
import { templateWords } from '../words/notices.ts'
import { residentTemplates } from '../words/resident-templates.ts'
import { faultsOfWording, render, smsParts } from './wording.ts'

const params = {
  number: '20260302-0017',
  code: '482913',
  matter: '路灯维修',
  unit: '城管局',
  name: '区平台',
  days: 5,
  due: '2026-03-11T15:59:59.999Z',
  until: '2026-04-01T01:00:00.000Z',
}

test.each(Object.entries(templateWords))(
  'the house wording of "%s" is sound and short enough for a telephone',
  (_, template) => {
    expect(faultsOfWording(template, template)).toEqual([])
    const { text, title, missing } = render(template, params, { tongue: 'zh' })
    expect(missing).toEqual([])
    expect([...title].length).toBeLessThanOrEqual(12)
    expect(smsParts(`【云溪区一网】${text}`)).toBeLessThanOrEqual(2)
  },
)

test.each(Object.entries(templateWords))('"%s" can be said with nothing but what it must name', (_, template) => {
  const bare = Object.fromEntries(
    Object.entries(params).filter(([name]) => template.must.some((must) => must === name)),
  )
  for (const tongue of ['zh', 'en'] as const) {
    const { text, missing } = render(template, bare, { tongue })
    expect(missing).toEqual([])
    expect(text).not.toMatch(/[[\]{}…]|，。|\s\./)
  }
})

test.each(Object.entries(residentTemplates))('"%s" speaks to a resident without words of the office', (_, { text }) => {
  expect(text.zh).not.toMatch(/派单|签收|承办|工单|节点|流程|系统|主体|予以|兹/)
})

test('a resident is told the number, the code and the last day, as people say it', () => {
  const { text } = render(residentTemplates.filed, params, { tongue: 'zh' })
  expect(text).toBe(
    '您反映的事情我们收到了，编号 20260302-0017，查询码 482913。最晚2026年3月11日告诉您是否受理。凭编号和查询码可查进度，查询码请勿告诉别人。',
  )
})

test('a part whose facts are not known is left out, not guessed', () => {
  expect(render(residentTemplates.accepted, { number: '17' }, { tongue: 'zh' }).text).toBe(
    '您反映的事情（编号 17）已经受理。',
  )
  expect(render(residentTemplates.accepted, { number: '17', due: 'soon' }, { tongue: 'en' }).text).toBe(
    'We have taken on number 17.',
  )
})

test('an id is never said where a name should stand', () => {
  const words = render(residentTemplates.dispatched, { number: '17', unit: 'unit_street' }, { tongue: 'zh' })
  expect(words).toMatchObject({ text: '您反映的事情（编号 17）已交办。', missing: [] })
})

test('the log shows that a code was sent, never the code', () => {
  const { text } = render(residentTemplates.filed, params, { tongue: 'zh', mask: true })
  expect(text).toContain('查询码 ••••')
  expect(text).not.toContain('482913')
})

test('what it must say and does not know is named', () => {
  expect(render(residentTemplates.accepted, {}, { tongue: 'zh' })).toMatchObject({ missing: ['number'] })
})

test('a value cannot bring braces, line breaks or a flood into a message', () => {
  const { text } = render(
    { title: said('x', 'x'), text: said('{number}', '{number}') },
    { number: `a\n{code}${'9'.repeat(500)}` },
    { tongue: 'zh' },
  )
  expect(text).toHaveLength(60)
  expect(text.startsWith('a {code}9')).toBe(true)
})

const edited = (zh: string) => ({ title: said('标题', 'Title'), text: said(zh, 'Number {number}') })

test.each([
  ['编号 {number}，谢谢。', []],
  ['编号 {number}[，最晚{due}]。', []],
  ['谢谢。', [{ fault: 'must-missing', name: 'number' }]],
  ['[编号 {number}]', [{ fault: 'must-missing', name: 'number' }]],
  ['编号 {number} {phone}', [{ fault: 'unknown-param', name: 'phone' }]],
  ['编号 {number}[，最晚{due}', [{ fault: 'bracket-unpaired' }]],
  ['编号 {number', [{ fault: 'bracket-unpaired' }]],
  ['[[{number}]]', [{ fault: 'bracket-unpaired' }]],
])('an edited wording %j is answered with %j', (zh, faults) => {
  const found = faultsOfWording(edited(zh), residentTemplates.accepted)
  expect(found.map(({ part, tongue, ...fault }) => fault)).toEqual(faults)
})

test('every name a wording may use is one that can be shown', () => {
  for (const { must, may } of Object.values(templateWords))
    for (const name of [...must, ...may]) expect(paramKinds).toHaveProperty(name)
})
