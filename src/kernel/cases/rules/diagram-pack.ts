import type { Course, Rows, Station } from './diagram-rows.ts'

/** Something that stands upright through one or more rows, and how wide it is in each. */
type Pillar = { readonly x: number; readonly widths: ReadonlyMap<number, number>; readonly move: (x: number) => void }

/** The air between two things that stand side by side. */
const AIR = 16

/** Draws everything up to the spine from both sides, as near as it goes; who stands left of whom stays as it is. */
export function packed(rows: Rows, spine: number): Rows {
  const boxes = new Map(rows.boxes.map((box) => [box.id, { ...box }]))
  const courses = rows.courses.map((course) => ({
    ...course,
    upper: boxes.get(course.upper.id) ?? course.upper,
    lower: boxes.get(course.lower.id) ?? course.lower,
    inner: course.inner.map((station) => ({ ...station })),
    label: { ...course.label },
  }))
  const pillars = [
    ...[...boxes.values()].map((box) => pillarOf([box], [[box.row, box.width]])),
    ...courses.flatMap(runsOf),
  ]
  const middle = pillars.filter((pillar) => Math.abs(pillar.x - spine) < 1)
  const left = pillars.filter((pillar) => pillar.x <= spine - 1).sort((a, b) => b.x - a.x)
  const right = pillars.filter((pillar) => pillar.x >= spine + 1).sort((a, b) => a.x - b.x)
  const reach = [lean(middle, left, -1), lean(middle, right, 1)] as const
  const shift = reach[0] + MARGIN
  for (const pillar of middle) pillar.move(shift)
  for (const pillar of [...left, ...right]) pillar.move(pillar.x + shift)
  return { ...rows, width: reach[0] + reach[1] + 2 * MARGIN, boxes: [...boxes.values()], courses }
}

const MARGIN = 28

type Movable = { x: number; row: number }

function pillarOf(parts: readonly Movable[], widths: readonly (readonly [number, number])[]): Pillar & { x: number } {
  return {
    x: parts[0]?.x ?? 0,
    widths: new Map(widths),
    move(x) {
      this.x = x
      for (const part of parts) part.x = x
    },
  }
}

/** The straight runs of a line, its label being part of the run it lies on. */
function runsOf({
  inner,
  label,
}: {
  readonly inner: readonly (Station & Movable)[]
  readonly label: Course['label'] & Movable
}) {
  const runs: Movable[][] = []
  for (const station of inner) {
    const last = runs.at(-1)
    if (last?.[0] && Math.abs(last[0].x - station.x) < 1) last.push(station)
    else runs.push([station])
  }
  return runs.map((run) => {
    const labelled = run.some(({ row }) => row === label.row)
    const widths = run.map(({ row }) => [row, row === label.row ? label.width : 0] as const)
    return pillarOf(labelled ? [...run, label] : run, widths)
  })
}

/** Leans one side, nearest first, against what stands already; says how far it then reaches. Places are counted from the spine. */
function lean(middle: readonly Pillar[], side: readonly (Pillar & { x: number })[], sign: 1 | -1): number {
  const reach = new Map<number, number>()
  let far = 0
  const stand = (pillar: Pillar, at: number) => {
    for (const [row, width] of pillar.widths) reach.set(row, Math.max(reach.get(row) ?? 0, at + width / 2))
    far = Math.max(far, ...[...pillar.widths.values()].map((width) => at + width / 2))
  }
  for (const pillar of middle) stand(pillar, 0)
  for (const pillar of side) {
    const needs = [...pillar.widths].map(
      ([row, width]) => (reach.has(row) ? (reach.get(row) ?? 0) + AIR : 0) + width / 2,
    )
    const at = Math.max(AIR, ...needs)
    stand(pillar, at)
    pillar.x = sign * at
  }
  return far
}
