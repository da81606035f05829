import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { Db } from '../../../platform/db/db.ts'
import { type Refused, refused } from '../../../platform/http/problem.ts'
import type { Sheet } from '../../../platform/tables/cell.ts'
import { readTable } from '../../../platform/tables/read.ts'
import type { Operator } from '../../people/handle/operations.ts'
import type { TakenRows } from '../handle/component-files.ts'
import { logged, type PlacesRouteParts } from './parts.ts'

/** How a table is taken in. */
export const TableQuery = Type.Object({ atomic: Type.Optional(Type.Boolean({ title: '全有或全无' })) })

/** What became of its rows. */
export const TableTaken = Type.Object({
  taken: Type.Integer(),
  unchanged: Type.Integer(),
  faults: Type.Array(
    Type.Object({
      row: Type.Integer(),
      field: Type.String(),
      said: Type.Object({ zh: Type.String(), en: Type.String() }),
    }),
  ),
})

/** The first sheet of the table in a multipart form (field `file`, xlsx or csv). */
export async function sheetSent(request: FastifyRequest): Promise<{ ok: true; sheet: Sheet } | Refused> {
  const sent = request.isMultipart() ? await request.file() : undefined
  if (sent === undefined) return refused('file-missing')
  const table = await readTable(await sent.toBuffer(), /\.csv$/i.test(sent.filename) ? 'csv' : 'xlsx')
  if (!table.ok) return refused(table.refusal)
  const [sheet = { name: '', rows: [] }] = table.sheets
  return { ok: true, sheet }
}

/** Takes the sheet that was sent, within one line of the operation log; of many faults the first thousand are told. */
export async function taken(
  parts: PlacesRouteParts,
  request: FastifyRequest,
  what: string,
  take: (tx: Db, by: Operator) => Promise<TakenRows>,
) {
  const done: Done | Refused = await logged(parts, request, { what, target: '' }, async (tx, by) => ({
    ok: true as const,
    ...(await take(tx, by)),
  }))
  return done.ok
    ? { ...done, faults: done.faults.map((fault) => ({ ...fault, said: { ...fault.said } })).slice(0, 1_000) }
    : done
}

type Done = { readonly ok: true } & TakenRows
