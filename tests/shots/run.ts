import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { startServer } from '../../bench/server.ts'
import { nameOf as nameOfOutfit, outfits } from '../../src/web/gallery/outfit.ts'
import { openBrowser } from '../browser/browser.ts'
import { registeredPages } from './pages.ts'
import { browserOf, samplesOf, whoLooks } from './people.ts'
import { addressOf, type FaceName, type Samples, type Shot, shotsOf } from './plan.ts'

export type Asked = {
  readonly root: string
  /** Where the pictures go. */
  readonly out: string
  /** Only files whose name contains one of these; empty for all. */
  readonly only: readonly string[]
  /** A city that runs already; else one is started on a database of its own, with the demo town. */
  readonly url: string | null
  readonly say: (line: string) => void
}

/** Takes a picture of every registered page and prints its name; answers how many pages showed an error. */
export async function takeShots(asked: Asked): Promise<number> {
  const data = mkdtempSync(join(tmpdir(), 'yiwang-shots-'))
  const server =
    asked.url === null ? await startServer({ name: 'shots', env: { DATA_DIR: data } }, await freePort()) : null
  const browser = await openBrowser()
  try {
    return await withCity(asked, browser, server?.url ?? asked.url ?? '')
  } finally {
    await browser.close()
    await server?.stop()
    rmSync(data, { recursive: true, force: true })
  }
}

async function withCity({ root, out, only, say }: Asked, browser: Browser, url: string): Promise<number> {
  const people = new Map<string | null, Promise<BrowserContext>>()
  const personOf = (as: string | null) => {
    const known = people.get(as) ?? browserOf(browser, url, as)
    people.set(as, known)
    return known
  }
  let faulty = 0
  const wanted = (await planned(root, personOf, say)).filter(
    ({ file }) => only.length === 0 || only.some((part) => file.includes(part)),
  )
  for (const shot of wanted) {
    const troubles = await take(await personOf(shot.as), shot, join(out, shot.file))
    if (troubles.length > 0) faulty++
    say([`shots/${shot.file}`, ...troubles].join('  ! '))
  }
  return faulty
}

type PersonOf = (as: string | null) => Promise<BrowserContext>

async function planned(root: string, personOf: PersonOf, say: (line: string) => void): Promise<Shot[]> {
  const tables = await registeredPages(root)
  const samples = new Map<string, Samples>()
  const samplesFor = async (as: string) => {
    const known = samples.get(as) ?? (await samplesOf(await personOf(as)))
    samples.set(as, known)
    return known
  }
  const seen = async (face: FaceName, path: string, as: string | null, samplesAs: string) => {
    const address = addressOf(face, path, await samplesFor(samplesAs))
    if (address === null) say(`— ${face} ${path}`)
    return address === null ? [] : shotsOf(face, { path, as, address })
  }
  const found: Shot[][] = []
  for (const { path, to } of tables.resident)
    found.push(await seen('resident', path, to === 'everyone' ? null : 'resident', 'resident'))
  for (const { path, to } of tables.desk)
    for (const as of to === 'everyone' ? [null] : whoLooks(path))
      found.push(await seen('desk', path, as, as ?? 'paidan1'))
  const scenes = ['/?scene=units', '/?scene=quality']
  for (const path of [...tables.screen.map((page) => page.path), ...scenes])
    found.push(await seen('screen', path, 'admin', 'admin'))
  found.push(await seen('screen', '/', null, 'admin'))
  for (const outfit of outfits) {
    const path = `/?outfit=${nameOfOutfit(outfit)}`
    found.push(shotsOf('gallery', { path, as: null, address: `/gallery${path.slice(1)}` }))
  }
  return found.flat()
}

async function take(
  context: BrowserContext,
  { path, width, height, dress, face }: Shot,
  file: string,
): Promise<string[]> {
  const page = await context.newPage()
  try {
    await page.setViewportSize({ width, height })
    await page.addInitScript(
      ([tone, tongue, elder]) => {
        localStorage.setItem('yiwang.tone', JSON.stringify(tone))
        localStorage.setItem('yiwang.tongue', JSON.stringify(tongue))
        localStorage.setItem('yiwang.elder', JSON.stringify(elder))
      },
      [dress.tone, dress.tongue, dress.elder] as const,
    )
    const troubles = troublesOf(page)
    await page.goto(path)
    await settled(page)
    mkdirSync(dirname(file), { recursive: true })
    await page.screenshot({ path: file, fullPage: face !== 'screen' })
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    return overflow > 0 ? [...troubles, `${overflow} px`] : troubles
  } finally {
    await page.close()
  }
}

/** A page is there when nothing of it is still on its way; a live line never ends and is not waited for. */
async function settled(page: Page): Promise<void> {
  await page.locator('#root > *').first().waitFor({ timeout: 20_000 })
  await page.waitForTimeout(250)
  await page
    .waitForFunction(() => document.querySelector('.bones') === null, null, { timeout: 15_000 })
    .catch(() => null)
  await page.evaluate(() => document.fonts.ready.then(() => null))
  await page.waitForTimeout(200)
}

/** What a page complains of; to ask who one is, signed out, is answered 401 and is no trouble. */
function troublesOf(page: Page): string[] {
  const troubles: string[] = []
  page.on('pageerror', (error) => troubles.push(error.message))
  page.on('response', (response) => {
    const { status, url } = { status: response.status(), url: new URL(response.url()).pathname }
    if (status >= 400 && status !== 401) troubles.push(`${status} ${url}`)
  })
  return troubles
}

const freePort = (): Promise<number> =>
  new Promise((found, failed) => {
    const server = createServer().once('error', failed)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => found(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
