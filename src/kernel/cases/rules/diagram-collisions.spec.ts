import type { Area, Placed } from './diagram-layout.ts'

/** Boxes and labels that touch one another, and lines that run through a box or a foreign label. */
export function collisions({ boxes, arrows }: Placed): string[] {
  const areas = [
    ...boxes.map((box) => ({ name: box.id, area: box as Area, of: null as object | null })),
    ...arrows.map((arrow) => ({ name: `${arrow.from} → ${arrow.to}`, area: arrow.label, of: arrow as object | null })),
  ]
  const found: string[] = []
  for (const [at, one] of areas.entries())
    for (const other of areas.slice(at + 1)) if (touch(one.area, other.area)) found.push(`${one.name} on ${other.name}`)
  for (const arrow of arrows)
    for (const [at, point] of arrow.way.entries()) {
      const before = arrow.way[at - 1]
      if (!before) continue
      const line = {
        x: (before.x + point.x) / 2,
        y: (before.y + point.y) / 2,
        width: Math.abs(before.x - point.x),
        height: Math.abs(before.y - point.y),
      }
      for (const { name, area, of } of areas)
        if (of !== arrow && touch(line, area)) found.push(`${arrow.from} → ${arrow.to} runs through ${name}`)
    }
  return found
}

const touch = (a: Area, b: Area): boolean =>
  Math.abs(a.x - b.x) < (a.width + b.width) / 2 - 0.5 && Math.abs(a.y - b.y) < (a.height + b.height) / 2 - 0.5
