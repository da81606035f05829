import type { Said } from '../../../../platform/words.ts'
import { useRead } from '../../../../ui/api/reads.ts'
import { useTongue } from '../../../../ui/tongue.tsx'

/** A node as antd's tree draws it. */
export type Branch = { value: string; title: string; children?: Branch[] }

type Node = { readonly id: string; readonly parent: string | null; readonly value: string; readonly title: string }

/** Pure: rows that name their parent, as a tree; who names a parent that is not there stands at the top. */
export function grown(nodes: readonly Node[]): Branch[] {
  const branches = new Map(nodes.map(({ id, value, title }) => [id, { value, title } as Branch]))
  const tops: Branch[] = []
  for (const { id, parent } of nodes) {
    const branch = branches.get(id)
    const above = parent === null ? undefined : branches.get(parent)
    if (!branch) continue
    if (above) above.children = [...(above.children ?? []), branch]
    else tops.push(branch)
  }
  return tops
}

export type UnitRow = {
  readonly id: string
  readonly parent: string | null
  readonly name: string
  readonly level: string
  readonly to: string | null
}

/** Every unit as it stands today. */
export function useUnitTree(when = true): Branch[] {
  const units = useRead<{ rows: readonly UnitRow[] }>('/api/organisations/tree', { topics: ['organisations'], when })
  return grown((units.data?.rows ?? []).map(({ id, parent, name }) => ({ id, parent, value: id, title: name })))
}

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
