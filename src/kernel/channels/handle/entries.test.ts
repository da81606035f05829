import { expect, test } from 'vitest'
import type { Entry } from '../model/entries.ts'
import { entryUrl } from '../rules/entries.ts'
import { entrySvg } from './entries.ts'

const mailbox: Entry = {
  district: '349901',
  code: '7k3m9xq2ab',
  kind: 'mailbox',
  title: '梧桐路 12 号红色邮筒',
  place: {},
  target: null,
  active: true,
  createdBy: 'staff_wang',
  createdAt: '2026-03-02T02:00:00.000Z',
  endedAt: null,
}

test('a printed code says a short address, so that its squares stay large', () => {
  const url = entryUrl('https://yiwang.yunxi.example/', mailbox)
  expect(url).toBe('https://yiwang.yunxi.example/e/349901/7k3m9xq2ab')
  const svg = entrySvg('https://yiwang.yunxi.example/', mailbox)
  // 50 characters at 15 % correction need version 4: 33 squares and a quiet zone of 4 on each side.
  expect(svg).toContain('viewBox="0 0 41 41"')
  expect(svg).toContain('梧桐路 12 号红色邮筒')
  expect(svg).toContain('7k3m9xq2ab')
})

test('a long title is set smaller, never cut off', () => {
  const title = '云溪区人民建议征集办公室设在梧桐路与秀水街路口东北角公交站旁的红色邮筒'
  const svg = entrySvg('https://yiwang.yunxi.example', { ...mailbox, title })
  const size = Number(/font-size="(\d+)"/.exec(svg)?.[1])
  expect(size * [...title].length).toBeLessThanOrEqual(360)
  expect(svg).toContain(title)
})

test('a title cannot bring markup into the sheet', () => {
  const svg = entrySvg('https://yiwang.yunxi.example', {
    ...mailbox,
    title: '</text><script>alert("1")</script>\u0007',
  })
  expect(svg).not.toContain('<script')
  expect(svg).not.toContain('\u0007')
})
