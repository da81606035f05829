import { useRead } from '../../../ui/api/reads.ts'
import { useTongue } from '../../../ui/tongue.tsx'
import type { Category } from '../model.ts'

type Named = Pick<Category, 'name'> & { readonly path: string }

/**
 * Calls categories by the reader's tongue. Cases and matters carry the Chinese path; the English names stand in the
 * catalogue, are asked for by English readers alone, and where one is missing the Chinese name stays.
 */
export function useCategoryNames(): (path: readonly string[]) => string {
  const { tongue } = useTongue()
  const rows = useRead<{ rows: readonly Named[] }>('/api/matters/categories', { when: tongue === 'en' }).data?.rows
  return (path) => namedIn(tongue === 'en' ? (rows ?? []) : [], path).join(' › ')
}

/** The English name of each step of a path where the catalogue has one. */
export const namedIn = (rows: readonly Named[], path: readonly string[]): readonly string[] =>
  path.map((step, at) => {
    const whole = path.slice(0, at + 1).join('/')
    return rows.find((row) => row.path === whole)?.name.en || step
  })
