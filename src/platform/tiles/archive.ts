import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import { type Entry, entryFor, readDirectory } from './directory.ts'
import { HEADER_BYTES, type Header, readHeader, type Span } from './header.ts'
import type { ArchiveRefusal } from './model.ts'
import type { Tile } from './tile-grid.ts'
import { tileId } from './tile-id.ts'

/** A file of tiles that stays open; a tile is one read of its bytes. */
export type Archive = {
  readonly header: Header
  readonly metadata: Readonly<Record<string, unknown>>
  /** Changes with the content: part of the addresses that may be kept for ever. */
  readonly version: string
  /** The tile, gzipped as it lies in the file; null where the archive has none. */
  tile(address: Tile): Promise<Buffer | null>
  close(): Promise<void>
}
export type Opened =
  | { readonly ok: true; readonly archive: Archive }
  | { readonly ok: false; readonly refusal: ArchiveRefusal }

/** Opens a PMTiles 3 archive of gzipped vector tiles: ours, or one that somebody else made. */
export async function openArchive(path: string): Promise<Opened> {
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (file === null) return { ok: false, refusal: 'missing' }
  const opened = await read(file)
  if (!opened.ok) await file.close()
  return opened
}

async function read(file: FileHandle): Promise<Opened> {
  const first = await bytesAt(file, { offset: 0, length: HEADER_BYTES })
  const header = readHeader(first)
  if (typeof header === 'string') return { ok: false, refusal: header }
  try {
    const root = await bytesAt(file, header.root)
    const rootEntries = readDirectory(gunzipSync(root))
    const { size, mtimeMs } = await file.stat()
    if (size < header.tiles.offset + header.tiles.length) return { ok: false, refusal: 'damaged' }
    const metadata = JSON.parse(gunzipSync(await bytesAt(file, header.metadata)).toString('utf8'))
    const version = createHash('sha256')
      .update(first)
      .update(root)
      .update(`${mtimeMs}`)
      .digest('base64url')
      .slice(0, 12)
    return { ok: true, archive: archiveOf(file, { header, rootEntries, metadata, version }) }
  } catch (error) {
    // Bent bytes show themselves as errors of zlib, pbf or JSON.
    if (error instanceof Error) return { ok: false, refusal: 'damaged' }
    throw error
  }
}

type Parts = {
  readonly header: Header
  readonly rootEntries: readonly Entry[]
  readonly metadata: Record<string, unknown>
  readonly version: string
}

function archiveOf(file: FileHandle, { header, rootEntries, metadata, version }: Parts): Archive {
  const pages = new Map<number, Promise<readonly Entry[]>>()
  const pageAt = ({ offset, length }: Entry): Promise<readonly Entry[]> => {
    const there = pages.get(offset)
    if (there) return there
    const page = bytesAt(file, { offset: header.leaves.offset + offset, length }).then((bytes) =>
      readDirectory(gunzipSync(bytes)),
    )
    pages.set(offset, page)
    return page
  }
  return {
    header,
    metadata,
    version,
    async tile(address) {
      const { z, x, y } = address
      if (z < header.minZoom || z > header.maxZoom || x < 0 || y < 0 || x >= 2 ** z || y >= 2 ** z) return null
      const id = tileId(address)
      let entry = entryFor(rootEntries, id)
      // The format allows three levels of index.
      for (let level = 0; level < 3 && entry?.run === 0; level += 1) entry = entryFor(await pageAt(entry), id)
      if (entry === null || entry.run === 0) return null
      return bytesAt(file, { offset: header.tiles.offset + entry.offset, length: entry.length })
    },
    close: () => file.close(),
  }
}

async function bytesAt(file: FileHandle, { offset, length }: Span): Promise<Buffer> {
  const bytes = Buffer.alloc(length)
  const { bytesRead } = await file.read(bytes, 0, length, offset)
  return bytes.subarray(0, bytesRead)
}
