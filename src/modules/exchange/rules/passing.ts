import type { Posted } from '../../../platform/mail/outbound.ts'
import type { Mapping, Passing, RemoteRequest } from '../model/partners.ts'
import { remoteWords } from '../words/passing.ts'
import { readError, readRequests } from './remote.ts'

type Classified = { readonly matter: string; readonly category: string }

/** As what a case is passed on: by its matter, else by the nearest category above it; null where nothing says so. */
export function mappingFor<M extends Pick<Mapping, 'matter' | 'category'>>(
  mappings: readonly M[],
  { matter, category }: Classified,
): M | null {
  const exact = mappings.find((mapping) => mapping.matter === matter)
  if (exact) return exact
  const above = mappings.filter(({ category: path }) => path !== null && `${category}/`.startsWith(`${path}/`))
  return above.toSorted((a, b) => (b.category?.length ?? 0) - (a.category?.length ?? 0))[0] ?? null
}

export type Outcome =
  | { readonly is: 'taken'; readonly request: RemoteRequest }
  | { readonly is: 'refused'; readonly error: string }
  /** `unsure`: it may have arrived. */
  | { readonly is: 'again'; readonly error: string; readonly unsure: boolean }

/** What came of posting. No answer, a failure of theirs and an answer that says nothing leave it unsure. */
export function outcomeOf(posted: Posted): Outcome {
  if (!posted.ok) {
    const isOurs = posted.refusal.startsWith('url-')
    return isOurs ? { is: 'refused', error: posted.refusal } : { is: 'again', error: posted.refusal, unsure: true }
  }
  const { status, answer } = posted
  if (status >= 200 && status < 300) {
    const [request] = readRequests(answer) ?? []
    return request ? { is: 'taken', request } : { is: 'again', error: `${status} ${readError(answer)}`, unsure: true }
  }
  const error = `${status} ${readError(answer)}`.trim()
  if (status === 429 || status === 503) return { is: 'again', error, unsure: false }
  return status >= 400 && status < 500 && status !== 408
    ? { is: 'refused', error }
    : { is: 'again', error, unsure: true }
}

/** The one request that carries our mark: what was sent before and never answered. */
export const oursAmong = (rows: readonly RemoteRequest[], mark: string): RemoteRequest | null =>
  rows.find(({ id, description }) => id !== null && description?.includes(mark)) ?? null

/** What is new in what the other side tells; null where nothing is. */
export function newsOf(
  known: Pick<Passing, 'status' | 'notes' | 'notice'>,
  told: RemoteRequest,
): readonly string[] | null {
  const parts = [
    ...(told.status !== null && told.status !== known.status ? [remoteWords[told.status]] : []),
    ...(told.notes !== null && told.notes !== known.notes ? [remoteWords.notes(told.notes)] : []),
    ...(told.notice !== null && told.notice !== known.notice ? [remoteWords.notice(told.notice)] : []),
  ]
  return parts.length > 0 ? parts : null
}
