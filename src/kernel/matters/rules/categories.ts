import { canonical } from '../../../platform/canonical.ts'
import type { Category, CategoryId, CategoryPath } from '../model.ts'
import type { TreeProblemCode } from '../words.ts'

export const pathText = (path: CategoryPath): string => path.join('/')
export const pathOf = (text: string): CategoryPath => text.split('/').filter((step) => step !== '')

/** The tree, reckoned once: paths of nodes, nodes of paths. */
export type CategoryTree = {
  /** Trunk first, children in their order: the order in which a tree is drawn. */
  readonly all: readonly Category[]
  pathOf(id: CategoryId): CategoryPath | null
  /** The node a path leads to; each step may be a name (Chinese) or an alias, a former name among them. */
  find(path: CategoryPath): Category | null
  childrenOf(id: CategoryId | null): readonly Category[]
}

export function categoryTree(categories: readonly Category[]): CategoryTree {
  const byId = new Map(categories.map((node) => [node.id, node]))
  const children = new Map<CategoryId | null, Category[]>()
  for (const node of categories.toSorted((a, b) => a.ordinal - b.ordinal || (a.id < b.id ? -1 : 1))) {
    children.set(node.parent, [...(children.get(node.parent) ?? []), node])
  }
  const childrenOf = (id: CategoryId | null): readonly Category[] => children.get(id) ?? []
  const upward = (id: CategoryId): CategoryPath | null => {
    const path: string[] = []
    for (let node = byId.get(id); node; node = node.parent === null ? undefined : byId.get(node.parent)) {
      path.unshift(node.name.zh)
      if (path.length > categories.length) return null
    }
    return path.length > 0 ? path : null
  }
  const find = (path: CategoryPath): Category | null => {
    let here: Category | null = null
    for (const step of path) {
      const among: readonly Category[] = childrenOf(here?.id ?? null)
      const next: Category | undefined =
        among.find(({ name, retired }) => name.zh === step && !retired) ??
        among.find(({ name, aliases }) => name.zh === step || aliases.includes(step))
      if (!next) return null
      here = next
    }
    return here
  }
  const under = (id: CategoryId | null): Category[] => childrenOf(id).flatMap((node) => [node, ...under(node.id)])
  return { all: under(null), pathOf: upward, find, childrenOf }
}

export type TreeProblem = { readonly id: CategoryId; readonly code: TreeProblemCode }

/** What keeps a list of categories from being a tree; empty when it is one. */
export function treeProblems(categories: readonly Category[]): readonly TreeProblem[] {
  const byId = new Map(categories.map((node) => [node.id, node]))
  const drawn = new Set(categoryTree(categories).all.map(({ id }) => id))
  const seenIds = new Set<string>()
  const seenNames = new Set<string>()
  return categories.flatMap((node) => {
    const found: TreeProblem[] = []
    const say = (code: TreeProblem['code']) => found.push({ id: node.id, code })
    const place = `${node.parent ?? ''}/${node.name.zh}`
    if (seenIds.has(node.id)) say('repeated-id')
    if (node.parent !== null && !byId.has(node.parent)) say('unknown-parent')
    else if (!drawn.has(node.id)) say('circle')
    if (!node.retired && seenNames.has(place)) say('repeated-name')
    if (node.name.zh.trim() === '' || node.name.zh.includes('/')) say('bad-name')
    seenIds.add(node.id)
    if (!node.retired) seenNames.add(place)
    return found
  })
}

/** The nodes to write when `after` becomes the tree: changed and new ones, and those left out, as retired. */
export function treeChanges(before: readonly Category[], after: readonly Category[]): readonly Category[] {
  const stood = new Map(before.map((node) => [node.id, node]))
  const kept = new Set(after.map(({ id }) => id))
  const retired = before
    .filter((node) => !kept.has(node.id) && !node.retired)
    .map((node) => ({ ...node, version: node.version + 1, retired: true }))
  return [...after.flatMap((node) => nextVersion(stood.get(node.id), node)), ...retired]
}

function nextVersion(before: Category | undefined, node: Category): Category[] {
  if (!before) return [node]
  const formerNames = before.name.zh === node.name.zh ? [] : [before.name.zh]
  const aliases = [...new Set([...before.aliases, ...node.aliases, ...formerNames])].filter(
    (name) => name !== node.name.zh,
  )
  const next = { ...node, aliases, version: before.version }
  return canonical(next) === canonical(before) ? [] : [{ ...next, version: before.version + 1 }]
}

/** A tree as nested objects with lists of leaf names at the ends, of any depth. */
export type NestedNames = { readonly [name: string]: NestedNames | readonly string[] }

/**
 * Loads a tree of plain names. Ids are made of the path, so that the same file gives the same ids; '/' inside a name
 * becomes the full-width '／', since paths are joined by it. English names are the Chinese ones until somebody
 * translates. A path that `standing` has already is not given again: its children go under the node that stands, so
 * `[...standing, ...categoriesFrom(json, standing)]` is one tree. Throws a TypeError when the value is no such tree.
 */
export function categoriesFrom(json: unknown, standing: readonly Category[] = []): readonly Category[] {
  return nested(json, { parent: null, path: [] }, categoryTree(standing))
}

type Above = { readonly parent: CategoryId | null; readonly path: CategoryPath }

function nested(value: unknown, above: Above, standing: CategoryTree): Category[] {
  if (Array.isArray(value)) return value.flatMap((name, at) => grown(String(name), {}, { ...above, at }, standing))
  if (typeof value !== 'object' || value === null) throw new TypeError('a tree of names is expected')
  return Object.entries(value).flatMap(([name, inner], at) => grown(name, inner, { ...above, at }, standing))
}

function grown(given: string, inner: unknown, above: Above & { at: number }, standing: CategoryTree): Category[] {
  const name = given.trim().replaceAll('/', '／')
  const path = [...above.path, name]
  const stands = standing.find(path)
  const id: CategoryId = stands?.id ?? `category_${fingerprint(pathText(path))}`
  const beneath = nested(inner, { parent: id, path }, standing)
  if (stands) return beneath
  const { parent, at: ordinal } = above
  return [{ id, version: 1, parent, name: { zh: name, en: name }, aliases: [], ordinal, retired: false }, ...beneath]
}

/** FNV-1a, 64 bits, in letters of base 36: short, stable, and the browser has it too. */
function fingerprint(text: string): string {
  let hash = 0xcbf29ce484222325n
  for (const byte of new TextEncoder().encode(text)) {
    hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn
  }
  return hash.toString(36)
}
