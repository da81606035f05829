import type { FastifyPluginAsync } from 'fastify'
import { problems } from '../../platform/http/problem.ts'
import { typed } from '../../platform/http/typed.ts'
import { mediaTypes } from '../../platform/tables/write.ts'
import { MINUTE } from '../../platform/time.ts'
import { resultAreas } from './handle/areas.ts'
import { type ResultParts, resultFile, resultRows, resultSummary } from './handle.ts'
import { AreasQuery, ResultAreas, ResultFilter, ResultPage, ResultQuery, ResultSummary } from './model.ts'

const tags = ['results']
const config = { rate: { most: 240, within: MINUTE } }

/** Everything under `/api/results`: open to everybody, and nothing can be changed there. */
export const resultRoutes =
  (parts: ResultParts): FastifyPluginAsync =>
  async (plain) => {
    const http = typed(plain)
    http.get(
      '/api/results/summary',
      {
        config,
        schema: {
          tags,
          summary: 'Which edition, the sums of the rows that match, and what one may filter by',
          querystring: ResultFilter,
          response: { 200: ResultSummary, ...problems },
        },
      },
      async ({ query }) => resultSummary(parts, query),
    )
    http.get(
      '/api/results/rows',
      {
        config,
        schema: {
          tags,
          summary: 'What was answered, by place and theme; of the newest edition unless another is named',
          querystring: ResultQuery,
          response: { 200: ResultPage, ...problems },
        },
      },
      async ({ query }) => {
        const page = await resultRows(parts, query)
        return 'ok' in page ? page : { ...page, rows: [...page.rows] }
      },
    )
    http.get(
      '/api/results/areas',
      {
        config,
        schema: {
          tags,
          summary: 'How much was solved in each place of one level, as areas of a map; never a single case',
          querystring: AreasQuery,
          response: { 200: ResultAreas, ...problems },
        },
      },
      async ({ query }) => resultAreas(parts, query),
    )
    http.get(
      '/api/results/file',
      {
        config,
        schema: { tags, summary: 'The same list as CSV', querystring: ResultFilter, produces: [mediaTypes.csv] },
      },
      async ({ query }, reply) => {
        reply.header('content-type', mediaTypes.csv).header('content-disposition', 'attachment; filename="results.csv"')
        return reply.send(await resultFile(parts, query))
      },
    )
  }
