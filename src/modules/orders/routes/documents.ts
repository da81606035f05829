import { Type } from 'typebox'
import { type CaseDocumentParts, documentView, paperOf } from '../../../kernel/cases/handle/documents.ts'
import { type CaseId, districtOf } from '../../../kernel/cases/model/case.ts'
import { CaseParams } from '../../../kernel/cases/model/lists.ts'
import { DocumentIdSchema, DocumentView, PaperView } from '../../../kernel/documents/model/views.ts'
import { documentsOf } from '../../../kernel/documents/store/documents.ts'
import { problems, refused } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { letIn } from './door.ts'

const tags = ['orders']

/** Documents issued to an applicant: for himself, or whoever brings the code of his case. */
export function documentRoutes(http: Http, parts: CaseDocumentParts): void {
  http.get(
    '/api/orders/:id/documents',
    {
      schema: {
        tags,
        summary: 'Documents issued on my case, the newest first',
        params: CaseParams,
        response: { 200: Type.Object({ rows: Type.Array(DocumentView) }), ...problems },
      },
    },
    async (request) => {
      const found = await letIn(parts, request, request.params.id as CaseId)
      if (!found.ok) return found
      const { id } = found.state
      return { rows: (await documentsOf(parts.db, districtOf(id), id)).map(documentView) }
    },
  )

  http.get(
    '/api/orders/:id/documents/:document',
    {
      schema: {
        tags,
        summary: 'A document as it was issued',
        params: Type.Object({ ...CaseParams.properties, document: DocumentIdSchema }),
        response: { 200: PaperView, ...problems },
      },
    },
    async (request) => {
      const { id, document } = request.params
      const found = await letIn(parts, request, id as CaseId)
      if (!found.ok) return found
      return (await paperOf(parts, { state: found.state, document })) ?? refused('no-such-document', 404)
    },
  )
}
