import { Type } from 'typebox'
import { pageQuery } from '../../../platform/http/paging.ts'
import { problems } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { mediaTypes } from '../../../platform/tables/write.ts'
import { matterKinds } from '../../matters/model.ts'
import { kindWords } from '../../matters/words.ts'
import { needs, staffOf } from '../../organisations/routes/door.ts'
import { localDay } from '../../worktime/rules.ts'
import { EXPORT_RIGHT, exportCases } from '../handle/export.ts'
import { countsFor, listPage } from '../handle/listing.ts'
import { channels } from '../model/case.ts'
import { Counts, Facets, filtersFor, ListPage, phases } from '../model/lists.ts'
import { READ_RIGHT } from '../policy/sight.ts'
import { stageLabel } from '../rules/present.ts'
import { channelWords, phaseWords } from '../words.ts'
import { type CasesRouteParts, operator } from './parts.ts'

const tags = ['cases']
const guard = { onRequest: needs(READ_RIGHT) }

/** The lists of the desk: five views with their counts, every filter, and the same as a workbook. */
export function listRoutes(http: Http, parts: CasesRouteParts): void {
  const asked = filtersFor(parts.procedures)
  http.get(
    '/api/cases',
    {
      ...guard,
      schema: {
        tags,
        summary: 'Cases I may see',
        querystring: Type.Object({ ...asked.properties, ...pageQuery }),
        response: { 200: ListPage, ...problems },
      },
    },
    async (request) => {
      const { after, limit = 50, ...filters } = request.query
      const page = await listPage(parts, staffOf(request), operator(parts, request), { filters, after, limit })
      return 'ok' in page ? page : { ...page, rows: [...page.rows] }
    },
  )

  http.get(
    '/api/cases/counts',
    { ...guard, schema: { tags, summary: 'How many wait in each view', response: { 200: Counts, ...problems } } },
    async (request) => countsFor(parts, staffOf(request)),
  )

  http.get(
    '/api/cases/facets',
    { ...guard, schema: { tags, summary: 'What lists can be narrowed by', response: { 200: Facets, ...problems } } },
    async () => facetsOf(parts),
  )

  http.get(
    '/api/cases/export.xlsx',
    {
      onRequest: needs(EXPORT_RIGHT),
      schema: {
        tags,
        summary: 'The list as a workbook',
        querystring: asked,
        response: { 200: Type.Any(), ...problems },
      },
    },
    async (request, reply) => {
      const done = await exportCases(parts, staffOf(request), operator(parts, request), request.query)
      if (!done.ok) return done
      const name = `cases-${localDay(parts.clock.now())}.xlsx`
      reply.header('content-type', mediaTypes.xlsx).header('content-disposition', `attachment; filename="${name}"`)
      return reply.send(done.file)
    },
  )
}

const facetsOf = ({ procedures, words }: CasesRouteParts) => ({
  stages: Object.values(procedures).flatMap((procedure) =>
    Object.entries(procedure.stages).map(([stage, { phase }]) => {
      return { procedure: procedure.name, stage, phase, label: stageLabel(words, procedure.name, stage) }
    }),
  ),
  kinds: matterKinds.map((value) => ({ value, label: kindWords[value] })),
  channels: channels.map((value) => ({ value, label: channelWords[value] })),
  phases: phases.map((value) => ({ value, label: phaseWords[value] })),
})
