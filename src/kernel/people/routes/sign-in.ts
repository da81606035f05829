import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { problems, refused } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { sendCode } from '../handle/codes.ts'
import { createOidc } from '../handle/oidc.ts'
import type { PeopleParts } from '../handle/parts.ts'
import { signInResident } from '../handle/residents.ts'
import type { Begun, Sessions } from '../handle/sessions.ts'
import { signInStaff } from '../handle/staff-sign-in.ts'
import { fromOf, giveCookie, takeCookie } from './door.ts'
import { Account, District, Ok, OrNull, Password, Phone, SignedInAnswer } from './shapes.ts'

type Parts = PeopleParts & { readonly sessions: Sessions }
const tags = ['people']
const signedInAnswer = { 200: SignedInAnswer, ...problems }

/** The doors through which one comes in and goes out. Open to everybody, braked by telephone, account and address. */
export function signInRoutes(http: Http, parts: Parts): void {
  const { district: here, demo } = parts

  http.post(
    '/api/people/request-code',
    {
      schema: {
        tags,
        summary: 'A one-time code to a telephone',
        body: Type.Object({ phone: Phone, district: District }),
        response: {
          200: Type.Object({
            ok: Type.Literal(true),
            lasts: Type.Integer({ description: 'seconds' }),
            code: OrNull(Type.String({ description: 'in the demo only' })),
          }),
          ...problems,
        },
      },
    },
    async (request) => {
      const { phone, district = here } = request.body
      const sent = await sendCode(parts, { district, phone, purpose: 'sign-in' }, fromOf(request))
      return sent.ok ? ({ ok: true, lasts: 300, code: demo ? sent.code : null } as const) : sent
    },
  )

  http.post(
    '/api/people/sign-in',
    {
      schema: {
        tags,
        summary: 'A resident signs in with the code',
        body: Type.Object({
          phone: Phone,
          code: Type.String({ title: '验证码', minLength: 1, maxLength: 12 }),
          district: District,
        }),
        response: signedInAnswer,
      },
    },
    async (request, reply) => {
      const { district = here, ...given } = request.body
      const signed = await signInResident(parts, { ...given, district }, fromOf(request))
      return signed.ok ? welcome(request, reply, signed) : signed
    },
  )

  staffSignInRoutes(http, parts)
  oidcRoutes(http, parts)
}

function staffSignInRoutes(http: Http, parts: Parts): void {
  const { district: here, sessions } = parts
  http.post(
    '/api/people/staff/sign-in',
    {
      schema: {
        tags,
        summary: 'Staff sign in with account and password',
        body: Type.Object({
          account: Account,
          password: Password,
          totp: Type.Optional(Type.String({ title: '动态验证码', maxLength: 20 })),
          newPassword: Type.Optional(Password),
          district: District,
        }),
        response: signedInAnswer,
      },
    },
    async (request, reply) => {
      const { district = here, ...given } = request.body
      const signed = await signInStaff(parts, { ...given, district }, fromOf(request))
      return signed.ok ? welcome(request, reply, signed) : signed
    },
  )

  http.post(
    '/api/people/sign-out',
    { schema: { tags, summary: 'Ends this session', response: { 200: Ok, ...problems } } },
    async (request, reply) => {
      const { signed } = request
      if (signed !== null) await sessions.end(signed.district, signed.id, signed.session)
      takeCookie(request, reply)
      return { ok: true } as const
    },
  )
}

function welcome(request: FastifyRequest, reply: FastifyReply, { token, session }: Begun) {
  giveCookie(request, reply, { token, endsAt: session.endsAt })
  return { ok: true, token, endsAt: session.endsAt, id: session.who } as const
}

const STATE_COOKIE = 'yw_oidc'

/** A path of our own and nothing else: the way back must not lead to another site. */
const pathHere = (path: string | undefined): string =>
  path !== undefined && /^\/(?![/\\])[\x21-\x7e]*$/.test(path) ? path : '/'

function oidcRoutes(http: Http, parts: Parts): void {
  const oidc = createOidc(parts)

  http.get(
    '/api/people/oidc/offered',
    {
      schema: {
        tags,
        summary: 'Whether single sign-on is offered',
        response: { 200: Type.Object({ offered: Type.Boolean() }) },
      },
    },
    async () => ({ offered: parts.oidc !== null }),
  )

  http.get(
    '/api/people/oidc/start',
    {
      schema: {
        tags,
        summary: 'To the identity server',
        querystring: Type.Object({ returnTo: Type.Optional(Type.String({ maxLength: 500 })) }),
      },
    },
    async (request, reply) => {
      const begun = await oidc.start(pathHere(request.query.returnTo))
      if (!begun.ok) return begun
      const secure = request.protocol === 'https'
      reply.setCookie(STATE_COOKIE, begun.state, {
        path: '/api/people/oidc',
        httpOnly: true,
        sameSite: 'lax',
        secure,
        maxAge: 600,
      })
      return reply.redirect(begun.address)
    },
  )

  http.get(
    '/api/people/oidc/callback',
    {
      schema: {
        tags,
        summary: 'Back from the identity server',
        querystring: Type.Object(
          { state: Type.Optional(Type.String({ maxLength: 200 })) },
          { additionalProperties: true },
        ),
      },
    },
    async (request, reply) => {
      const state = request.cookies[STATE_COOKIE]
      reply.clearCookie(STATE_COOKIE, { path: '/api/people/oidc' })
      // The browser that went must be the one that comes back, or somebody could be signed in as another.
      if (state === undefined || state !== request.query.state || parts.oidc === null) return refused('oidc-failed')
      const address = new URL(parts.oidc.redirectUri)
      address.search = new URL(request.url, address).search
      const back = await oidc.finish({ address, state }, fromOf(request))
      if (!back.ok) return back
      giveCookie(request, reply, { token: back.token, endsAt: back.session.endsAt })
      return reply.redirect(back.returnTo)
    },
  )
}
