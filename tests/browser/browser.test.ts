import { expect, test } from 'vitest'
import { openBrowser, packagedProgram } from './browser.ts'

test('the browser that came from npm starts on a machine that has none of its own', async () => {
  await using browser = await openBrowser(packagedProgram())
  const page = await browser.newPage()
  await page.setContent('<button>提交</button>')
  expect(await page.getByRole('button', { name: '提交' }).count()).toBe(1)
})
