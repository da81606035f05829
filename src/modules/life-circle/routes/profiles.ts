import { Type } from 'typebox'
import { needs, staffOf } from '../../../kernel/organisations/routes/door.ts'
import { problems, refused } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { previewProfile } from '../handle/preview.ts'
import { editProfile, profilesOf, wholeProfile } from '../handle/profiles.ts'
import { ProfileBody, ProfileView } from '../model/profile.ts'
import { PreviewBody, PreviewView } from '../model/profile-preview.ts'
import { READ_RIGHT, SET_RIGHT } from '../policy.ts'
import { findNetwork } from '../store/networks.ts'
import { putStanding, standingOf } from '../store/profiles.ts'
import { type LifeCircleRouteParts, logged } from './parts.ts'

const tags = ['life-circle']
const OrNull = (type: ReturnType<typeof Type.String> | ReturnType<typeof Type.Integer>) =>
  Type.Union([type, Type.Null()])
const Versions = Type.Array(
  Type.Object({
    version: Type.Integer(),
    note: Type.String(),
    changedAt: OrNull(Type.String()),
    changedBy: OrNull(Type.String()),
  }),
)
const params = Type.Object({ id: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,59}$' }) })

/** What circles are measured by: read by planners, changed by few, every version kept. */
export function profileRoutes(http: Http, parts: LifeCircleRouteParts): void {
  readRoutes(http, parts)
  editRoutes(http, parts)
  standingRoute(http, parts)
}

function readRoutes(http: Http, { db }: LifeCircleRouteParts): void {
  http.get(
    '/api/life-circle/profiles',
    {
      onRequest: needs(READ_RIGHT),
      schema: {
        tags,
        summary: 'What circles may be measured by, each in its newest version',
        response: {
          200: Type.Object({ rows: Type.Array(ProfileView), standing: Type.Union([Type.String(), Type.Null()]) }),
          ...problems,
        },
      },
    },
    async (request) => {
      const { district } = staffOf(request)
      const [rows, { profile }] = await Promise.all([profilesOf(db, district), standingOf(db, district)])
      return { rows, standing: profile ?? rows.find(({ active }) => active)?.id ?? null }
    },
  )

  http.get(
    '/api/life-circle/profiles/:id',
    {
      onRequest: needs(READ_RIGHT),
      schema: {
        tags,
        summary: 'One profile, or a past version of it, and who changed it when',
        params,
        querystring: Type.Object({ version: Type.Optional(Type.Integer({ minimum: 0 })) }),
        response: {
          200: Type.Object({ ok: Type.Literal(true), profile: ProfileView, versions: Versions }),
          ...problems,
        },
      },
    },
    async (request) => wholeProfile(db, staffOf(request).district, { ...request.params, ...request.query }),
  )
}

function editRoutes(http: Http, parts: LifeCircleRouteParts): void {
  http.put(
    '/api/life-circle/profiles/:id',
    {
      onRequest: needs(SET_RIGHT),
      schema: {
        tags,
        summary: 'Writes the next version of a profile, or a new profile',
        params,
        body: Type.Object(
          {
            seen: Type.Union([Type.Integer({ minimum: 0 }), Type.Null()], { title: '看到的版本' }),
            note: Type.String({ maxLength: 300, title: '修改说明' }),
            body: ProfileBody,
          },
          { additionalProperties: false },
        ),
        response: { 200: Type.Object({ ok: Type.Literal(true), profile: ProfileView }), ...problems },
      },
    },
    async (request) => {
      const { id } = request.params
      const { district } = staffOf(request)
      const deed = { what: 'life-circle.profile', target: id }
      return logged(parts, request, deed, (tx, stroke) => editProfile(tx, district, { id, ...request.body }, stroke))
    },
  )

  http.post(
    '/api/life-circle/profiles/:id/preview',
    {
      onRequest: needs(SET_RIGHT),
      schema: {
        tags,
        summary: 'What a next version would change in the figures of the district; nothing is kept',
        params,
        body: PreviewBody,
        response: { 200: PreviewView, ...problems },
      },
    },
    async (request) => {
      const { body, walker = 'adult' } = request.body
      return previewProfile(parts, staffOf(request).district, { id: request.params.id, body, walker })
    },
  )
}

function standingRoute(http: Http, parts: LifeCircleRouteParts): void {
  http.put(
    '/api/life-circle/standing',
    {
      onRequest: needs(SET_RIGHT),
      schema: {
        tags,
        summary: 'By which profile and on which network the district measures when nobody names one',
        body: Type.Object(
          {
            profile: Type.Optional(Type.String({ maxLength: 60, title: '标准' })),
            network: Type.Optional(Type.Integer({ minimum: 1, title: '路网版本' })),
          },
          { additionalProperties: false, minProperties: 1 },
        ),
        response: { 200: Type.Object({ ok: Type.Literal(true) }), ...problems },
      },
    },
    async (request) => {
      const { profile, network } = request.body
      const { district } = staffOf(request)
      const target = [profile, network].filter((one) => one !== undefined).join(' ')
      return logged(parts, request, { what: 'life-circle.standing', target }, async (tx) => {
        const found = profile === undefined ? null : await wholeProfile(tx, district, { id: profile })
        if (found && !found.ok) return found
        if (network !== undefined && !(await findNetwork(tx, district, network))) return refused('no-such-network', 404)
        await putStanding(tx, district, request.body)
        return { ok: true as const }
      })
    },
  )
}
