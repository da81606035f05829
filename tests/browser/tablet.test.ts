import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CLEANER, lyingWithCleaners } from './acts.ts'
import { faultsOf } from './axe.ts'
import { type BuiltCity, openBuiltCity } from './city.ts'

let city: BuiltCity
let lying: string

/** A tablet held upright: between the phone of the resident and the desk, and on either side of most folds. */
const tablet = { width: 768, height: 1_024 }

beforeAll(async () => {
  city = await openBuiltCity()
  lying = await lyingWithCleaners(city, '锦绣花园南门垃圾桶满了三天没人清')
}, 120_000)
afterAll(() => city?.close())

/** Texts that run on under the edge of what holds them, with no dots to say so. */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((one) => {
        const { overflowX, textOverflow, display, position } = getComputedStyle(one)
        const holds = (overflowX === 'hidden' || overflowX === 'clip') && textOverflow !== 'ellipsis'
        const isUnseen = one.clientWidth <= 1 || (position === 'absolute' && one.clientHeight <= 1)
        return (
          holds && display !== 'inline' && !isUnseen && one.scrollWidth > one.clientWidth + 1 && one.innerText !== ''
        )
      })
      .map((one) => `${one.tagName} ${one.className}: ${one.innerText.slice(0, 40)}`),
  )

async function expectToFit(page: Page): Promise<void> {
  await page.locator('main h1').first().waitFor()
  await page.waitForFunction(() => document.querySelector('.bones') === null)
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect({ wider, cut: await cutOff(page), faults: await faultsOf(page) }).toEqual({ wider: 0, cut: [], faults: [] })
  await page.context().close()
}

test.each(['/', '/write', '/promises', '/public'])('a resident reads %s on a tablet', async (path) => {
  const context = await city.browser.newContext({ viewport: tablet, locale: 'zh-CN', bypassCSP: true })
  const page = await context.newPage()
  await page.goto(`${city.url}${path}`)
  await expectToFit(page)
})

test.each([
  ['paidan1', '/'],
  ['paidan1', '/dispatch'],
  ['shouli1', '/new'],
  ['shouli1', '/new/table'],
  ['duban1', '/map'],
  ['admin', '/admin/duties'],
])('%s works at %s on a tablet', async (account, path) => {
  await expectToFit(await city.sits(account, path, tablet))
})

test('a handler has a case before him on a tablet, with its form open', async () => {
  const page = await city.sits(CLEANER, lying, tablet)
  await page.getByRole('button', { name: '提交答复', exact: true }).click()
  await page.getByRole('form', { name: '提交答复' }).waitFor()
  await expectToFit(page)
})
