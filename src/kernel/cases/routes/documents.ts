import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { isRefused, problems, refused } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import {
  CaseDocuments,
  DocumentDraft,
  DocumentIdSchema,
  DraftQuery,
  IssueBody,
  IssuedView,
  PaperView,
} from '../../documents/model/views.ts'
import { ISSUE_RIGHT } from '../../documents/policy.ts'
import { needs, staffOf } from '../../organisations/routes/door.ts'
import { documentsFor, draftDocument, issueFor, paperForStaff, previewOf } from '../handle/documents.ts'
import { caseSeenBy } from '../handle/viewing.ts'
import type { CaseId } from '../model/case.ts'
import { CaseParams } from '../model/lists.ts'
import { READ_RIGHT } from '../policy/sight.ts'
import { type CasesRouteParts, operator } from './parts.ts'

const tags = ['documents']
const readers = { onRequest: needs(READ_RIGHT) }
const issuers = { onRequest: [needs(READ_RIGHT), needs(ISSUE_RIGHT)] }
const path = '/api/cases/:id/documents'
const noSuchCase = refused('no-such-case', 404)

/** Statutory documents (文书) of one case: which there are, what may be issued, and each as it was issued. */
export function documentRoutes(http: Http, parts: CasesRouteParts): void {
  readingRoutes(http, parts)
  issuingRoutes(http, parts)
}

const seen = (parts: CasesRouteParts, request: FastifyRequest, id: string) =>
  caseSeenBy(parts, staffOf(request), id as CaseId)

function readingRoutes(http: Http, parts: CasesRouteParts): void {
  http.get(
    path,
    {
      ...readers,
      schema: {
        tags,
        summary: 'Documents of a case, and those I may issue now',
        params: CaseParams,
        response: { 200: CaseDocuments, ...problems },
      },
    },
    async (request) => {
      const state = await seen(parts, request, request.params.id)
      return state ? documentsFor(parts, staffOf(request), state) : noSuchCase
    },
  )

  http.get(
    `${path}/:document`,
    {
      ...readers,
      schema: {
        tags,
        summary: 'A document as it was issued; the look is recorded',
        params: Type.Object({ ...CaseParams.properties, document: DocumentIdSchema }),
        response: { 200: PaperView, ...problems },
      },
    },
    async (request) => {
      const { id, document } = request.params
      const state = await seen(parts, request, id)
      return state ? paperForStaff(parts, operator(parts, request), { state, document }) : noSuchCase
    },
  )
}

const Preview = Type.Object({
  number: Type.String(),
  kind: Type.String(),
  name: Type.String(),
  issuer: Type.String(),
  addressee: Type.String(),
  case: Type.String(),
  paragraphs: Type.Array(Type.String()),
  issuedOn: Type.String(),
})

function issuingRoutes(http: Http, parts: CasesRouteParts): void {
  http.get(
    `${path}/draft`,
    {
      ...issuers,
      schema: {
        tags,
        summary: 'The form of a document with what the case knows filled in',
        params: CaseParams,
        querystring: DraftQuery,
        response: { 200: DocumentDraft, ...problems },
      },
    },
    async (request) => {
      const { kind, regime = 'order', about } = request.query
      const state = await seen(parts, request, request.params.id)
      const does = kind === 'revocation' ? ('revokes' as const) : ('replaces' as const)
      const asked = { kind, regime, ...(about && { about: { id: about, does } }) }
      return state ? draftDocument(parts, staffOf(request), state, asked) : noSuchCase
    },
  )

  http.post(
    `${path}/preview`,
    {
      ...issuers,
      schema: {
        tags,
        summary: 'How it would read; nothing is written and no number taken',
        params: CaseParams,
        body: IssueBody,
        response: { 200: Preview, ...problems },
      },
    },
    async (request) => {
      const state = await seen(parts, request, request.params.id)
      if (!state) return noSuchCase
      const found = await previewOf(parts, staffOf(request), operator(parts, request), state, request.body)
      return isRefused(found) ? found : { ...found, paragraphs: [...found.paragraphs] }
    },
  )

  http.post(
    path,
    {
      ...issuers,
      schema: {
        tags,
        summary: 'Issues it: numbered, frozen, told to the resident',
        params: CaseParams,
        body: IssueBody,
        response: { 200: IssuedView, ...problems },
      },
    },
    async (request) => {
      const state = await seen(parts, request, request.params.id)
      if (!state) return noSuchCase
      const done = await issueFor(parts, staffOf(request), operator(parts, request), state, request.body)
      return done.ok ? { id: done.id, number: done.number } : done
    },
  )
}
