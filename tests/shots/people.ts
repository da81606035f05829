import type { Browser, BrowserContext } from 'playwright-core'
import { guests } from '../../seed/residents.ts'
import { DEMO_PASSWORD } from '../../src/kernel/organisations/seed/organisations.ts'
import type { Samples } from './plan.ts'

/** Who looks at a page of the desk: whoever's page it is, else the dispatcher, who sees the whole district. */
export function whoLooks(path: string): readonly string[] {
  if (path === '/') return ['paidan1', 'chengguan.chengban', 'hecha1', 'admin']
  if (path.startsWith('/dispatch/')) return ['duban1']
  if (path.startsWith('/life-circle')) return ['shenghuoquan']
  if (path === '/patrol') return ['wangge.xuncha1']
  if (/^\/(admin|exchange|organisations|matters|people|places|proactive|roles|units|channels|settings)/.test(path))
    return ['admin']
  return ['paidan1']
}

/** The first guest of the demo town, who has written more than once. */
export const RESIDENT_PHONE = guests[0]?.phone ?? ''

/** Signs somebody in on a browser of his own: staff by account, a resident by `resident`, null for nobody. */
export async function browserOf(browser: Browser, url: string, as: string | null): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: url, reducedMotion: 'reduce', locale: 'zh-CN' })
  if (as === null) return context
  const post = async (path: string, data: object) => {
    const answer = await context.request.post(path, { data })
    if (!answer.ok()) throw new Error(`${as}: ${path} ${answer.status()} ${await answer.text()}`)
    return answer.json()
  }
  if (as === 'resident') {
    const { code } = await post('/api/people/request-code', { phone: RESIDENT_PHONE })
    await post('/api/people/sign-in', { phone: RESIDENT_PHONE, code })
  } else await post('/api/people/staff/sign-in', { account: as, password: DEMO_PASSWORD })
  return context
}

type Listed = { readonly rows?: readonly { readonly id?: string; readonly code?: string }[] }

/** One of each thing that stands in an address, as this person would find it in his lists. */
export async function samplesOf(context: BrowserContext): Promise<Samples> {
  const first = async (path: string): Promise<string | undefined> => {
    const answer = await context.request.get(path)
    if (!answer.ok()) return undefined
    const { rows = [] }: Listed = await answer.json()
    return rows[0]?.id ?? rows[0]?.code
  }
  return {
    case: (await first('/api/cases?limit=1')) ?? (await first('/api/orders/mine')),
    matter: await first('/api/matters?limit=1'),
    topic: await first('/api/dispatch/topics?limit=1'),
    code: await first('/api/places/components?limit=1'),
    address: await first('/api/places/addresses?level=building&limit=1'),
    id: await first('/api/places/imports?limit=1'),
    key: 'solved-rate',
    light: 'red',
    kind: 'no-owner',
  }
}
