import { useEffect, useRef } from 'react'
import type { EntryPlace } from '../../../../../kernel/channels/model/entries.ts'
import { useRead } from '../../../../../ui/api/reads.ts'
import { usePlace } from '../../../../../ui/routing/place.ts'
import type { Draft } from './draft.ts'

/** What a printed code says, as everybody may read it. */
export type FoundEntry = {
  readonly kind: string
  readonly title: string
  readonly place: EntryPlace
  readonly goTo: string
}

type Kept = { readonly form: Draft; set(change: Partial<Draft>): void }

/** Whoever comes by a printed code has its place filled in, unless he named one already. */
export function useEntry(draft: Kept): void {
  const { search } = usePlace()
  const [district = '', code = ''] = (search.entry ?? '').split('.')
  const named = code === '' ? '' : `${district}.${code}`
  // Filled in once: whoever takes it out again does not find it back.
  const filled = useRef(draft.form.entry === named)
  const isNew = named !== '' && !filled.current
  const { data } = useRead<FoundEntry>(`/api/channels/entry/${district}/${code}`, { when: isNew })
  // The answer comes from outside, once, and becomes part of what is being written.
  useEffect(() => {
    if (!isNew || data === undefined) return
    filled.current = true
    const place = draft.form.place === '' ? { place: data.place.address ?? '' } : {}
    draft.set({ entry: named, via: data.title, ...place })
  })
}
