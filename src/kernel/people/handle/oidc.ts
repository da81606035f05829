import { createHash } from 'node:crypto'
import * as client from 'openid-client'
import { type Refused, refused } from '../../../platform/http/problem.ts'
import { later, MINUTE } from '../../../platform/time.ts'
import { logLogin } from '../store/logs.ts'
import { takeFlow, writeFlow } from '../store/oidc-flows.ts'
import { findSecretsByAccount } from '../store/staff.ts'
import type { From, OidcOffer, PeopleParts } from './parts.ts'
import type { Begun, Sessions } from './sessions.ts'

const FLOW_LASTS = 10 * MINUTE

export type Oidc = {
  /** Where to send the browser, and the state to keep in a cookie until it comes back. */
  start(returnTo: string): Promise<{ ok: true; address: string; state: string } | Refused>
  /** Ends the journey: `address` is the whole address the provider sent the browser to. */
  finish(back: { address: URL; state: string }, from: From): Promise<(Begun & { ok: true; returnTo: string }) | Refused>
}

type Parts = Pick<PeopleParts, 'db' | 'clock' | 'district' | 'oidc'> & { readonly sessions: Sessions }

const hashOf = (state: string): string => createHash('sha256').update(state).digest('hex')

/**
 * Sign-in at the city's identity server: OpenID Connect Core 1.0, authorization code with PKCE (RFC 7636), state and
 * nonce. Only an account that an administrator opened here is let in; the provider's word creates none.
 */
export function createOidc(parts: Parts): Oidc {
  const { db, clock, district, oidc, sessions } = parts
  let known: Promise<client.Configuration> | null = null

  async function provider(offer: OidcOffer): Promise<client.Configuration> {
    known ??= discover(offer)
    try {
      return await known
    } catch (error) {
      known = null // asked again next time: the provider may have been away
      throw error
    }
  }

  return {
    async start(returnTo) {
      if (oidc === null) return refused('oidc-not-offered', 404)
      const configuration = await orNull(provider(oidc))
      if (configuration === null) return refused('oidc-failed')
      const [verifier, state, nonce] = [client.randomPKCECodeVerifier(), client.randomState(), client.randomNonce()]
      await writeFlow(db, district, hashOf(state), { verifier, nonce, returnTo }, later(clock.now(), FLOW_LASTS))
      const address = client.buildAuthorizationUrl(configuration, {
        redirect_uri: oidc.redirectUri,
        scope: 'openid profile',
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      })
      return { ok: true, address: address.href, state }
    },

    async finish({ address, state }, from) {
      if (oidc === null) return refused('oidc-not-offered', 404)
      const at = clock.now()
      const flow = await takeFlow(db, district, hashOf(state), at)
      if (flow === null) return refused('oidc-failed')
      const name = await nameFrom(await orNull(provider(oidc)), { address, state, ...flow, claim: oidc.claim })
      const staff = name === null ? null : await findSecretsByAccount(db, district, name.toLowerCase())
      const line = {
        district,
        at,
        kind: 'staff',
        who: staff?.id ?? null,
        unit: staff?.unit ?? null,
        way: 'oidc',
        ...from,
      } as const
      const refusal = name === null ? 'oidc-failed' : staff?.state === 'active' ? null : 'unknown-identity'
      await logLogin(db, { ...line, account: staff?.account ?? '?', outcome: refusal ?? 'done' })
      if (refusal !== null || staff === null) return refused(refusal ?? 'unknown-identity', 403)
      const begun = await sessions.begin(db, district, staff.id, 'oidc', from)
      return { ok: true, returnTo: flow.returnTo, ...begun }
    },
  }
}

async function discover(offer: OidcOffer): Promise<client.Configuration> {
  const issuer = new URL(offer.issuer)
  // Plain http is for a provider on the same machine; discovery over a network without TLS could name any provider.
  const isLoopback = issuer.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(issuer.hostname)
  const secret = offer.clientSecret === null ? client.None() : client.ClientSecretPost(offer.clientSecret)
  return client.discovery(issuer, offer.clientId, undefined, secret, {
    execute: isLoopback ? [client.allowInsecureRequests] : [],
    timeout: 10,
  })
}

type Back = { address: URL; state: string; verifier: string; nonce: string; claim: string }

/** The account name in the provider's signed word, or null when its answer cannot be believed. */
async function nameFrom(provider: client.Configuration | null, back: Back): Promise<string | null> {
  if (provider === null) return null
  const tokens = await orNull(
    client.authorizationCodeGrant(provider, back.address, {
      pkceCodeVerifier: back.verifier,
      expectedState: back.state,
      expectedNonce: back.nonce,
      idTokenExpected: true,
    }),
  )
  const signed = tokens?.claims()
  if (tokens === null || signed === undefined) return null
  // Many providers keep all but the subject for their userinfo endpoint (OpenID Connect Core 5.4).
  const asked = signed[back.claim] === undefined
  const told = asked ? await orNull(client.fetchUserInfo(provider, tokens.access_token, signed.sub)) : signed
  const name = told?.[back.claim]
  return typeof name === 'string' && name !== '' ? name : null
}

/** Whatever went wrong with a foreign server is one answer to the person: it did not succeed. */
async function orNull<T>(promise: Promise<T>): Promise<T | null> {
  try {
    return await promise
  } catch {
    return null
  }
}
