import { Type } from 'typebox'
import { problems } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import type { StaffId } from '../../people/model.ts'
import { StaffIdText } from '../../people/routes/shapes.ts'
import { handOver, planHandOver } from '../handle/hand-over.ts'
import { PEOPLE_RIGHT, recallSubstitute, substitute } from '../handle/posts.ts'
import type { Post, PostId, Substitution } from '../model.ts'
import { substitutionsOf } from '../store/posts.ts'
import { needs, staffOf } from './door.ts'
import { type OrganisationRouteParts, operator } from './parts.ts'
import {
  DayText,
  HandOverBody,
  HandOverPlan,
  OkId,
  PostIdText,
  SubstitutionBody,
  SubstitutionIdText,
  SubstitutionLine,
} from './shapes.ts'

const tags = ['organisations']
const doneId = { 200: OkId, ...problems }

/** Leave, substitutes and leaving for good. */
export function absenceRoutes(http: Http, parts: OrganisationRouteParts): void {
  const { db, directory } = parts
  const guard = { onRequest: needs(PEOPLE_RIGHT) }
  const StaffParams = Type.Object({ staff: StaffIdText })

  http.post(
    '/api/organisations/posts/:id/substitutes',
    {
      ...guard,
      schema: {
        tags,
        summary: 'A colleague stands in for some days',
        params: Type.Object({ id: PostIdText }),
        body: SubstitutionBody,
        response: doneId,
      },
    },
    async (request) =>
      substitute(parts, staffOf(request), operator(parts, request), {
        ...request.body,
        post: request.params.id as PostId,
        substitute: request.body.substitute as StaffId,
      }),
  )

  http.get(
    '/api/organisations/staff/:staff/substitutions',
    {
      ...guard,
      schema: {
        tags,
        summary: 'Who stands in for him, and for whom he does',
        params: StaffParams,
        response: { 200: Type.Object({ rows: Type.Array(SubstitutionLine) }), ...problems },
      },
    },
    async (request) => ({
      rows: [
        ...(await substitutionsOf(db, staffOf(request).district, request.params.staff as StaffId, directory.today())),
      ],
    }),
  )

  http.post(
    '/api/organisations/staff/:staff/substitutions/:id/end',
    {
      ...guard,
      schema: {
        tags,
        summary: 'The leave is over sooner',
        params: Type.Object({ staff: StaffIdText, id: SubstitutionIdText }),
        body: Type.Object({ day: DayText }),
        response: doneId,
      },
    },
    async (request) => {
      const { staff, id } = request.params
      const end = { staff: staff as StaffId, id: id as Substitution['id'], day: request.body.day }
      return recallSubstitute(parts, staffOf(request), operator(parts, request), end)
    },
  )

  handOverRoutes(http, parts)
}

function handOverRoutes(http: Http, parts: OrganisationRouteParts): void {
  const guard = { onRequest: needs(PEOPLE_RIGHT) }
  const handOverSchema = { tags, body: HandOverBody, response: { 200: HandOverPlan, ...problems } }
  const order = (body: { from: string; to: string; day: Post['from'] }) => ({
    ...body,
    from: body.from as StaffId,
    to: body.to as StaffId,
  })

  http.post(
    '/api/organisations/hand-over/plan',
    { ...guard, schema: { ...handOverSchema, summary: 'What a hand-over would move' } },
    async (request) => presented(await planHandOver(parts, staffOf(request), order(request.body))),
  )

  http.post(
    '/api/organisations/hand-over',
    { ...guard, schema: { ...handOverSchema, summary: 'Somebody leaves today: everything he holds moves on' } },
    async (request) =>
      presented(await handOver(parts, staffOf(request), operator(parts, request), order(request.body))),
  )
}

function presented(done: Awaited<ReturnType<typeof handOver>>) {
  if (!done.ok) return done
  const posts = done.posts.map((post) => ({ ...post, chosenUnits: [...post.chosenUnits], grids: [...post.grids] }))
  return { ...done, posts, substitutions: [...done.substitutions], cases: [...done.cases] }
}
