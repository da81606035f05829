import { useNavigate, useParams, useRouterState, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { partsOf } from './address.ts'

type Texts = Readonly<Record<string, string | undefined>>

/** Where one is inside a face, and how to go elsewhere. All parts of an address are texts. */
export type Place = {
  readonly path: string
  /** What stands in the path for `$case`, `$unit` … */
  readonly params: Texts
  /** What stands behind the question mark: filters, tab, cursor. */
  readonly search: Texts
  go(to: string, how?: { replace?: boolean }): void
  /** Changes some of the search as it is by then and keeps the rest; an empty text takes a name away. Does not add to the history. */
  setSearch(change: Record<string, string | undefined>): void
}

export function usePlace(): Place {
  const navigate = useNavigate()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const params: Texts = useParams({ strict: false })
  const search: Texts = useSearch({ strict: false })
  return {
    path,
    params,
    search,
    go: (to, how) => void navigate({ ...partsOf(to), replace: how?.replace ?? false } as never),
    setSearch: (change) =>
      void navigate({ to: '.', search: ((now: Texts) => ({ ...now, ...change })) as never, replace: true }),
  }
}

/** Goes on under another address, in place of this one; null: here is right. */
export function useGoOn(to: string | null): void {
  const { go } = usePlace()
  // The address belongs to the browser.
  useEffect(() => {
    if (to !== null) go(to, { replace: true })
  })
}
