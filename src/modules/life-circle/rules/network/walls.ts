import type { Plane } from '../../../../platform/geo/measure.ts'
import { growing, push, trimmed } from '../../../../platform/osm/growing.ts'
import type { Osm } from '../../../../platform/osm/model.ts'
import { tagReader, tagsAt } from '../../../../platform/osm/tags.ts'
import type { Network } from '../../model/network.ts'
import { isWall } from './tags.ts'

export type Walls = Pick<Network, 'walls' | 'gaps'>

/** Walls, fences, waters and tracks, and the gates in them. Rims of waters that are relations are among them. */
export function wallsOf(osm: Osm, plane: Plane): Walls {
  const { ways, relations, nodes, texts } = osm
  const made = growing(Float64Array)
  const gaps = growing(Float64Array)
  const barrierOf = tagReader(texts, nodes.tags, 'barrier')
  const entranceOf = tagReader(texts, nodes.tags, 'entrance')
  const isMember = new Uint8Array(ways.count)
  for (let at = 0; at < relations.count; at += 1) {
    if (!isWall(tagsAt(texts, relations.tags, at))) continue
    for (let member = relations.from[at] ?? 0; member < (relations.from[at + 1] ?? 0); member += 1)
      if (relations.kinds[member] === 1 && (relations.members[member] ?? -1) >= 0)
        isMember[relations.members[member] ?? 0] = 1
  }
  for (let way = 0; way < ways.count; way += 1) {
    if (isMember[way] === 0 && !isWall(tagsAt(texts, ways.tags, way))) continue
    for (let at = (ways.from[way] ?? 0) + 1; at < (ways.from[way + 1] ?? 0); at += 1) {
      const [a, b] = [ways.nodes[at - 1] ?? -1, ways.nodes[at] ?? -1]
      if (a < 0 || b < 0) continue
      for (const node of [a, b]) {
        const [x, y] = plane.toMetres([(nodes.lng[node] ?? 0) / 1e7, (nodes.lat[node] ?? 0) / 1e7])
        push(made, x)
        push(made, y)
        if (node === b && (/gate|entrance/.test(barrierOf(node) ?? '') || entranceOf(node))) {
          push(gaps, x)
          push(gaps, y)
        }
      }
    }
  }
  return { walls: Float32Array.from(trimmed(made)), gaps: Float32Array.from(trimmed(gaps)) }
}
