import { PbfReader, PbfWriter } from 'pbf'

/** A line of the index: `run` tiles from `id` on hold these bytes; with `run` 0 the bytes are a further index. */
export type Entry = { readonly id: number; readonly run: number; readonly offset: number; readonly length: number }

/** An index as PMTiles 3 writes it (section 4.2), not yet compressed. `entries` ascend by id. */
export function writeDirectory(entries: readonly Entry[]): Uint8Array {
  const pbf = new PbfWriter()
  pbf.writeVarint(entries.length)
  for (const [at, { id }] of entries.entries()) pbf.writeVarint(id - (entries[at - 1]?.id ?? 0))
  for (const { run } of entries) pbf.writeVarint(run)
  for (const { length } of entries) pbf.writeVarint(length)
  entries.forEach(({ offset }, at) => {
    const before = entries[at - 1]
    const follows = before !== undefined && offset === before.offset + before.length
    pbf.writeVarint(follows ? 0 : offset + 1)
  })
  return pbf.finish()
}

export function readDirectory(bytes: Uint8Array): readonly Entry[] {
  const pbf = new PbfReader(bytes)
  const count = pbf.readVarint()
  if (count > bytes.length) throw new RangeError('more entries than bytes')
  const list = () => Array.from({ length: count }, () => pbf.readVarint())
  let last = 0
  const ids = list().map((step) => {
    last += step
    return last
  })
  const [runs, lengths, offsets] = [list(), list(), list()]
  let end = 0
  return ids.map((id, at) => {
    const marked = offsets[at] ?? 0
    const offset = marked === 0 ? end : marked - 1
    const length = lengths[at] ?? 0
    end = offset + length
    return { id, run: runs[at] ?? 0, offset, length }
  })
}

/** The entry that holds a tile or leads on to it; null when the index has neither. */
export function entryFor(entries: readonly Entry[], id: number): Entry | null {
  let [low, high] = [0, entries.length - 1]
  while (low <= high) {
    const half = (low + high) >> 1
    if ((entries[half]?.id ?? 0) <= id) low = half + 1
    else high = half - 1
  }
  const found = entries[high]
  if (found === undefined) return null
  return found.run === 0 || id < found.id + found.run ? found : null
}
