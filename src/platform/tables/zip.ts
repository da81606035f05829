import { promisify } from 'node:util'
import { crc32, deflateRawSync, inflateRaw } from 'node:zlib'

const END = Buffer.from('504b0506', 'hex')
const ENTRY = 0x02014b50
const STORED = 0
const DEFLATED = 8
const MOST_ENTRIES = 10_000

type Entry = { name: string; method: number; packed: number; offset: number; next: number }

export type Unpacked = ReadonlyMap<string, Buffer> | 'too-large' | null

/**
 * The wanted entries of a zip file, unpacked, by name; null when it is no sound zip file. Stops at `most` bytes in
 * all, counted while unpacking: the sizes a hostile file states about itself are no protection. (APPNOTE.TXT 4.3.)
 */
export async function unpack(file: Buffer, most: number, wanted: (name: string) => boolean): Promise<Unpacked> {
  const entries = entriesOf(file)
  if (entries === null) return null
  const parts = new Map<string, Buffer>()
  let left = most
  for (const entry of entries.filter(({ name }) => wanted(name))) {
    const bytes = await bytesOf(file, entry, left)
    if (bytes === null || bytes === 'too-large') return bytes
    left -= bytes.length
    parts.set(entry.name, bytes)
  }
  return parts
}

function entriesOf(file: Buffer): Entry[] | null {
  const end = file.lastIndexOf(END)
  if (end < 0 || end + 20 > file.length) return null
  const count = file.readUInt16LE(end + 10)
  const entries: Entry[] = []
  for (let at = file.readUInt32LE(end + 16); entries.length < Math.min(count, MOST_ENTRIES); ) {
    const entry = entryAt(file, at)
    if (entry === null) return null
    entries.push(entry)
    at = entry.next
  }
  return entries
}

function entryAt(file: Buffer, at: number): Entry | null {
  if (at + 46 > file.length || file.readUInt32LE(at) !== ENTRY) return null
  const nameEnd = at + 46 + file.readUInt16LE(at + 28)
  return {
    name: file.toString('utf8', at + 46, nameEnd).replaceAll('\\', '/'),
    method: file.readUInt16LE(at + 10),
    packed: file.readUInt32LE(at + 20),
    offset: file.readUInt32LE(at + 42),
    next: nameEnd + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32),
  }
}

const inflate = promisify(inflateRaw) as (bytes: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>

async function bytesOf(file: Buffer, { method, packed, offset }: Entry, most: number) {
  if (offset + 30 > file.length) return null
  const start = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28)
  if (start + packed > file.length || (method !== STORED && method !== DEFLATED)) return null
  const bytes = file.subarray(start, start + packed)
  if (method === STORED) return packed > most ? 'too-large' : bytes
  try {
    return await inflate(bytes, { maxOutputLength: Math.max(1, most) })
  } catch (error) {
    // zlib speaks by throwing: past the limit, or broken.
    return error instanceof RangeError ? 'too-large' : null
  }
}

export type PackedFile = { readonly name: string; readonly content: Buffer }

/** The first day that a zip file can write, 1 January 1980: what is packed twice is the same to the byte. */
const NO_DAY = 0x0021
/** Names are UTF-8 (bit 11). */
const UTF8 = 0x0800

/** A zip file of some files, deflated, in their order; names with slashes are folders. (APPNOTE.TXT 4.3.) */
export function pack(files: readonly PackedFile[]): Buffer {
  const pieces: Buffer[] = []
  const entries: Buffer[] = []
  let offset = 0
  for (const { name, content } of files) {
    const packed = deflateRawSync(content)
    const called = Buffer.from(name, 'utf8')
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(UTF8, 2)
    facts.writeUInt16LE(DEFLATED, 4)
    facts.writeUInt16LE(NO_DAY, 8)
    facts.writeUInt32LE(crc32(content), 10)
    facts.writeUInt32LE(packed.length, 14)
    facts.writeUInt32LE(content.length, 18)
    facts.writeUInt16LE(called.length, 22)
    const madeBy = Buffer.from([20, 0])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), facts, called, packed])
    entries.push(Buffer.from('504b0102', 'hex'), madeBy, facts, rest, called)
    pieces.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.length, 4)
  end.writeUInt16LE(files.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...pieces, directory, END, end])
}
