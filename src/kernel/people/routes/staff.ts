import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { decodeCursor, Page, pageOf, pageQuery } from '../../../platform/http/paging.ts'
import { problems, type Refused, refused } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { createAccount, endSessionsOf, resetAccount, setAccountState } from '../handle/accounts.ts'
import type { StaffAccount, StaffId } from '../model.ts'
import { findStaff, staffPage } from '../store/staff.ts'
import { operatorOf, signedOf, staffOnly } from './door.ts'
import type { MeParts } from './me.ts'
import { HandedPassword, Ok, oneOf, StaffIdText, StaffLine, Text, UnitIdText } from './shapes.ts'

const tags = ['people']
const right = 'people.manage'
const Params = Type.Object({ id: StaffIdText })

/** Staff accounts, for administrators, each within the units his scope covers. Posts are given in organisations. */
export function staffRoutes(http: Http, parts: MeParts): void {
  const { db, clock, authority } = parts
  const guard = { onRequest: [staffOnly, authority.needs(right)] }
  const by = (request: FastifyRequest) => operatorOf(request, authority, clock.now())

  http.get(
    '/api/people/staff',
    {
      ...guard,
      schema: {
        tags,
        summary: 'Staff accounts in my scope',
        querystring: Type.Object({
          ...pageQuery,
          unit: Type.Optional(UnitIdText),
          q: Type.Optional(Type.String({ maxLength: 40 })),
        }),
        response: { 200: Page(StaffLine), ...problems },
      },
    },
    async (request) => {
      const { after, unit, q, limit = 50 } = request.query
      const cursor = after === undefined ? null : decodeCursor(after, 1)
      if (cursor && !cursor.ok) return cursor
      const scope = authority.scope(request, right, { unit: 'unit', holder: 'id' })
      const { district } = signedOf(request)
      const rows = await staffPage(db, {
        district,
        scope,
        unit: unit ?? null,
        text: q ?? null,
        after: textOf(cursor?.key[0]),
        limit,
      })
      const page = pageOf(rows, limit, ({ id }) => [id])
      return { ...page, rows: [...page.rows] }
    },
  )

  http.post(
    '/api/people/staff',
    {
      ...guard,
      schema: {
        tags,
        summary: 'Opens an account',
        body: Type.Object({
          account: Type.String({ title: '账号', pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{2,39}$' }),
          name: Text('姓名', 40),
          unit: UnitIdText,
        }),
        response: { 200: HandedPassword, ...problems },
      },
    },
    async (request) => {
      const { account, name } = request.body
      const unit = request.body.unit as StaffAccount['unit']
      if (!authority.covers(request, right, { unit, holder: null })) return refused('not-yours', 403)
      return createAccount(parts, by(request), { account, name, unit })
    },
  )

  careRoutes(http, parts)
}

function careRoutes(http: Http, parts: MeParts): void {
  const { clock, authority } = parts
  const guard = { onRequest: [staffOnly, authority.needs(right)] }
  const by = (request: FastifyRequest) => operatorOf(request, authority, clock.now())

  http.post(
    '/api/people/staff/:id/state',
    {
      ...guard,
      schema: {
        tags,
        summary: 'Locks or unlocks an account; closing is a hand-over',
        params: Params,
        body: Type.Object({ state: oneOf(['active', 'locked'], '状态') }),
        response: { 200: Ok, ...problems },
      },
    },
    async (request) => {
      const found = await reachable(parts, request, request.params.id as StaffId)
      return found.ok ? setAccountState(parts, by(request), found.staff.id, request.body.state) : found
    },
  )

  http.post(
    '/api/people/staff/:id/reset',
    {
      ...guard,
      schema: {
        tags,
        summary: 'A new password, shown once',
        params: Params,
        body: Type.Object({ totp: Type.Optional(Type.Boolean({ description: 'also lets a lost authenticator go' })) }),
        response: { 200: HandedPassword, ...problems },
      },
    },
    async (request) => {
      const found = await reachable(parts, request, request.params.id as StaffId)
      return found.ok ? resetAccount(parts, by(request), found.staff.id, request.body.totp ?? false) : found
    },
  )

  http.delete(
    '/api/people/staff/:id/sessions',
    {
      ...guard,
      schema: { tags, summary: 'Ends all his sessions', params: Params, response: { 200: Ok, ...problems } },
    },
    async (request) => {
      const found = await reachable(parts, request, request.params.id as StaffId)
      return found.ok ? endSessionsOf(parts, by(request), found.staff.id) : found
    },
  )
}

/**
 * The account, if the one who asks may manage it. Somebody out of scope is as unknown as nobody.
 * Nobody manages himself, and nobody somebody who may do what he may not: a new password would be his rights.
 */
async function reachable(
  { db, authority }: MeParts,
  request: FastifyRequest,
  id: StaffId,
): Promise<{ ok: true; staff: StaffAccount } | Refused> {
  const signed = signedOf(request)
  const staff = await findStaff(db, signed.district, id)
  if (staff === null || !authority.covers(request, right, { unit: staff.unit, holder: id }))
    return refused('no-such-account', 404)
  if (id === signed.id) return refused('not-yours', 403)
  return (await authority.outranks(request, id)) ? refused('not-yours', 403) : { ok: true, staff }
}

const textOf = (key: string | number | null | undefined): string | null =>
  key === undefined || key === null ? null : String(key)
