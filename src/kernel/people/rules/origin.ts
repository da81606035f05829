/** What a browser says about where a request comes from. */
export type Provenance = {
  readonly method: string
  /** Host and port the request was sent to. */
  readonly host: string
  readonly origin: string | undefined
  readonly fetchSite: string | undefined
  /** How the caller is known: a cookie is sent along by the browser unasked, a bearer token is not. */
  readonly known: 'cookie' | 'bearer' | 'not'
}

const CHANGES_NOTHING = ['GET', 'HEAD', 'OPTIONS']

/**
 * Whether a request that changes something may be trusted to come from our own pages (against CSRF).
 * Whoever is known by cookie must say where from, and it must be here. Whoever is not known need not say, but if he
 * says elsewhere it is refused too, or another site could sign somebody in under a foreign name.
 */
export function comesFromHere({ method, host, origin, fetchSite, known }: Provenance): boolean {
  if (CHANGES_NOTHING.includes(method) || known === 'bearer') return true
  if (origin !== undefined && origin !== 'null') return hostOf(origin) === host && fetchSite !== 'cross-site'
  if (fetchSite !== undefined) return fetchSite === 'same-origin'
  return known === 'not' && origin === undefined
}

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null)
