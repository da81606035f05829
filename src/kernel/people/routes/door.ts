import cookie from '@fastify/cookie'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Expression, SqlBool } from 'kysely'
import { refused } from '../../../platform/http/problem.ts'
import type { Instant } from '../../../platform/time.ts'
import type { Operator } from '../handle/operations.ts'
import type { From } from '../handle/parts.ts'
import type { Sessions } from '../handle/sessions.ts'
import type { Signed, StaffId } from '../model.ts'
import { comesFromHere } from '../rules/origin.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is signed in, or null; what he may do is the organisations house's answer. */
    signed: Signed | null
  }
}

export const SESSION_COOKIE = 'yw_session'

/** What the organisations house knows of somebody; handed in, because people come before organisations. */
export type Authority = {
  needs(right: string): Guard
  /** Whether the one who asks has the right over a staff member of that unit. */
  covers(
    request: FastifyRequest,
    right: string,
    thing: { readonly unit: string | null; readonly holder: string | null },
  ): boolean
  /** The same as a condition on rows. */
  scope(
    request: FastifyRequest,
    right: string,
    columns: { readonly unit: string; readonly holder: string; readonly district?: string },
  ): () => Expression<SqlBool>
  /** Whether the staff member may do something that the one who asks may not, anywhere. */
  outranks(request: FastifyRequest, staff: StaffId): Promise<boolean>
  unitOf(request: FastifyRequest): string | null
  /** What units, posts, roles and people of these ids are called; what has no name is left out. */
  names(district: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** For the staff's own page: his posts as they are today. */
  describe(request: FastifyRequest): Promise<DescribedPosts>
}

export type DescribedPosts = {
  readonly name: string
  readonly unit: string
  readonly unitName: string
  readonly rights: string[]
  readonly capacities: string[]
  readonly posts: {
    readonly id: string
    readonly unit: string
    readonly unitName: string
    readonly role: string
    readonly roleName: string
    readonly scope: string
    readonly partTime: boolean
    readonly actingFor: string | null
  }[]
}

/** A hook for `onRequest`: refuses before anything of the request is read. */
export type Guard = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>

/** Everybody who comes in is recognised here, once; whoever is known by cookie must come from our own pages. */
export async function recogniseEverybody(http: FastifyInstance, sessions: Sessions): Promise<void> {
  if (!http.hasReplyDecorator('setCookie')) await http.register(cookie)
  http.decorateRequest('signed', null)
  http.addHook('onRequest', async (request, reply) => {
    const { token, known } = tokenOf(request)
    if (!comesFromHere({ ...provenance(request), known })) return reply.send(refused('other-site', 403))
    request.signed = token === null ? null : await sessions.identify(token)
  })
}

type Token = { readonly token: string | null; readonly known: 'cookie' | 'bearer' | 'not' }

/** A bearer token goes before a cookie, as it was sent on purpose. */
export function tokenOf(request: FastifyRequest): Token {
  const bearer = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
  if (bearer !== undefined) return { token: bearer, known: 'bearer' }
  const token = request.cookies[SESSION_COOKIE]
  return token === undefined || token === '' ? { token: null, known: 'not' } : { token, known: 'cookie' }
}

const provenance = ({ method, host, headers }: FastifyRequest) => ({
  method,
  host,
  origin: headers.origin,
  fetchSite: headers['sec-fetch-site'] === undefined ? undefined : String(headers['sec-fetch-site']),
})

export const signedIn: Guard = async ({ signed }, reply) => {
  if (signed === null) return reply.send(refused('not-signed-in', 401))
}

export const staffOnly: Guard = async ({ signed }, reply) => {
  if (signed === null) return reply.send(refused('not-signed-in', 401))
  if (signed.kind !== 'staff') return reply.send(refused('staff-only', 403))
}

export const residentOnly: Guard = async ({ signed }, reply) => {
  if (signed === null) return reply.send(refused('not-signed-in', 401))
  if (signed.kind !== 'resident') return reply.send(refused('residents-only', 403))
}

/** Behind `signedIn`: who it is. Throws on a route that forgot the guard. */
export function signedOf(request: FastifyRequest): Signed {
  if (request.signed === null) throw new Error(`${request.routeOptions.url} has no guard`)
  return request.signed
}

/** Behind `staffOnly`. */
export function staffSignedOf(request: FastifyRequest): Extract<Signed, { kind: 'staff' }> {
  const signed = signedOf(request)
  if (signed.kind !== 'staff') throw new Error(`${request.routeOptions.url} has no guard for staff`)
  return signed
}

/** Behind `residentOnly`. */
export function residentSignedOf(request: FastifyRequest): Extract<Signed, { kind: 'resident' }> {
  const signed = signedOf(request)
  if (signed.kind !== 'resident') throw new Error(`${request.routeOptions.url} has no guard for residents`)
  return signed
}

export const fromOf = (request: FastifyRequest): From => ({
  ip: request.ip,
  agent: String(request.headers['user-agent'] ?? '').slice(0, 300),
})

/** Behind `signedIn`: the line the operation log begins with. */
export function operatorOf(request: FastifyRequest, authority: Pick<Authority, 'unitOf'>, at: Instant): Operator {
  const { district, id } = signedOf(request)
  return { district, who: id, unit: authority.unitOf(request), ip: request.ip, at }
}

/** The cookie lasts as long as the session may; scripts cannot read it, other sites' posts do not carry it. */
export function giveCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  begun: { token: string; endsAt: Instant },
): void {
  reply.setCookie(SESSION_COOKIE, begun.token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: request.protocol === 'https',
    expires: new Date(begun.endsAt),
  })
}

export const takeCookie = (request: FastifyRequest, reply: FastifyReply): unknown =>
  reply.clearCookie(SESSION_COOKIE, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: request.protocol === 'https',
  })
