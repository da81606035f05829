/** The invented district with a front door, for the tests of people and organisations. */
import { createHmac } from 'node:crypto'
import { freshDatabase } from '../../../tests/database.ts'
import { createCrypto } from '../../platform/crypto/crypto.ts'
import { createHttp } from '../../platform/http/http.ts'
import { silentLog } from '../../platform/log/log.ts'
import { type Day, HOUR, type Instant, instant, turnableClock } from '../../platform/time.ts'
import { createVault } from '../ledger/handle/vault.ts'
import type { OidcOffer } from '../people/handle/parts.ts'
import { createSessions } from '../people/handle/sessions.ts'
import { peopleRoutes } from '../people/routes/people.ts'
import { peopleRefusals } from '../people/words.ts'
import { createDirectory } from './handle/directory.ts'
import { type HeldCases, noCases, noSubjects } from './handle/parts.ts'
import { authorityOf, openDoor } from './routes/door.ts'
import { organisationRoutes } from './routes/organisations.ts'
import { DEMO_PASSWORD, seedOrganisations } from './seed/organisations.ts'
import { organisationRefusals } from './words.ts'

export const DISTRICT = '349901'
export const START: Instant = '2026-03-02T01:00:00.000Z'
export const dayOf = (at: Instant): Day => instant(Date.parse(at) + 8 * HOUR).slice(0, 10) as Day

/** A few buttons, as the city would hand them in. */
const knownRights = ['cases.read', 'cases.export', 'people.manage', 'people.logs', 'orders.assign'].map((right) => {
  const [house = ''] = right.split('.')
  return { right, label: { zh: right, en: right }, house, houseName: { zh: house, en: house } }
})

type Options = { readonly cases?: Partial<HeldCases>; readonly oidc?: OidcOffer; readonly demo?: boolean }
type Ask = { readonly as?: string | undefined; readonly body?: unknown; readonly headers?: Record<string, string> }

export async function aTown({ cases = {}, oidc, demo = false }: Options = {}) {
  const { db, close } = await freshDatabase()
  const clock = turnableClock(START)
  await seedOrganisations(db, { district: DISTRICT, today: dayOf(START) })
  const sent: { phone: string; code: string }[] = []
  const sendCode = async (phone: string, code: string) => void sent.push({ phone, code })
  const vault = createVault({ db, crypto: createCrypto(), master: Buffer.alloc(32, 7) })
  const mac = (text: string) => createHmac('sha256', 'a key of the tests').update(text).digest('hex')
  const sessions = createSessions({ db, clock })
  const directory = createDirectory({ db, clock, dayOf })
  const wordsOf = (code: string) =>
    ({ ...peopleRefusals, ...organisationRefusals })[code as keyof typeof peopleRefusals]
  const http = await createHttp({ clock, log: silentLog(clock), refusalWords: wordsOf, rate: null })
  await openDoor(http, { db, sessions, directory })
  const authority = authorityOf({ db, directory })
  const people = {
    db,
    clock,
    district: DISTRICT,
    mac,
    vault,
    sendCode,
    demo,
    oidc: oidc ?? null,
    sessions,
    authority,
    issuer: '云溪区',
    operationSaid: () => undefined,
    refusalSaid: wordsOf,
  }
  await http.register(peopleRoutes(people))
  await http.register(
    organisationRoutes({
      db,
      clock,
      dayOf,
      directory,
      sessions,
      authority,
      cases: { ...noCases, ...cases },
      subjects: noSubjects,
      knownRights,
      operationSaid: () => undefined,
      refusalSaid: wordsOf,
    }),
  )

  /** Sends a request as somebody (his token) and answers status and body. */
  async function ask(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, { as, body, headers = {} }: Ask = {}) {
    const answer = await http.inject({
      method,
      url,
      headers: { ...(as ? { authorization: `Bearer ${as}` } : {}), ...headers },
      ...(body === undefined ? {} : { payload: body as object }),
    })
    const isJson = String(answer.headers['content-type']).includes('json')
    return { status: answer.statusCode, body: isJson ? answer.json() : null, headers: answer.headers }
  }

  async function tokenOf(account: string): Promise<string> {
    const { body } = await ask('POST', '/api/people/staff/sign-in', { body: { account, password: DEMO_PASSWORD } })
    return body.token
  }

  async function residentToken(phone: string): Promise<string> {
    await ask('POST', '/api/people/request-code', { body: { phone } })
    const { body } = await ask('POST', '/api/people/sign-in', { body: { phone, code: sent.at(-1)?.code } })
    return body.token
  }

  const end = async () => {
    await http.close()
    await close()
  }
  return { db, clock, http, sessions, directory, vault, mac, sent, people, ask, tokenOf, residentToken, close: end }
}

export type Town = Awaited<ReturnType<typeof aTown>>
