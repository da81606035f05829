import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Db } from '../../../platform/db/db.ts'
import { refused } from '../../../platform/http/problem.ts'
import type { Sessions } from '../../people/handle/sessions.ts'
import type { StaffId } from '../../people/model.ts'
import { type Authority, type Guard, recogniseEverybody } from '../../people/routes/door.ts'
import type { Directory } from '../handle/directory.ts'
import { PEOPLE_RIGHT } from '../handle/posts.ts'
import type { StaffWho, UnitId, Who } from '../model.ts'
import { covers, hasRight, whyNotAppoint } from '../policy.ts'
import { heldPost } from '../rules/posts.ts'
import { namesOf } from '../store/names.ts'
import { holdingsOn } from '../store/posts.ts'
import { scopeFilter } from '../store/scope.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is signed in, with his posts of today; null when nobody is. */
    who: Who | null
  }
}

export type DoorParts = { readonly sessions: Sessions; readonly directory: Directory; readonly db: Db }

/**
 * The front door of the API: recognises everybody once per request as `request.who`. Called on the instance itself,
 * before any route is registered. Guards for routes: `signedIn`, `staffOnly`, `residentOnly` of the people house, and
 * `needs(right)` here.
 */
export async function openDoor(http: FastifyInstance, parts: DoorParts): Promise<void> {
  await recogniseEverybody(http, parts.sessions)
  http.decorateRequest('who', null)
  http.addHook('onRequest', async (request) => {
    if (request.signed === null) return
    request.who = await parts.directory.who(request.signed)
    // An account out of use is nobody, whatever its sessions say.
    if (request.who === null) request.signed = null
    else if (request.noted) request.noted.who = request.who.id
  })
}

/** Who asks, or null: the one answer for routes, streams and documents alike. */
export const identify = async (request: FastifyRequest): Promise<Who | null> => request.who

/** Lets in only staff with a post that carries the right; over which things is asked with `covers` and `scopeFilter`. */
export const needs =
  (right: string): Guard =>
  async ({ who }, reply) => {
    if (who === null) return reply.send(refused('not-signed-in', 401))
    if (who.kind !== 'staff') return reply.send(refused('staff-only', 403))
    if (!hasRight(who, right)) return reply.send(refused('not-yours', 403))
  }

/** Behind `staffOnly` or `needs`: the staff member. Throws on a route that forgot the guard. */
export function staffOf(request: FastifyRequest): StaffWho {
  if (request.who?.kind !== 'staff') throw new Error(`${request.routeOptions.url} has no guard for staff`)
  return request.who
}

/** Behind `signedIn`: whoever it is. */
export function whoOf(request: FastifyRequest): Who {
  if (request.who === null) throw new Error(`${request.routeOptions.url} has no guard`)
  return request.who
}

/** What the people house asks of this one. */
export function authorityOf({ db, directory }: Pick<DoorParts, 'db' | 'directory'>): Authority {
  return {
    needs,
    covers: (request, right, { unit, holder }) => {
      const who = staffOf(request)
      const thing = { unit: unit as UnitId | null, holder: holder as StaffId | null, createdBy: null, grid: null }
      return covers(who, right, { district: who.district, ...thing })
    },
    scope: (request, right, columns) =>
      scopeFilter(staffOf(request), right, { ...columns, createdBy: null, grid: null }),
    unitOf: (request) => (request.who?.kind === 'staff' ? request.who.unit : null),
    names: (district, ids) => namesOf(db, district, ids),
    async outranks(request, staff) {
      const who = staffOf(request)
      const tree = await directory.tree(who.district)
      const held = await holdingsOn(db, who.district, staff, directory.today())
      return held.some(
        ({ roleIs, actingFor: _, ...post }) => whyNotAppoint(who, PEOPLE_RIGHT, heldPost(post, roleIs, tree)) !== null,
      )
    },
    describe: (request) => describe(directory, staffOf(request)),
  }
}

async function describe(directory: Directory, who: StaffWho) {
  const tree = await directory.tree(who.district)
  const roles = new Map((await directory.roles(who.district)).map((role) => [role.id, role.name]))
  const unitName = (unit: UnitId) => tree.get(unit)?.name ?? unit
  const every = <T>(of: (post: StaffWho['posts'][number]) => readonly T[]): T[] => [...new Set(who.posts.flatMap(of))]
  return {
    name: who.name,
    unit: who.unit,
    unitName: unitName(who.unit),
    rights: every(({ rights }) => rights),
    capacities: every(({ capacities }) => capacities),
    posts: who.posts.map(({ id, unit, role, scope, partTime, actingFor = null }) => {
      return { id, unit, unitName: unitName(unit), role, roleName: roles.get(role) ?? role, scope, partTime, actingFor }
    }),
  }
}
