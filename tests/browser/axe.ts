import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

type Axe = { run(options: object): Promise<{ violations: { id: string; nodes: { target: unknown[] }[] }[] }> }

/** What somebody could not read, hear or reach on the page as it stands; a page too long for the window is unrolled. */
export async function faultsOf(page: Page): Promise<string[]> {
  const size = page.viewportSize() ?? { width: 390, height: 844 }
  await page.setViewportSize({ ...size, height: 5_000 })
  await atRest(page)
  await page.evaluate(source)
  const found = await page.evaluate(
    (runOnly) => (globalThis as unknown as { axe: Axe }).axe.run({ runOnly, resultTypes: ['violations'] }),
    tags,
  )
  await page.setViewportSize(size)
  await page.evaluate(() => document.getElementById('at-rest')?.remove())
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
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
