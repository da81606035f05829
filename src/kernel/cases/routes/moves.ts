import type { FastifySchemaCompiler } from 'fastify'
import { type TSchema, Type } from 'typebox'
import { idempotencyKey } from '../../../platform/http/idempotency.ts'
import { checkOf } from '../../../platform/http/malformed.ts'
import { problems } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { needs, staffOf } from '../../organisations/routes/door.ts'
import { bodyOf, moveAsStaff, moveDone } from '../handle/moving.ts'
import type { CaseId } from '../model/case.ts'
import { CaseParams, MoveDone, seen } from '../model/lists.ts'
import type { Role } from '../model/procedure.ts'
import { READ_RIGHT } from '../policy/sight.ts'
import type { AnyProcedure } from '../rules/procedure.ts'
import type { CasesRouteParts } from './parts.ts'

const nobodyHere: readonly Role[] = ['clock', 'system', 'applicant']

/** The moves somebody on the staff may make in some procedure. */
const movesOfStaff = ({ moves }: AnyProcedure): string[] =>
  Object.keys(moves).filter((move) => moves[move]?.by.some((role) => !nobodyHere.includes(role)))

/** One route for each move of the tables, with the fields that the move asks for. */
export function moveRoutes(http: Http, parts: CasesRouteParts): void {
  const procedures = Object.values(parts.procedures)
  for (const move of new Set(procedures.flatMap(movesOfStaff))) {
    const having = procedures.filter((procedure) => movesOfStaff(procedure).includes(move))
    moveRoute(http, parts, move, having)
  }
}

function moveRoute(http: Http, parts: CasesRouteParts, move: string, procedures: readonly AnyProcedure[]): void {
  const names = procedures.map(({ name }) => parts.words[name]?.moves[move]?.name.en ?? move)
  http.post(
    `/api/cases/:id/moves/${move}`,
    {
      onRequest: needs(READ_RIGHT),
      // Which of several procedures holds is known only with the case; the handler then says what is wrong by field.
      ...(procedures.length > 1 && { validatorCompiler: checkedLater }),
      schema: {
        tags: ['cases', ...procedures.map(({ name }) => `moves of ${name}`)],
        summary: [...new Set(names)].join(' / '),
        params: CaseParams,
        body: bodyFor(procedures.map((procedure) => bodyOf(parts, procedure, move))),
        response: { 200: MoveDone, ...problems },
      },
    },
    async (request) => {
      const key = idempotencyKey(request)
      if (!key.ok) return key
      const who = staffOf(request)
      const id = request.params.id as CaseId
      const { fields = {}, seen: version } = (request.body ?? {}) as { fields?: Record<string, unknown>; seen?: number }
      if (request.noted) Object.assign(request.noted, { case: id, move })
      const done = await moveAsStaff(parts, who, id, {
        move,
        fields,
        seen: version,
        key: keyOf(who.id, id, move, key.key),
      })
      if (!done.ok) return done
      if (request.noted) request.noted.version = done.state.version
      return moveDone(parts, done)
    },
  )
}

const checkedLater: FastifySchemaCompiler<TSchema> = ({ schema, httpPart = 'body' }) =>
  httpPart === 'body' ? checkOf(Type.Object({ fields: anyFields, seen }), 'body') : checkOf(schema, httpPart)

const anyFields = Type.Optional(Type.Record(Type.String(), Type.Unknown()))

/** Two procedures may ask for different things under one name; which of them holds is then the case's own business. */
const bodyFor = (bodies: readonly TSchema[]): TSchema => {
  const [first = Type.Object({})] = bodies
  return bodies.length === 1 ? first : Type.Union([...bodies])
}

/** A key counts for one person, one case and one move. */
export const keyOf = (who: string, id: string, move: string, key: string | null): string | null =>
  key === null ? null : `${who}:${id}:${move}:${key}`
