import type { Said } from '../../../../platform/words.ts'
import { useRead } from '../../../../ui/api/reads.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import { type Branch, grown } from '../../../organisations/pages/desk/trees.ts'

type CategoryRow = {
  readonly id: string
  readonly parent: string | null
  readonly name: Said
  readonly path: string
  readonly retired: boolean
}

/** The categories in use, by their path. */
export function useCategoryTree(when = true): Branch[] {
  const { t } = useTongue()
  const categories = useRead<{ rows: readonly CategoryRow[] }>('/api/matters/tree', { topics: ['matters'], when })
  const inUse = (categories.data?.rows ?? []).filter(({ retired }) => !retired)
  return grown(inUse.map(({ id, parent, name, path }) => ({ id, parent, value: path, title: t(name) })))
}
