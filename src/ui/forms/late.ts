import { useQuery } from '@tanstack/react-query'

/** What draws and checks the forms of matters. It weighs a tenth of a first load, so it comes with the first form. */
export type Forms = typeof import('./forms.ts')

/** Fetched once it is needed; null until it is there, and where the line is down and nothing is kept. */
export function useForms(needed: boolean): { readonly forms: Forms | null; readonly waiting: boolean } {
  const read = useQuery({
    queryKey: ['ui/forms'],
    queryFn: () => import('./forms.ts'),
    enabled: needed,
    // A page that is kept for use without a line has it without a line.
    networkMode: 'always',
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  })
  return { forms: read.data ?? null, waiting: needed && read.isPending }
}
