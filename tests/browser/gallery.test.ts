import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import react from '@vitejs/plugin-react'
import type { Browser, Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { nameOf, outfits } from '../../src/web/gallery/outfit.ts'
import { faultsOf } from './axe.ts'
import { leaveBrowser, sharedBrowser } from './browser.ts'

const web = join(import.meta.dirname, '../../src/web')
const dist = mkdtempSync(join(tmpdir(), 'yiwang-gallery-'))
const kinds: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html',
}

let server: Server
let browser: Browser
let url: string

beforeAll(async () => {
  await build({
    configFile: false,
    root: web,
    logLevel: 'error',
    plugins: [react()],
    build: { outDir: dist, rolldownOptions: { input: join(web, 'gallery/index.html') } },
  })
  server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://gallery').pathname
    response.setHeader('content-type', kinds[extname(path)] ?? 'application/octet-stream')
    response.end(readFileSync(join(dist, path)))
  })
  await new Promise<void>((opened) => server.listen(0, '127.0.0.1', opened))
  const address = server.address()
  url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
  browser = await sharedBrowser()
})
afterAll(async () => {
  await leaveBrowser()
  await new Promise((closed) => server?.close(closed))
  rmSync(dist, { recursive: true, force: true })
})

const open = async (name: string, width: number) => {
  const page = await browser.newPage({ viewport: { width, height: 900 }, reducedMotion: 'reduce' })
  await page.goto(`${url}/gallery/index.html?outfit=${name}`)
  await page.locator('h1').waitFor()
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)))
  return page
}

const overflowAt = async (page: Page, width: number) => {
  await page.setViewportSize({ width, height: 900 })
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

test.each(outfits.map(nameOf))(
  'every part in %s can be read, heard and reached, and nothing runs off the side',
  async (name) => {
    const page = await open(name, name.startsWith('resident') ? 360 : 1440)
    expect(await faultsOf(page)).toEqual([])
    expect([await overflowAt(page, 360), await overflowAt(page, 768), await overflowAt(page, 1440)]).toEqual([0, 0, 0])
    await page.close()
  },
)

test.each(['desk-light-zh', 'resident-light-zh'])(
  'a list in %s is shown in all it can be: there, empty, on its way, failed, and forbidden',
  async (name) => {
    const page = await open(name, 1440)
    const lists = page.locator('section, .sheet').filter({ has: page.getByRole('heading', { name: '逐页读取的清单' }) })
    await lists.getByRole('table').waitFor()
    await lists.getByText('没有符合条件的').waitFor()
    await lists.locator('.bones').waitFor()
    const states = lists.locator('.state-title')
    expect((await states.allInnerTexts()).toSorted()).toEqual(
      ['您没有查看这里的权限', '没有符合条件的', '出了点问题'].toSorted(),
    )
    await lists.getByRole('button', { name: '再试一次' }).waitFor()
    await page.close()
  },
)

test('a dialog takes the focus, closes on Escape and gives the focus back', async () => {
  const page = await open('resident-light-zh', 390)
  const opener = page.getByRole('button', { name: '打开对话框' })
  await opener.click()
  const dialog = page.getByRole('dialog', { name: '撤回这件诉求？' })
  await dialog.waitFor()
  expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true)
  expect(await faultsOf(page)).toEqual([])
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true)
  await page.close()
})

test('tabs and stars are moved through with the arrow keys alone', async () => {
  const page = await open('desk-light-zh', 1440)
  await page.getByRole('tab', { name: /我的待办/ }).focus()
  await page.keyboard.press('ArrowRight')
  expect(await page.getByRole('tab', { name: /本单位/ }).getAttribute('aria-selected')).toBe('true')
  await page.getByRole('radio', { name: /4 ★/ }).focus()
  await page.keyboard.press('ArrowRight')
  expect(await page.getByRole('radio', { name: /5 ★/ }).isChecked()).toBe(true)
  await page.close()
})

test('on a phone nothing that is pressed is smaller than a thumb, nothing that is read smaller than 17 pixels', async () => {
  const page = await open('resident-light-zh', 360)
  const small = await page.evaluate(() => {
    const pressed = [
      ...document.querySelectorAll<HTMLElement>('main button, main summary, main .radio-card, main .control'),
    ]
    const read = [...document.querySelectorAll<HTMLElement>('main *')].filter((element) =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()),
    )
    return [
      ...pressed.filter((element) => element.getBoundingClientRect().height < 44).map((element) => element.outerHTML),
      ...read
        .filter((element) => Number.parseFloat(getComputedStyle(element).fontSize) < 17)
        .map((element) => element.outerHTML),
    ]
  })
  expect(small).toEqual([])
  await page.close()
})

test.each([
  ['resident-light-elder-zh', 360],
  ['desk-dark-zh', 1440],
  ['screen-dark-zh', 1440],
])('the map in %s can be read, heard and reached, and fits', async (name, width) => {
  const page = await open(`${name}&room=map`, width)
  await page.locator('.map-view[data-idle]').first().waitFor()
  expect(await faultsOf(page)).toEqual([])
  expect([await overflowAt(page, 360), await overflowAt(page, 1440)]).toEqual([0, 0])
  await page.close()
})

test('the map is drawn without anybody else’s server, picked from by list, and drawn on by keyboard alone', async () => {
  const page = await open('desk-light-zh&room=map', 1440)
  const foreign: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith('blob:')) foreign.push(request.url())
  })
  await page.reload()
  const map = page.getByRole('region', { name: '地图', exact: true })
  await map.locator('.map-view[data-idle]').waitFor()
  await map.getByText(/^清单/).click()
  await map.getByRole('button', { name: /网格 13/ }).click()
  expect(await map.getByRole('button', { name: /网格 13/ }).getAttribute('aria-current')).toBe('true')
  expect(await faultsOf(page)).toEqual([])

  await map.getByRole('button', { name: '圈选' }).click()
  const canvas = map.getByRole('application')
  await canvas.focus()
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft']) {
    await page.keyboard.press('Enter')
    await page.keyboard.press(key)
    // The next corner is set where the map has come to rest, and not on its way there.
    await map.locator('.map-view[data-idle]').waitFor()
  }
  await map.getByRole('button', { name: '完成' }).click()
  await map.getByRole('button', { name: '清除圈选' }).click()
  expect(foreign).toEqual([])
  await page.close()
})
