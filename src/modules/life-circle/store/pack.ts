/**
 * A value with typed arrays in it as one run of bytes and back. JSON with the arrays taken out, then the arrays, each
 * at a multiple of eight bytes. The same value gives the same bytes, so that its hash names it.
 */

const kinds = { Int32Array, Uint32Array, Uint16Array, Uint8Array, Float32Array, Float64Array } as const
type KindName = keyof typeof kinds
type Taken = { readonly $array: KindName; readonly at: number; readonly length: number }

const MAGIC = Buffer.from('YWLC0001')
const aligned = (bytes: number): number => Math.ceil(bytes / 8) * 8

const kindOf = (value: unknown): KindName | null =>
  ArrayBuffer.isView(value) && Object.hasOwn(kinds, value.constructor.name)
    ? (value.constructor.name as KindName)
    : null

export function pack(value: unknown): Buffer {
  const parts: Buffer[] = []
  let at = 0
  const take = (given: unknown): unknown => {
    const kind = kindOf(given)
    if (kind !== null) {
      const array = given as InstanceType<(typeof kinds)[KindName]>
      const bytes = Buffer.from(array.buffer, array.byteOffset, array.byteLength)
      const taken: Taken = { $array: kind, at, length: array.length }
      parts.push(bytes, Buffer.alloc(aligned(bytes.length) - bytes.length))
      at += aligned(bytes.length)
      return taken
    }
    if (Array.isArray(given)) return given.map(take)
    if (typeof given !== 'object' || given === null) return given
    return Object.fromEntries(Object.entries(given).map(([key, one]) => [key, take(one)]))
  }
  const json = Buffer.from(JSON.stringify(take(value)))
  const head = Buffer.alloc(aligned(MAGIC.length + 4 + json.length))
  MAGIC.copy(head)
  head.writeUInt32LE(json.length, MAGIC.length)
  json.copy(head, MAGIC.length + 4)
  return Buffer.concat([head, ...parts])
}

/** Null where the bytes are none of ours, or were cut off. */
export function unpack(bytes: Buffer): unknown {
  if (bytes.length < MAGIC.length + 4 || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) return null
  const length = bytes.readUInt32LE(MAGIC.length)
  const from = aligned(MAGIC.length + 4 + length)
  if (from > bytes.length) return null
  // A copy of its own, so that every array may lie at a multiple of its own size.
  const body = Uint8Array.from(bytes.subarray(from))
  try {
    return JSON.parse(bytes.toString('utf8', MAGIC.length + 4, MAGIC.length + 4 + length), (_key, value) =>
      isTaken(value) ? new kinds[value.$array](body.buffer, value.at, value.length) : value,
    )
  } catch {
    return null // JSON and typed arrays speak by throwing: the file is damaged
  }
}

const isTaken = (value: unknown): value is Taken =>
  typeof value === 'object' && value !== null && '$array' in value && Object.hasOwn(kinds, String(value.$array))
