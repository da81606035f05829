import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { buildApp } from '../../src/app.ts'
import { plantDistrict } from '../../src/city/plant.ts'
import { DEMO_PASSWORD } from '../../src/kernel/organisations/seed/organisations.ts'
import { readConfig } from '../../src/platform/config/config.ts'
import { silentLog } from '../../src/platform/log/log.ts'
import { type Clock, HOUR, systemClock } from '../../src/platform/time.ts'
import { freshDatabase } from '../database.ts'
import { leaveBrowser, sharedBrowser } from './browser.ts'

const clientDir = join(import.meta.dirname, '../../dist/client')
const desktop = { width: 1440, height: 900 }

/**
 * The built faces on a district of their own, and a browser before them. The clock is the machine's, or one that
 * shows its time by when the browser comes: a cookie of another year would be over before it is read.
 */
export async function openBuiltCity(clock: Clock = systemClock) {
  if (!existsSync(clientDir)) throw new Error('the faces are not built: npm run build')
  const dataDir = mkdtempSync(join(tmpdir(), 'yiwang-faces-'))
  const database = await freshDatabase()
  const config = readConfig({ DATA_DIR: dataDir, DEMO: 'true', RATE_PER_MINUTE: '0' })
  // A machine that runs all tests at once is late; that is not what these tests are about.
  const marks = { inFlight: 1_000, few: 1_000, delay: HOUR }
  const app = await buildApp({ db: database.db, clock, config, log: silentLog(clock), clientDir, marks })
  await plantDistrict(database.db, config.district, clock.now())
  app.city.engine.forget()
  const url = await app.http.listen({ host: '127.0.0.1', port: 0 })
  const browser = await sharedBrowser()
  return {
    database,
    config,
    app,
    browser,
    url,
    /** Somebody sits down at the desk, at a page of it. */
    async sits(account: string, path: string, viewport = desktop): Promise<Page> {
      const context = await browser.newContext({ viewport, locale: 'zh-CN', bypassCSP: true })
      await context.request.post(`${url}/api/people/staff/sign-in`, { data: { account, password: DEMO_PASSWORD } })
      const page = await context.newPage()
      await page.goto(`${url}/desk${path}`)
      return page
    },
    async close() {
      await leaveBrowser()
      await app.close()
      await database.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

export type BuiltCity = Awaited<ReturnType<typeof openBuiltCity>>

export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
/** What stands on the page, as the reader reads it; waits until it is there. */
export const reads = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()
