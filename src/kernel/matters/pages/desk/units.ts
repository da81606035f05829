import { useRead } from '../../../../ui/api/reads.ts'

type Units = { readonly rows: readonly { readonly id: string; readonly name: string }[] }

/** The names of all units as they stand today. */
export function useUnitNames(): ReadonlyMap<string, string> {
  const read = useRead<Units>('/api/organisations/tree', { topics: ['organisations'] })
  return new Map((read.data?.rows ?? []).map(({ id, name }) => [id, name]))
}
