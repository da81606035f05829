import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, CDPSession } from 'playwright-core'
import { openBrowser } from '../tests/browser/browser.ts'
import { ms, spreadOf } from './figures.ts'
import { startServer, untilAtRest } from './server.ts'

/** A slow telephone on a poor line (design.md 5): processor four times slower, 1.6 Mbit/s down, 750 kbit/s up, 150 ms. */
const SLOW = { cpu: 4, down: (1.6 * 1_000_000) / 8, up: 750_000 / 8, latency: 150 }
const PORT = 3907
const PHONE = { viewport: { width: 360, height: 780 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true }

/** What one cold load of a page showed; times in milliseconds from the click, sizes in bytes over the line. */
export type FirstPaint = {
  readonly fcp: number
  readonly lcp: number
  /** When the one large box can be typed in; as `fcp` where there is none. */
  readonly ready: number
  /** Cumulative layout shift, after nothing moves any more. */
  readonly cls: number
  readonly script: number
  readonly style: number
}

/**
 * Prints how soon the resident home stands on a slow telephone, each load with an empty cache, and beside it the least
 * that any page could do on the same browser and line: one file of a sentence.
 */
export async function benchFirstPaint(times: number): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'yiwang-paint-'))
  const server = await startServer({ name: 'first-paint', env: { DATA_DIR: data } }, PORT)
  await untilAtRest(server.pid, undefined, 120)
  const least = await leastPage()
  const browser = await openBrowser()
  try {
    console.log(`first paint: cold, ${SLOW.cpu}x slower processor, 1.6 Mbit/s, ${SLOW.latency} ms, n=${times}`)
    print('the least page', await loads(browser, least.url, times))
    for (const path of ['/', '/write', '/public', '/mine'])
      print(path, await loads(browser, `${server.url}${path}`, times))
  } finally {
    await browser.close()
    await server.stop()
    least.close()
    rmSync(data, { recursive: true, force: true })
  }
}

async function loads(browser: Browser, url: string, times: number): Promise<readonly FirstPaint[]> {
  const found: FirstPaint[] = []
  for (let count = 0; count < times; count++) found.push(await firstPaint(browser, url))
  return found
}

function print(what: string, loads: readonly FirstPaint[]): void {
  const time = (of: (load: FirstPaint) => number) => {
    const { p50, most } = spreadOf(loads.map(of))
    return `${ms(p50)} (most ${ms(most)}) ms`
  }
  const [first] = loads
  console.log(
    [
      what.padEnd(16),
      `first ${time(({ fcp }) => fcp)}`,
      `largest ${time(({ lcp }) => lcp)}`,
      `usable ${time(({ ready }) => ready)}`,
      `shift ${Math.max(...loads.map(({ cls }) => cls)).toFixed(3)}`,
      `script ${((first?.script ?? 0) / 1_000).toFixed(1)} kB`,
      `style ${((first?.style ?? 0) / 1_000).toFixed(1)} kB`,
    ].join('  '),
  )
}

/** One load with nothing kept. Throws where the page shows nothing. */
export async function firstPaint(browser: Browser, url: string): Promise<FirstPaint> {
  const context = await browser.newContext({ ...PHONE, serviceWorkers: 'block' })
  try {
    const page = await context.newPage()
    const line = await context.newCDPSession(page)
    const sizes = await slowDown(line)
    await page.addInitScript(watch)
    await page.goto(url, { waitUntil: 'load', timeout: 60_000 })
    await page.waitForLoadState('networkidle').catch(() => undefined)
    await page.waitForTimeout(800)
    const seen = await page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen)
    if (seen.fcp === 0) throw new Error(`${url} showed nothing`)
    return { ...seen, ready: seen.ready || seen.fcp, ...sizes() }
  } finally {
    await context.close()
  }
}

async function slowDown(line: CDPSession): Promise<() => { script: number; style: number }> {
  const kinds = new Map<string, string>()
  const sizes = { script: 0, style: 0 }
  line.on('Network.responseReceived', ({ requestId, response }) => kinds.set(requestId, response.mimeType))
  line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? ''
    if (kind.includes('javascript')) sizes.script += encodedDataLength
    if (kind.includes('css')) sizes.style += encodedDataLength
  })
  await line.send('Network.enable')
  await line.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: SLOW.latency,
    downloadThroughput: SLOW.down,
    uploadThroughput: SLOW.up,
  })
  await line.send('Emulation.setCPUThrottlingRate', { rate: SLOW.cpu })
  return () => sizes
}

type Seen = { fcp: number; lcp: number; cls: number; ready: number }

/** Runs in the page, before anything of it: writes down what the browser says of its own paints and shifts. */
function watch(): void {
  const seen: Seen = { fcp: 0, lcp: 0, cls: 0, ready: 0 }
  Object.assign(globalThis, { seen })
  const hear = (type: string, what: (entry: PerformanceEntry & { value?: number; hadRecentInput?: boolean }) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(what)).observe({ type, buffered: true })
  hear('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') seen.fcp = startTime
  })
  hear('largest-contentful-paint', ({ startTime }) => {
    seen.lcp = startTime
  })
  hear('layout-shift', ({ value = 0, hadRecentInput }) => {
    if (!hadRecentInput) seen.cls += value
  })
  const look = () => {
    if (document.querySelector('main textarea, main input, main a') && seen.ready === 0) seen.ready = performance.now()
    if (seen.ready === 0) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

async function leastPage(): Promise<{ url: string; close(): void }> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(
      '<!doctype html><meta name="viewport" content="width=device-width"><main><a href="/">Yiwang</a></main>',
    )
  })
  await new Promise<void>((open) => server.listen(0, '127.0.0.1', open))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() }
}
