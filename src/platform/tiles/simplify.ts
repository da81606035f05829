/**
 * Leaves out what bends a line less than `tolerance` (Douglas and Peucker 1973). `points` is flat, x, y, x, y; the first
 * and the last stay.
 */
export function simplified(points: readonly number[], tolerance: number): readonly number[] {
  const count = points.length / 2
  if (count < 3 || tolerance <= 0) return points
  const kept = new Uint8Array(count)
  kept[0] = 1
  kept[count - 1] = 1
  const open: [number, number][] = [[0, count - 1]]
  for (let piece = open.pop(); piece !== undefined; piece = open.pop()) {
    const [from, to] = piece
    const { at, far } = farthest(points, from, to)
    if (far <= tolerance * tolerance) continue
    kept[at] = 1
    open.push([from, at], [at, to])
  }
  const out: number[] = []
  for (let at = 0; at < count; at += 1) if (kept[at]) out.push(points[2 * at] ?? 0, points[2 * at + 1] ?? 0)
  return out
}

function farthest(points: readonly number[], from: number, to: number): { at: number; far: number } {
  const [ax = 0, ay = 0] = [points[2 * from], points[2 * from + 1]]
  const [dx, dy] = [(points[2 * to] ?? 0) - ax, (points[2 * to + 1] ?? 0) - ay]
  const length = dx * dx + dy * dy
  let [best, far] = [from, -1]
  for (let at = from + 1; at < to; at += 1) {
    const [x, y] = [(points[2 * at] ?? 0) - ax, (points[2 * at + 1] ?? 0) - ay]
    const part = length === 0 ? 0 : Math.min(1, Math.max(0, (x * dx + y * dy) / length))
    const [offX, offY] = [x - part * dx, y - part * dy]
    const off = offX * offX + offY * offY
    if (off > far) [best, far] = [at, off]
  }
  return { at: best, far }
}
