import { expect, test } from 'vitest'
import { tongueOf } from './tongue.tsx'

test('on the first visit the city speaks English to whoever reads it sooner than Chinese, and Chinese to everybody else', () => {
  expect(tongueOf(['en-GB', 'en', 'zh-CN'])).toBe('en')
  expect(tongueOf(['de-DE', 'en-US'])).toBe('en')
  expect(tongueOf(['zh-CN', 'en'])).toBe('zh')
  expect(tongueOf(['zh-Hant-HK'])).toBe('zh')
  expect(tongueOf(['de-DE', 'fr'])).toBe('zh')
  expect(tongueOf([])).toBe('zh')
})
