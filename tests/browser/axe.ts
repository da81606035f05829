import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

type Axe = { run(options: object): Promise<{ violations: { id: string; nodes: { target: unknown[] }[] }[] }> }

/** What somebody could not read, hear or reach on the page as it stands; a page too long for the window is unrolled. */
export async function faultsOf(page: Page): Promise<string[]> {
  const size = page.viewportSize() ?? { width: 360, height: 780 }
  await unrolled(page, size)
  await atRest(page)
  // The source is half a megabyte: it goes over once for a document, however many pages are shown in it.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source)
  const found = await page.evaluate(
    (runOnly) => (globalThis as unknown as { axe: Axe }).axe.run({ runOnly, resultTypes: ['violations'] }),
    tags,
  )
  await page.setViewportSize(size)
  await page.evaluate(() => document.getElementById('at-rest')?.remove())
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}

/** Higher than nearly every page. */
const HIGH = 5_000
/** Room beneath the page for what is fixed to the foot of the window, so that it lies over nothing. */
const FOOT = 200
/** Whatever is measured in shares of the window grows with it: so often the page is asked again whether all is shown. */
const TRIES = 3

/** Makes the window so high that everything is in it: axe takes what lies outside, or under its foot, for hidden. */
async function unrolled(page: Page, size: { readonly width: number; readonly height: number }): Promise<void> {
  let height = HIGH
  for (let tried = 0; tried < TRIES; tried += 1) {
    await page.setViewportSize({ ...size, height })
    const hidden = await page.evaluate(
      () => document.documentElement.scrollHeight - document.documentElement.clientHeight,
    )
    if (hidden <= 0) return
    height += hidden + FOOT
  }
}

/** A colour on its way from one tone to the other is no colour of ours: the page is read as it comes to rest. */
async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const still = document.createElement('style')
    still.id = 'at-rest'
    still.textContent = '*, *::before, *::after { transition: none !important; animation: none !important }'
    document.head.append(still)
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
  })
}
