import type { Post, Role, UnitId } from '../model.ts'
import { reachOf } from './posts.ts'
import { beneath, type Tree } from './tree.ts'

type Scoped = { readonly post: Post; readonly scope: Role['scope'] }
export type ReachShift = {
  readonly post: Post
  readonly gains: readonly UnitId[]
  readonly loses: readonly UnitId[]
}

/** What a post takes in: what its scope covers, and what its holder is superior to. */
const takesIn = ({ post, scope }: Scoped, tree: Tree): ReadonlySet<UnitId> => {
  if (scope === 'all') return new Set()
  const reach = reachOf(scope, post, tree)
  return new Set([...(reach === 'all' ? tree.keys() : reach), ...beneath(tree, post.unit)])
}

/** Whose posts would take in other units when the tree changes; who sees everything anyway is left out. */
export function reachShifts(posts: readonly Scoped[], before: Tree, after: Tree): readonly ReachShift[] {
  return posts.flatMap((one) => {
    const [old, next] = [takesIn(one, before), takesIn(one, after)]
    const gains = [...next].filter((unit) => !old.has(unit))
    const loses = [...old].filter((unit) => !next.has(unit))
    return gains.length + loses.length === 0 ? [] : [{ post: one.post, gains, loses }]
  })
}
