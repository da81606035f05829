import { expect, test } from 'vitest'
import { filledTemplate } from './reply-template.ts'

const facts = {
  number: '20260302000123',
  title: '路灯不亮',
  place: null,
  unit: '照明科',
  category: '市政设施/路灯',
  filed: '2026年3月1日',
  today: '2026年3月2日',
}

test('what is known is filled in; what is not, and a blank nobody knows of, stays for the writer to see', () => {
  const body = '【登记日期】您反映【地点】【标题】，【承办单位】于【今天】【做法】。'
  expect(filledTemplate(body, facts)).toBe('2026年3月1日您反映【地点】路灯不亮，照明科于2026年3月2日【做法】。')
})

test('a case that speaks in brackets is not read as a template', () => {
  expect(filledTemplate('【标题】', { ...facts, title: '【今天】停水' })).toBe('【今天】停水')
})
