import type { Page } from 'playwright-core'
import { DEMO_PASSWORD } from '../../src/kernel/organisations/seed/organisations.ts'
import { type BuiltCity, press, reads } from './city.ts'

export type Answers = { readonly [label: string]: string }

/** Opens a move, fills its form in (texts are written, choices are chosen) and sends it. */
export async function does(page: Page, move: string, written: Answers = {}, chosen: Answers = {}): Promise<void> {
  await press(page, move)
  const form = page.getByRole('form', { name: move })
  for (const [label, text] of Object.entries(written)) await form.getByLabel(label).fill(text)
  for (const [label, choice] of Object.entries(chosen))
    await form.getByRole('group', { name: label }).getByLabel(choice, { exact: true }).check()
  await form.getByRole('button', { name: move, exact: true }).click()
}

/** Is told that it is done, and gets up from the desk. */
export const told = async (page: Page, move: string): Promise<void> => {
  await reads(page, `已办理：${move}`)
  await page.context().close()
}

/** Asks at a door as somebody of the staff, without a browser. */
export async function asks(city: BuiltCity, account: string, path: string, payload: object) {
  const signed = await city.app.http.inject({
    method: 'POST',
    url: '/api/people/staff/sign-in',
    payload: { account, password: DEMO_PASSWORD },
  })
  const headers = { authorization: `Bearer ${signed.json().token}` }
  return city.app.http.inject({ method: 'POST', url: path, headers, payload })
}

export const CLEANER = 'chengguan-shirong.chengban'
export const CHIEF = 'chengguan-shirong.kezhang'

/** Files a case at the hotline's door, and has it taken on and sent to the street cleaners. Answers its page. */
export async function lyingWithCleaners(
  city: BuiltCity,
  title: string,
  point?: { readonly lng: number; readonly lat: number },
): Promise<string> {
  const text = '锦绣花园南门垃圾桶满了三天没人清，气味很大。'
  const call = { channel: 'hotline', caller: { name: '周海棠' }, title, text, ...(point && { point }) }
  const { id } = (await asks(city, 'shouli1', '/api/cases', call)).json()
  await asks(city, 'shouli1', `/api/cases/${id}/moves/accept`, { fields: {} })
  await asks(city, 'paidan1', `/api/cases/${id}/moves/dispatch`, { fields: { unit: 'unit_chengguan-shirong' } })
  await asks(city, CLEANER, `/api/cases/${id}/moves/sign`, { fields: { triage: 'can' } })
  return `/cases/${id}`
}
