import type { Said } from '../../../../platform/words.ts'
import { useRead } from '../../../../ui/api/reads.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { UnitVersion } from '../../model.ts'

/** What every page about units, posts and roles is about. */
export const ORGANISATIONS = 'organisations'

/** A node as antd's tree draws it; `sought` is what typing is compared with. */
export type Branch = { value: string; title: string; sought: string; children?: Branch[] }

type Node = {
  readonly id: string
  readonly parent: string | null
  readonly value: string
  readonly title: string
  /** Other names by which people look for it, as a short name or a code. */
  readonly also?: readonly string[]
}

const branchOf = ({ value, title, also = [] }: Node): Branch => ({ value, title, sought: [title, ...also].join('\n') })

/** Pure: rows that name their parent, as a tree; who names a parent that is not there stands at the top. */
export function grown(nodes: readonly Node[]): Branch[] {
  const branches = new Map(nodes.map((node) => [node.id, branchOf(node)]))
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

export type TreeAnswer = {
  readonly day: string
  readonly fallback: string | null
  readonly rows: readonly UnitVersion[]
}

/** The units as they stand today, or on a day. */
export const useTree = (when = true, day = '') =>
  useRead<TreeAnswer>(day === '' ? '/api/organisations/tree' : `/api/organisations/tree?day=${day}`, {
    topics: [ORGANISATIONS],
    when,
  })

/** Every unit as it stands today, to choose from. */
export function useUnitTree(when = true): Branch[] {
  const units = useTree(when)
  return unitBranches(units.data?.rows ?? [])
}

/** Pure: units as a tree; they are found by full name, short name and code. */
export const unitBranches = (
  units: readonly Pick<UnitVersion, 'id' | 'parent' | 'name' | 'shortName' | 'code'>[],
): Branch[] =>
  grown(
    units.map(({ id, parent, name, shortName, code }) => ({
      id,
      parent,
      value: id,
      title: name,
      also: [shortName, code],
    })),
  )

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

/** The short name of a unit by its id; the id itself of one that is no more. */
export function useUnitNames(): (id: string) => string {
  const units = useTree()
  const names = new Map((units.data?.rows ?? []).map(({ id, shortName }) => [id as string, shortName]))
  return (id) => names.get(id) ?? id
}
