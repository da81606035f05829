import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { isCreditCode } from '../../../platform/forms/formats.ts'
import { problems, refused } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { changePassword } from '../handle/accounts.ts'
import type { PeopleParts } from '../handle/parts.ts'
import { nameResident, residentFacts } from '../handle/residents.ts'
import { confirmTotp, dropTotp, enrolTotp } from '../handle/second-step.ts'
import type { Sessions } from '../handle/sessions.ts'
import type { SessionId, Signed } from '../model.ts'
import { maskPhone } from '../rules/phone.ts'
import { agenciesOf, claimAgency, dropAgency } from '../store/residents.ts'
import { findStaff } from '../store/staff.ts'
import {
  type Authority,
  operatorOf,
  residentOnly,
  residentSignedOf,
  signedIn,
  signedOf,
  staffOnly,
  staffSignedOf,
} from './door.ts'
import { AgencyBody, Me, Ok, OrNull, Password, SessionLine, Text } from './shapes.ts'

export type MeParts = PeopleParts & {
  readonly sessions: Sessions
  readonly authority: Authority
  readonly issuer: string
}
const tags = ['people']
const done = { 200: Ok, ...problems }

/** What everybody may see and do about himself, and nobody about another. */
export function meRoutes(http: Http, parts: MeParts): void {
  const { sessions } = parts

  http.get(
    '/api/people/me',
    { onRequest: signedIn, schema: { tags, summary: 'Who I am and what I may', response: { 200: Me, ...problems } } },
    async (request) => (await meOf(parts, request, signedOf(request))) ?? refused('no-such-account', 404),
  )

  http.get(
    '/api/people/session',
    {
      schema: {
        tags,
        summary: 'Who is signed in here, if anybody: what a page asks that is open to everybody',
        response: { 200: Type.Object({ me: OrNull(Me) }), ...problems },
      },
    },
    async (request) => ({ me: request.signed && (await meOf(parts, request, request.signed)) }),
  )

  http.get(
    '/api/people/sessions',
    {
      onRequest: signedIn,
      schema: {
        tags,
        summary: 'Where I am signed in',
        response: { 200: Type.Object({ rows: Type.Array(SessionLine) }), ...problems },
      },
    },
    async (request) => {
      const { district, id, session } = signedOf(request)
      const rows = await sessions.list(district, id)
      return { rows: rows.map((row) => ({ ...row, current: row.id === session })) }
    },
  )

  http.delete(
    '/api/people/sessions/:id',
    {
      onRequest: signedIn,
      schema: {
        tags,
        summary: 'Ends a session of mine',
        params: Type.Object({ id: Type.String({ maxLength: 60 }) }),
        response: done,
      },
    },
    async (request) => {
      const { district, id } = signedOf(request)
      const ended = await sessions.end(district, id, request.params.id as SessionId)
      return ended ? ({ ok: true } as const) : refused('no-such-session', 404)
    },
  )

  secondStepRoutes(http, parts)
  agencyRoutes(http, parts)
}

async function meOf(parts: MeParts, request: FastifyRequest, signed: Signed) {
  if (signed.kind === 'resident') return residentMe(parts, signed)
  const { id, district } = signed
  const staff = await findStaff(parts.db, district, id)
  if (staff === null) return null
  const { account, totp } = staff
  return { kind: 'staff', id, district, account, totp, ...(await parts.authority.describe(request)) } as const
}

async function residentMe(parts: MeParts, { district, id }: Extract<Signed, { kind: 'resident' }>) {
  const facts = await residentFacts(parts, district, id)
  return { kind: 'resident', id, district, phone: facts && maskPhone(facts.phone), name: facts?.name ?? null } as const
}

function secondStepRoutes(http: Http, parts: MeParts): void {
  const { authority, clock, issuer } = parts

  http.post(
    '/api/people/password',
    {
      onRequest: staffOnly,
      schema: {
        tags,
        summary: 'Changes my password; my other sessions end',
        body: Type.Object({ password: Password, newPassword: Password }),
        response: done,
      },
    },
    async (request) =>
      changePassword(parts, operatorOf(request, authority, clock.now()), staffSignedOf(request), request.body),
  )

  http.post(
    '/api/people/totp',
    {
      onRequest: staffOnly,
      schema: {
        tags,
        summary: 'Begins a second step',
        response: {
          200: Type.Object({ ok: Type.Literal(true), secret: Type.String(), address: Type.String() }),
          ...problems,
        },
      },
    },
    async (request) => enrolTotp(parts, staffSignedOf(request), issuer),
  )

  http.post(
    '/api/people/totp/confirm',
    {
      onRequest: staffOnly,
      schema: {
        tags,
        summary: 'Turns the second step on',
        body: Type.Object({ code: Type.String({ title: '动态验证码', pattern: '^\\d{6}$' }) }),
        response: {
          200: Type.Object({ ok: Type.Literal(true), recoveryCodes: Type.Array(Type.String()) }),
          ...problems,
        },
      },
    },
    async (request) =>
      confirmTotp(parts, operatorOf(request, authority, clock.now()), staffSignedOf(request), request.body.code),
  )

  http.post(
    '/api/people/totp/remove',
    {
      onRequest: staffOnly,
      schema: {
        tags,
        summary: 'Turns the second step off',
        body: Type.Object({ password: Password, code: Type.String({ maxLength: 20 }) }),
        response: done,
      },
    },
    async (request) =>
      dropTotp(parts, operatorOf(request, authority, clock.now()), staffSignedOf(request), request.body),
  )
}

function agencyRoutes(http: Http, parts: MeParts): void {
  const { db, clock } = parts
  const line = Type.Object({ ...AgencyBody.properties, claimedAt: Type.String(), confirmedAt: OrNull(Type.String()) })

  http.put(
    '/api/people/name',
    {
      onRequest: residentOnly,
      schema: {
        tags,
        summary: 'How I want to be called',
        body: Type.Object({ name: Text('姓名', 40) }),
        response: done,
      },
    },
    async (request) => {
      const { district, id } = residentSignedOf(request)
      return nameResident(parts, district, id, request.body.name)
    },
  )

  http.get(
    '/api/people/agencies',
    {
      onRequest: residentOnly,
      schema: {
        tags,
        summary: 'The organisations I act for',
        response: { 200: Type.Object({ rows: Type.Array(line) }), ...problems },
      },
    },
    async (request) => {
      const { district, id } = residentSignedOf(request)
      return { rows: [...(await agenciesOf(db, district, id))] }
    },
  )

  http.put(
    '/api/people/agencies',
    {
      onRequest: residentOnly,
      schema: { tags, summary: 'I act for an organisation', body: AgencyBody, response: done },
    },
    async (request) => {
      const { district, id } = residentSignedOf(request)
      if (!isCreditCode(request.body.creditCode)) return refused('credit-code-wrong')
      await claimAgency(db, district, id, request.body, clock.now())
      return { ok: true } as const
    },
  )

  http.delete(
    '/api/people/agencies/:creditCode',
    {
      onRequest: residentOnly,
      schema: {
        tags,
        summary: 'I no longer act for it',
        params: Type.Object({ creditCode: Type.String({ maxLength: 18 }) }),
        response: done,
      },
    },
    async (request) => {
      const { district, id } = residentSignedOf(request)
      const dropped = await dropAgency(db, district, id, request.params.creditCode)
      return dropped ? ({ ok: true } as const) : refused('not-found', 404)
    },
  )
}
