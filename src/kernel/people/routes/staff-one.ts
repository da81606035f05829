import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { problems, type Refused, refused } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { changeAccount, endSessionsOf, forgetSecondStep, resetAccount, setAccountState } from '../handle/accounts.ts'
import type { StaffAccount, StaffId } from '../model.ts'
import { heldUntil } from '../store/brakes.ts'
import { findStaff } from '../store/staff.ts'
import { operatorOf, signedOf, staffOnly } from './door.ts'
import type { MeParts } from './me.ts'
import { HandedPassword, Ok, oneOf, SessionLine, StaffIdText, StaffOne, Text, UnitIdText } from './shapes.ts'

const tags = ['people']
const right = 'people.manage'
const Params = Type.Object({ id: StaffIdText })

type Mine = (
  request: FastifyRequest<{ Params: { id: string } }>,
) => Promise<{ ok: true; staff: StaffAccount } | Refused>

/** One account: what is known of it, and everything an administrator may do to it. */
export function staffOneRoutes(http: Http, parts: MeParts): void {
  const mine: Mine = (request) => reachable(parts, request, request.params.id as StaffId)
  readRoutes(http, parts)
  changeRoutes(http, parts, mine)
  careRoutes(http, parts, mine)
}

function readRoutes(http: Http, parts: MeParts): void {
  const { db, clock, authority, sessions } = parts
  const guard = { onRequest: [staffOnly, authority.needs(right)] }

  http.get(
    '/api/people/staff/:id',
    {
      ...guard,
      schema: {
        tags,
        summary: 'One account, and whether I may change it',
        params: Params,
        response: { 200: StaffOne, ...problems },
      },
    },
    async (request) => {
      const found = await visible(parts, request, request.params.id as StaffId)
      if (!found.ok) return found
      const { district, id, account } = found.staff
      const held = await heldUntil(db, { district, name: 'sign-in-account', of: account }, clock.now())
      const may = (await reachable(parts, request, id)).ok
      return { ...found.staff, heldUntil: held, may }
    },
  )

  http.get(
    '/api/people/staff/:id/sessions',
    {
      ...guard,
      schema: {
        tags,
        summary: 'Where he is signed in',
        params: Params,
        response: { 200: Type.Object({ rows: Type.Array(SessionLine) }), ...problems },
      },
    },
    async (request) => {
      const found = await visible(parts, request, request.params.id as StaffId)
      if (!found.ok) return found
      const { session } = signedOf(request)
      const rows = await sessions.list(found.staff.district, found.staff.id)
      return { rows: rows.map((one) => ({ ...one, current: one.id === session })) }
    },
  )
}

function changeRoutes(http: Http, parts: MeParts, mine: Mine): void {
  const { clock, authority } = parts
  const guard = { onRequest: [staffOnly, authority.needs(right)] }

  http.put(
    '/api/people/staff/:id',
    {
      ...guard,
      schema: {
        tags,
        summary: 'Another name, another home unit',
        params: Params,
        body: Type.Object({ name: Text('姓名', 40), unit: UnitIdText }, { additionalProperties: false }),
        response: { 200: Ok, ...problems },
      },
    },
    async (request) => {
      const found = await mine(request)
      if (!found.ok) return found
      const { name } = request.body
      const unit = request.body.unit as StaffAccount['unit']
      if (!authority.covers(request, right, { unit, holder: null })) return refused('not-yours', 403)
      const by = operatorOf(request, authority, clock.now())
      return changeAccount(parts, by, found.staff.id, { name, unit })
    },
  )

  http.post(
    '/api/people/staff/:id/state',
    {
      ...guard,
      schema: {
        tags,
        summary: 'Locks or unlocks an account; closing is a hand-over',
        params: Params,
        body: Type.Object(
          {
            state: oneOf(['active', 'locked'], '状态'),
            reason: Type.Optional(Type.String({ title: '原因', pattern: '^[a-z][a-z0-9-]{0,39}$' })),
          },
          { additionalProperties: false },
        ),
        response: { 200: Ok, ...problems },
      },
    },
    async (request) => {
      const found = await mine(request)
      const by = operatorOf(request, authority, clock.now())
      return found.ok ? setAccountState(parts, by, found.staff.id, request.body) : found
    },
  )
}

function careRoutes(http: Http, parts: MeParts, mine: Mine): void {
  const { clock, authority } = parts
  const guard = { onRequest: [staffOnly, authority.needs(right)] }
  const by = (request: FastifyRequest) => operatorOf(request, authority, clock.now())

  http.post(
    '/api/people/staff/:id/reset',
    {
      ...guard,
      schema: {
        tags,
        summary: 'A new password, shown once',
        params: Params,
        body: Type.Object(
          { totp: Type.Optional(Type.Boolean({ description: 'also lets a lost authenticator go' })) },
          { additionalProperties: false },
        ),
        response: { 200: HandedPassword, ...problems },
      },
    },
    async (request) => {
      const found = await mine(request)
      return found.ok ? resetAccount(parts, by(request), found.staff.id, request.body.totp ?? false) : found
    },
  )

  http.delete(
    '/api/people/staff/:id/totp',
    {
      ...guard,
      schema: { tags, summary: 'Lets a lost authenticator go', params: Params, response: { 200: Ok, ...problems } },
    },
    async (request) => {
      const found = await mine(request)
      return found.ok ? forgetSecondStep(parts, by(request), found.staff.id) : found
    },
  )

  http.delete(
    '/api/people/staff/:id/sessions',
    {
      ...guard,
      schema: { tags, summary: 'Ends all his sessions', params: Params, response: { 200: Ok, ...problems } },
    },
    async (request) => {
      const found = await mine(request)
      return found.ok ? endSessionsOf(parts, by(request), found.staff.id) : found
    },
  )
}

type Found = { ok: true; staff: StaffAccount } | Refused

/** The account, if it lies in the scope of the one who asks. Somebody out of scope is as unknown as nobody. */
async function visible({ db, authority }: MeParts, request: FastifyRequest, id: StaffId): Promise<Found> {
  const staff = await findStaff(db, signedOf(request).district, id)
  const mine = staff !== null && authority.covers(request, right, { unit: staff.unit, holder: id })
  return mine ? { ok: true, staff } : refused('no-such-account', 404)
}

/**
 * The account, if the one who asks may manage it. Nobody manages himself, and nobody somebody who may do what he may
 * not: a new password would be his rights.
 */
async function reachable(parts: MeParts, request: FastifyRequest, id: StaffId): Promise<Found> {
  const found = await visible(parts, request, id)
  if (!found.ok) return found
  if (id === signedOf(request).id) return refused('not-yours', 403)
  return (await parts.authority.outranks(request, id)) ? refused('not-yours', 403) : found
}
