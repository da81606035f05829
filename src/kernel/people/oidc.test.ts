import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aTown, DISTRICT, type Town } from '../organisations/town.spec.ts'
import type { OidcOffer } from './handle/parts.ts'

const redirectUri = 'https://yunxi.example/api/people/oidc/callback'
// The package brings no types; this is the part of it the test uses.
type ProviderClass = new (
  issuer: string,
  configuration: object,
) => { callback(): (request: IncomingMessage, response: ServerResponse) => void }
const { default: Provider } = (await import('oidc-provider' as string)) as { default: ProviderClass }

let server: Server
let town: Town
let offer: OidcOffer

/** A real provider on this machine whose people are whatever they type into its login page. */
beforeAll(async () => {
  server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'yiwang',
        client_secret: 'secret-of-the-test',
        redirect_uris: [redirectUri],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    pkce: { required: () => true },
    claims: { openid: ['sub'], profile: ['employee'] },
    findAccount: (_context: unknown, sub: string) => ({
      accountId: sub,
      claims: () => ({ sub, employee: sub === 'nameless' ? '' : sub }),
    }),
    cookies: { keys: ['key of the test'] },
  })
  server.on('request', provider.callback())
  offer = { issuer, clientId: 'yiwang', clientSecret: 'secret-of-the-test', redirectUri, claim: 'employee' }
  town = await aTown({ oidc: offer })
}, 60_000)
afterAll(async () => {
  await town.close()
  server.closeAllConnections()
  await new Promise((closed) => server.close(closed))
})

/** A browser at the provider: keeps cookies, follows redirects there, types a name, and stops at our own address. */
async function throughTheProvider(address: string, login: string): Promise<string> {
  const jar = new Map<string, string>()
  let next = address
  let form: Record<string, string> | null = null
  for (let step = 0; step < 20; step++) {
    const answer: Response = await fetch(next, {
      redirect: 'manual',
      method: form ? 'POST' : 'GET',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form ? { body: new URLSearchParams(form) } : {}),
    })
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';')
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    const to = answer.headers.get('location')
    form = null
    if (to?.startsWith(redirectUri)) return to
    if (to) next = new URL(to, next).href
    else {
      const page = await answer.text()
      const action = /action="([^"]+)"/.exec(page)?.[1]
      const prompt = /name="prompt" value="([^"]+)"/.exec(page)?.[1] ?? ''
      if (!action) throw new Error(`the provider shows no form: ${answer.status}`)
      next = new URL(action, next).href
      form = { prompt, login, password: 'any' }
    }
  }
  throw new Error('the provider never came back')
}

async function begin(returnTo = '/desk') {
  const answer = await town.ask('GET', `/api/people/oidc/start?returnTo=${encodeURIComponent(returnTo)}`)
  const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? ''
  return { address: String(answer.headers.location), cookie }
}
const comeBack = (url: string, cookie: string) =>
  town.ask('GET', url.replace('https://yunxi.example', ''), { headers: { cookie } })

test('staff whom the provider names by an account here are signed in and brought back to where they were', async () => {
  const { address, cookie } = await begin('/desk/orders?mine=1')
  const asked = new URL(address)
  expect(asked.searchParams.get('code_challenge_method')).toBe('S256')
  expect(asked.searchParams.get('nonce')).toBeTruthy()
  const back = await comeBack(await throughTheProvider(address, 'Paidan1'), cookie)
  expect(back.status).toBe(302)
  expect(back.headers.location).toBe('/desk/orders?mine=1')
  const token = /yw_session=([^;]+)/.exec(String(back.headers['set-cookie']))?.[1] ?? ''
  expect(await town.sessions.identify(token)).toMatchObject({ kind: 'staff', id: 'staff_paidan1', district: DISTRICT })
})

test.each([
  ['an identity without an account here', 'stranger', 403, 'unknown-identity'],
  ['an identity without the claim', 'nameless', 403, 'oidc-failed'],
])('%s is refused, and no account is made of it', async (_, login, status, refusal) => {
  const { address, cookie } = await begin()
  const back = await comeBack(await throughTheProvider(address, login), cookie)
  expect(back.body).toMatchObject({ status, refusal })
  expect(back.headers['set-cookie']).not.toMatch(/yw_session=[^;]/)
})

test('a locked account stays out, whatever the provider says', async () => {
  const admin = await town.tokenOf('admin')
  await town.ask('POST', '/api/people/staff/staff_paidan2/state', { as: admin, body: { state: 'locked' } })
  const { address, cookie } = await begin()
  const back = await comeBack(await throughTheProvider(address, 'paidan2'), cookie)
  expect(back.body).toMatchObject({ status: 403, refusal: 'unknown-identity' })
})

test('an answer is good once, in the browser that asked, and for the question that was asked', async () => {
  const { address, cookie } = await begin()
  const answer = await throughTheProvider(address, 'paidan1')
  expect((await comeBack(answer, '')).body.refusal).toBe('oidc-failed')
  const other = await begin()
  expect((await comeBack(answer, other.cookie)).body.refusal).toBe('oidc-failed')
  expect((await comeBack(answer, cookie)).status).toBe(302)
  expect((await comeBack(answer, cookie)).body.refusal).toBe('oidc-failed')
})

test('a code with a changed state or a made-up code is refused', async () => {
  const { address, cookie } = await begin()
  const answer = new URL(await throughTheProvider(address, 'paidan1'))
  answer.searchParams.set('code', 'made-up')
  expect((await comeBack(answer.href, cookie)).body.refusal).toBe('oidc-failed')
})

test('the way back leads to our own pages only', async () => {
  for (const elsewhere of ['https://evil.example', '//evil.example', '/\\evil.example', 'desk']) {
    const { address, cookie } = await begin(elsewhere)
    const back = await comeBack(await throughTheProvider(address, 'paidan1'), cookie)
    expect(back.headers.location).toBe('/')
  }
})

test('the answer of the provider is awaited ten minutes', async () => {
  const { address, cookie } = await begin()
  const answer = await throughTheProvider(address, 'paidan1')
  town.clock.turnTo('2026-03-02T01:11:00.000Z')
  expect((await comeBack(answer, cookie)).body.refusal).toBe('oidc-failed')
})

test('the account may also be the subject of the identity itself', async () => {
  const other = await aTown({ oidc: { ...offer, claim: 'sub' } })
  const start = await other.ask('GET', '/api/people/oidc/start')
  const cookie = String(start.headers['set-cookie']).split(';')[0] ?? ''
  const answer = await throughTheProvider(String(start.headers.location), 'paidan1')
  const back = await other.ask('GET', answer.replace('https://yunxi.example', ''), { headers: { cookie } })
  expect(back.headers['set-cookie']).toBeTruthy()
  expect(back.status).toBe(302)
  await other.close()
})
