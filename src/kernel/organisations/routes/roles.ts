import { Type } from 'typebox'
import { problems } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { staffOnly } from '../../people/routes/door.ts'
import { Ok } from '../../people/routes/shapes.ts'
import { ROLES_RIGHT, removeRole, saveRole } from '../handle/roles.ts'
import type { Role, RoleId } from '../model.ts'
import { holdersPerRole } from '../store/roles.ts'
import { needs, staffOf } from './door.ts'
import { type OrganisationRouteParts, operator } from './parts.ts'
import { RoleBody, RoleIdText, RoleLine } from './shapes.ts'

const tags = ['organisations']

/** Roles are button rights, a scope and what one is to a case; the same in the whole district. */
export function roleRoutes(http: Http, parts: OrganisationRouteParts): void {
  const { db, directory } = parts
  const Params = Type.Object({ id: RoleIdText })

  http.get(
    '/api/organisations/roles',
    {
      onRequest: staffOnly,
      schema: {
        tags,
        summary: 'All roles',
        response: { 200: Type.Object({ rows: Type.Array(RoleLine) }), ...problems },
      },
    },
    async (request) => {
      const { district } = staffOf(request)
      const [roles, holders] = await Promise.all([
        directory.roles(district),
        holdersPerRole(db, district, directory.today()),
      ])
      return {
        rows: roles.map(({ rights, capacities, ...role }) => ({
          ...role,
          rights: [...rights],
          capacities: [...capacities],
          holders: holders.get(role.id) ?? 0,
        })),
      }
    },
  )

  http.put(
    '/api/organisations/roles/:id',
    {
      onRequest: needs(ROLES_RIGHT),
      schema: {
        tags,
        summary: 'Makes or changes a role',
        params: Params,
        body: RoleBody,
        response: { 200: Ok, ...problems },
      },
    },
    async (request) =>
      saveRole(parts, staffOf(request), operator(parts, request), {
        ...request.body,
        id: request.params.id as RoleId,
      } satisfies Role),
  )

  http.delete(
    '/api/organisations/roles/:id',
    {
      onRequest: needs(ROLES_RIGHT),
      schema: { tags, summary: 'Removes a role never given', params: Params, response: { 200: Ok, ...problems } },
    },
    async (request) => removeRole(parts, staffOf(request), operator(parts, request), request.params.id as RoleId),
  )
}
