import { Type } from 'typebox'
import { problems } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { sortableId } from '../../../platform/ids.ts'
import { staffOnly } from '../../people/routes/door.ts'
import { OrNull, oneOf, UnitIdText } from '../../people/routes/shapes.ts'
import { PEOPLE_RIGHT } from '../handle/posts.ts'
import { previewPost, previewRole, previewUnit } from '../handle/previews.ts'
import { ROLES_RIGHT } from '../handle/roles.ts'
import { UNITS_RIGHT } from '../handle/units.ts'
import type { Post, Role, RoleId, UnitId } from '../model.ts'
import type { UnitCommand, UnitTraits } from '../rules/tree.ts'
import { needs, staffOf } from './door.ts'
import type { OrganisationRouteParts } from './parts.ts'
import { DayText, PostBody, RoleBody, RoleIdText, UnitChange } from './shapes.ts'

const tags = ['organisations']
const Named = Type.Object({ id: Type.String(), name: Type.String() })
const Names = Type.Array(Type.String())

const UnitPreview = Type.Object({
  ok: Type.Literal(true),
  refusal: OrNull(Type.String()),
  posts: Type.Integer(),
  duties: Type.Integer(),
  openCases: Type.Integer(),
  isFallback: Type.Boolean(),
  children: Type.Array(Named),
  matters: Type.Array(Named),
  shifts: Type.Array(Type.Object({ staffName: Type.String(), roleName: Type.String(), gains: Names, loses: Names })),
})
const { from: _from, ...traits } = UnitChange.properties

/** What would follow from a change, before anybody makes it. Nothing is written. */
export function previewRoutes(http: Http, parts: OrganisationRouteParts): void {
  unitRoute(http, parts)
  roleRoute(http, parts)
  postRoute(http, parts)
  rightsRoute(http, parts)
}

function unitRoute(http: Http, parts: OrganisationRouteParts): void {
  http.post(
    '/api/organisations/units/preview',
    {
      onRequest: needs(UNITS_RIGHT),
      schema: {
        tags,
        summary: 'What a change of the tree would do',
        body: Type.Object(
          {
            type: oneOf(['Open', 'Change', 'Close', 'Merge'], '操作'),
            id: Type.Optional(UnitIdText),
            into: Type.Optional(UnitIdText),
            from: DayText,
            ...traits,
          },
          { additionalProperties: false },
        ),
        response: { 200: UnitPreview, ...problems },
      },
    },
    async (request) => {
      const { type, id = `unit_${sortableId(parts.clock.now())}`, into = id, from, ...given } = request.body
      const command = {
        Open: { type: 'Open', id, from, traits: given as UnitTraits },
        Change: { type: 'Change', id, from, traits: given as Partial<UnitTraits> },
        Close: { type: 'Close', id, from },
        Merge: { type: 'Merge', id, into: into as UnitId, from },
      }[type] as UnitCommand
      const seen = await previewUnit(parts, staffOf(request), command)
      if (!seen.ok) return seen
      const shifts = seen.shifts.map((one) => ({ ...one, gains: [...one.gains], loses: [...one.loses] }))
      return { ...seen, children: [...seen.children], matters: [...seen.matters], shifts }
    },
  )
}

function roleRoute(http: Http, parts: OrganisationRouteParts): void {
  http.post(
    '/api/organisations/roles/:id/preview',
    {
      onRequest: needs(ROLES_RIGHT),
      schema: {
        tags,
        summary: 'Who would gain or lose which buttons',
        params: Type.Object({ id: RoleIdText }),
        body: RoleBody,
        response: {
          200: Type.Object({
            ok: Type.Literal(true),
            refusal: OrNull(Type.String()),
            gained: Names,
            lost: Names,
            scopeBefore: OrNull(Type.String()),
            capacitiesGained: Names,
            capacitiesLost: Names,
            holders: Type.Array(
              Type.Object({
                staff: Type.String(),
                name: Type.String(),
                unitName: Type.String(),
                gains: Names,
                loses: Names,
              }),
            ),
          }),
          ...problems,
        },
      },
    },
    async (request) => {
      const role: Role = { ...request.body, id: request.params.id as RoleId }
      const seen = await previewRole(parts, staffOf(request), role)
      return {
        ...seen,
        gained: [...seen.gained],
        lost: [...seen.lost],
        capacitiesGained: [...seen.capacitiesGained],
        capacitiesLost: [...seen.capacitiesLost],
        holders: seen.holders.map((one) => ({ ...one, gains: [...one.gains], loses: [...one.loses] })),
      }
    },
  )
}

function postRoute(http: Http, parts: OrganisationRouteParts): void {
  http.post(
    '/api/organisations/posts/preview',
    {
      onRequest: needs(PEOPLE_RIGHT),
      schema: {
        tags,
        summary: 'What a post would give to somebody',
        body: PostBody,
        response: {
          200: Type.Object({
            ok: Type.Literal(true),
            refusal: OrNull(Type.String()),
            gains: Names,
            reach: OrNull(Type.Array(Named)),
            holds: Type.Array(Type.Object({ id: Type.String(), unitName: Type.String(), roleName: Type.String() })),
          }),
          ...problems,
        },
      },
    },
    async (request) => {
      const { chosenUnits = [], grids = [], partTime = false, to = null, ...rest } = request.body
      const wanted = { ...rest, chosenUnits, grids, partTime, to } as Omit<Post, 'id'>
      const seen = await previewPost(parts, staffOf(request), wanted)
      if (!seen.ok) return seen
      return { ...seen, gains: [...seen.gains], reach: seen.reach && [...seen.reach], holds: [...seen.holds] }
    },
  )
}

function rightsRoute(http: Http, { knownRights }: OrganisationRouteParts): void {
  const Said = Type.Object({ zh: Type.String(), en: Type.String() })
  http.get(
    '/api/organisations/rights',
    {
      onRequest: staffOnly,
      schema: {
        tags,
        summary: 'Every button that a role may carry, with its name',
        response: {
          200: Type.Object({
            rows: Type.Array(Type.Object({ right: Type.String(), label: Said, house: Type.String(), houseName: Said })),
          }),
          ...problems,
        },
      },
    },
    async () => ({
      rows: knownRights.map((one) => ({ ...one, label: { ...one.label }, houseName: { ...one.houseName } })),
    }),
  )
}
