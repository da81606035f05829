import { Graph, layout } from '@dagrejs/dagre'
import type { Arrow, Box, Parts } from './diagram-parts.ts'
import { phaseRank } from './main-path.ts'

export const LINE = 16
export const SMALL = 12
export const NAME = 15
/** Room for the little clock before what time does. */
export const CLOCK = 15

/** How wide a line is drawn: a Chinese character is as wide as it is high, a Latin letter a little over half. */
export const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, char) => sum + ((char.codePointAt(0) ?? 0) > 0x2e7f ? size : size * 0.58), 0)

type Size = { readonly width: number; readonly height: number }
/** Where something stands: its middle across, and the row it is in. */
export type Station = { readonly x: number; readonly row: number }
export type Standing<T> = T & Station & Size
/** An arrow with the places it passes on its way down, whatever its own direction. */
export type Course = {
  readonly arrow: Arrow
  readonly isBack: boolean
  readonly upper: Standing<Box>
  readonly lower: Standing<Box>
  readonly inner: readonly Station[]
  readonly label: Station & Size
}
export type Rows = {
  readonly width: number
  readonly heights: readonly number[]
  readonly boxes: readonly Standing<Box>[]
  readonly courses: readonly Course[]
}

type Laid = { x: number; y: number; width: number; height: number; points?: { x: number; y: number }[] }
type Edge = { readonly v: string; readonly w: string; readonly name: string }
/** As much of the library's graph as is used here. */
type LaidGraph = {
  setGraph(label: object): void
  setNode(name: string, label: object): void
  setEdge(v: string, w: string, label: object, name: string): void
  graph(): { width?: number; nestingRoot?: string }
  nodes(): string[]
  node(name: string): Laid
  edge(edge: Edge): Laid & { minlen: number }
  inEdges(name: string): Edge[] | undefined
  outEdges(name: string): Edge[] | undefined
}

/**
 * Who stands in which row and where across: the way of a case that meets no trouble straight down, and backward moves
 * laid out against their direction.
 */
export function rowsOf({ boxes, arrows, spine }: Parts): Rows {
  const order = new Map(boxes.map((box, at) => [box.id, phaseRank(box.phase) * 1000 + at]))
  const edges = arrows.map((arrow) => {
    const isBack = (order.get(arrow.from) ?? 0) > (order.get(arrow.to) ?? 0)
    const [v, w] = isBack ? [arrow.to, arrow.from] : [arrow.from, arrow.to]
    return { arrow, isBack, edge: { v, w, name: `${arrow.from} ${arrow.to}` } }
  })
  const graph: LaidGraph = new Graph({ multigraph: true })
  const ranker = (laid: LaidGraph) => rank(laid, spine[0] ?? '')
  graph.setGraph({ ranker, nodesep: 22, edgesep: 12, ranksep: 20, marginx: 28 })
  // The order of entry is where the library's search for few crossings begins: this one leads to narrow drawings.
  for (const box of boxes.toReversed()) graph.setNode(box.id, sizeOf(box))
  const onSpine = ({ arrow }: (typeof edges)[number]) => spine.includes(arrow.from) && spine.includes(arrow.to)
  for (const { arrow, edge } of [...edges.filter(onSpine), ...edges.filter((one) => !onSpine(one))]) {
    const at = spine.indexOf(arrow.from)
    const weight = at >= 0 && spine[at + 1] === arrow.to ? 8 : 1
    graph.setEdge(edge.v, edge.w, { ...labelSize(arrow), weight, labelpos: 'c' }, edge.name)
  }
  for (const box of boxes) if (box.hangsOn) graph.setEdge(box.hangsOn, box.id, { width: 0, height: 0 }, 'hidden')
  layout(graph as Parameters<typeof layout>[0], { corePath: [...spine] })
  return read(graph, boxes, edges)
}

function read(
  graph: LaidGraph,
  boxes: readonly Box[],
  edges: readonly { arrow: Arrow; isBack: boolean; edge: Edge }[],
): Rows {
  const laid = edges.map((one) => ({
    ...one,
    ...graph.edge(one.edge),
    inner: graph.edge(one.edge).points?.slice(1, -1) ?? [],
  }))
  const nodes = boxes.map((box) => ({ ...box, ...graph.node(box.id) }))
  const tall = new Map<number, number>()
  const grow = (y: number, height: number) => tall.set(Math.round(y), Math.max(tall.get(Math.round(y)) ?? 0, height))
  for (const { y, height } of [...nodes, ...laid]) grow(y, height)
  for (const { y } of laid.flatMap(({ inner }) => inner)) grow(y, 0)
  const rows = [...tall.keys()].sort((a, b) => a - b)
  const station = ({ x, y }: { x: number; y: number }): Station => ({ x, row: rows.indexOf(Math.round(y)) })
  const standing = new Map(nodes.map(({ y, ...node }) => [node.id, { ...node, ...station({ x: node.x, y }) }]))
  const at = (id: string) => standing.get(id) as Standing<Box>
  return {
    width: graph.graph().width ?? 0,
    heights: rows.map((row) => tall.get(row) ?? 0),
    boxes: [...standing.values()],
    courses: laid.map(({ arrow, isBack, edge, inner, width, height, ...middle }) => ({
      arrow,
      isBack,
      upper: at(edge.v),
      lower: at(edge.w),
      inner: inner.map(station),
      label: { ...station(middle), width, height },
    })),
  }
}

/**
 * Which row each box stands in: as near as possible below the stages that lead to it,
 * and what nothing from the beginning leads down to as near as possible above the stages it leads to.
 */
function rank(graph: LaidGraph, first: string): void {
  const { nestingRoot } = graph.graph()
  const above = (name: string) => (graph.inEdges(name) ?? []).filter(({ v }) => v !== nestingRoot)
  const isReached = (name: string): boolean => name === first || above(name).some(({ v }) => isReached(v))
  const rows = new Map<string, number>()
  const rowOf = (name: string): number => {
    const known = rows.get(name)
    if (known !== undefined) return known
    const row = isReached(name)
      ? Math.max(
          0,
          ...above(name)
            .filter(({ v }) => isReached(v))
            .map((edge) => rowOf(edge.v) + graph.edge(edge).minlen),
        )
      : Math.min(...(graph.outEdges(name) ?? []).map((edge) => rowOf(edge.w) - graph.edge(edge).minlen))
    rows.set(name, row)
    return row
  }
  const all = graph.nodes().filter((name) => name !== nestingRoot)
  for (const name of all) Object.assign(graph.node(name), { rank: rowOf(name) })
  if (nestingRoot) Object.assign(graph.node(nestingRoot), { rank: Math.min(...rows.values()) - 1 })
}

function sizeOf(box: Box): Size {
  const lines = box.lines.map((line) => widthOf(line.text, SMALL) + (line.byClock ? CLOCK : 0))
  const width = Math.max(widthOf(box.name, NAME) + 34, ...lines.map((line) => line + 26), 116)
  return { width: Math.ceil(width), height: 34 + box.lines.length * LINE }
}

const labelSize = ({ lines }: Arrow): Size => ({
  width: Math.ceil(Math.max(...lines.map((line) => widthOf(line.text, SMALL) + (line.byClock ? CLOCK : 0))) + 8),
  height: lines.length * LINE + 2,
})
