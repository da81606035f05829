import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Bbox } from '../geo/shapes.ts'
import { type Entry, writeDirectory } from './directory.ts'
import { HEADER_BYTES, writeHeader } from './header.ts'
import type { MadeTile } from './pyramid.ts'

export type ArchiveFacts = {
  readonly minZoom: number
  readonly maxZoom: number
  readonly bounds: Bbox
  readonly name: string
  /** Whose data it is, as the licence wants it said. */
  readonly credit: string
  readonly layers: readonly string[]
}

/** Header and root index lie within these first bytes, so that one read opens an archive (PMTiles 3, section 2). */
const FIRST = 16_384
const LEAF = 4_096

/**
 * Writes tiles into one file, atomically: whoever has the old file open reads on in it. Tiles that are the same are
 * stored once. Answers the bytes of the file.
 */
export async function writeArchive(path: string, tiles: readonly MadeTile[], facts: ArchiveFacts): Promise<number> {
  const { entries, contents } = stored(tiles)
  const { root, leaves } = indexed(entries)
  const metadata = gzipSync(JSON.stringify(metadataOf(facts)))
  let at = HEADER_BYTES
  const span = (length: number) => {
    const offset = at
    at += length
    return { offset, length }
  }
  const head = {
    root: span(root.length),
    metadata: span(metadata.length),
    leaves: span(leaves.length),
    tiles: span(contents.reduce((sum, { length }) => sum + length, 0)),
  }
  const { minZoom, maxZoom, bounds } = facts
  const counts = { addressed: tiles.length, entries: entries.length, contents: contents.length }
  const header = writeHeader({ ...head, ...counts, minZoom, maxZoom, bounds })
  await writeWhole(path, [header, root, metadata, leaves, ...contents])
  return at
}

async function writeWhole(path: string, parts: readonly Uint8Array[]): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const draft = `${path}.${randomUUID()}`
  const file = await open(draft, 'w')
  try {
    await file.writeFile(Buffer.concat(parts))
    await file.sync()
    await file.close()
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

const metadataOf = ({ name, credit, layers, minZoom, maxZoom }: ArchiveFacts) => ({
  name,
  attribution: credit,
  vector_layers: layers.map((id) => ({ id, fields: {}, minzoom: minZoom, maxzoom: maxZoom })),
})

/** Entries and contents; tiles that follow each other with the same content are one run. */
function stored(tiles: readonly MadeTile[]): { entries: Entry[]; contents: Uint8Array[] } {
  const known = new Map<string, { offset: number; length: number }>()
  const contents: Uint8Array[] = []
  const entries: Entry[] = []
  let end = 0
  for (const { id, content } of tiles) {
    const key = createHash('sha256').update(content).digest('base64')
    const there = known.get(key) ?? { offset: end, length: content.length }
    if (!known.has(key)) {
      known.set(key, there)
      contents.push(content)
      end += content.length
    }
    const last = entries.at(-1)
    if (last && last.offset === there.offset && id === last.id + last.run)
      entries[entries.length - 1] = { ...last, run: last.run + 1 }
    else entries.push({ id, run: 1, ...there })
  }
  return { entries, contents }
}

/** The root index, and behind it further ones where it does not fit into the first bytes. */
function indexed(entries: readonly Entry[]): { root: Uint8Array; leaves: Buffer } {
  const whole = gzipSync(writeDirectory(entries))
  if (whole.length <= FIRST - HEADER_BYTES) return { root: whole, leaves: Buffer.alloc(0) }
  for (let size = LEAF; ; size *= 2) {
    const pages: Uint8Array[] = []
    const links: Entry[] = []
    let offset = 0
    for (let from = 0; from < entries.length; from += size) {
      const page = gzipSync(writeDirectory(entries.slice(from, from + size)))
      links.push({ id: entries[from]?.id ?? 0, run: 0, offset, length: page.length })
      pages.push(page)
      offset += page.length
    }
    const root = gzipSync(writeDirectory(links))
    if (root.length <= FIRST - HEADER_BYTES) return { root, leaves: Buffer.concat(pages) }
  }
}
