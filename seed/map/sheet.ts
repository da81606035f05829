import type { LngLat } from '../../src/platform/geo/shapes.ts'
import { onEarth, type Spot } from './plan.ts'

export type Tags = Readonly<Record<string, string>>
export type SheetNode = { readonly at: LngLat; tags: Tags }
export type SheetWay = { readonly nodes: readonly number[]; readonly tags: Tags }
export type SheetRelation = {
  readonly members: readonly { readonly way: number; readonly role: string }[]
  readonly tags: Tags
}

/** What has been drawn so far, as OpenStreetMap keeps things: nodes, ways and relations, counted from 1. */
export type Sheet = {
  readonly nodes: SheetNode[]
  readonly ways: SheetWay[]
  readonly relations: SheetRelation[]
  /** Where named things are, for whoever looks for one by its name. */
  readonly named: Map<string, Spot>
  /** The node at a spot; the same spot is the same node. Tags are added to those it has. */
  node(spot: Spot, tags?: Tags): number
  line(spots: readonly Spot[], tags: Tags): number
  /** A closed line; `spots` without the last, which is the first again. */
  ring(spots: readonly Spot[], tags: Tags): number
  relate(members: SheetRelation['members'], tags: Tags): number
  /** Remembers where something is; the first of a name counts. */
  name(name: string, spot: Spot): void
}

export function blankSheet(): Sheet {
  const nodes: SheetNode[] = []
  const ways: SheetWay[] = []
  const relations: SheetRelation[] = []
  const named = new Map<string, Spot>()
  const known = new Map<string, number>()
  const node = (spot: Spot, tags: Tags = {}): number => {
    const at = onEarth(spot)
    const key = `${at[0]} ${at[1]}`
    const there = known.get(key)
    if (there !== undefined) {
      const found = nodes[there - 1]
      if (found) found.tags = { ...found.tags, ...tags }
      return there
    }
    nodes.push({ at, tags })
    known.set(key, nodes.length)
    return nodes.length
  }
  const line = (spots: readonly Spot[], tags: Tags) => ways.push({ nodes: spots.map((spot) => node(spot)), tags })
  return {
    nodes,
    ways,
    relations,
    named,
    node,
    line,
    ring: (spots, tags) => line([...spots, ...spots.slice(0, 1)], tags),
    relate: (members, tags) => relations.push({ members, tags }),
    name(name, spot) {
      if (!named.has(name)) named.set(name, spot)
    },
  }
}
