import { createHash } from 'node:crypto'
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import type { Block, Classifier, Fusion, Kind, ModelRefusal, Space, TrainingFigures } from '../../model/classify.ts'
import { spaceOf } from './space.ts'

/** Changes whenever a model would be read differently: features, levelling, layout. */
export const MODEL_VERSION = 2

const MAGIC = 'YWCL'
const DIGEST_BYTES = 32
const HEAD_BYTES = MAGIC.length + 4 + DIGEST_BYTES
const NUMBER_BYTES = 4

export type ModelRead =
  | { readonly ok: true; readonly model: Classifier }
  | { readonly ok: false; readonly refusal: ModelRefusal }

type Header = {
  readonly labels: readonly string[]
  readonly fusion: Fusion
  readonly threshold: number
  readonly figures: TrainingFigures
  readonly empty: number
  readonly spaces: Readonly<Record<Kind, { readonly bits: number; readonly features: number }>>
  readonly blocks: readonly Omit<Block, 'cells'>[]
}

/**
 * A model as bytes: magic, version, SHA-256 of the rest; then, pressed, the length of a JSON header, the header, the
 * hashes of empty words, the known buckets of each space as steps from one to the next, and the cells of the blocks. No
 * word of any text is in it.
 */
export function writeModel(model: Classifier): Buffer {
  const { labels, fusion, threshold, figures, spaces } = model
  const blocks = model.blocks.map(({ cells: _, ...block }) => block)
  const sizeOf = ({ bits, buckets }: Space) => ({ bits, features: buckets.length })
  const sizes = { words: sizeOf(spaces.words), runs: sizeOf(spaces.runs) }
  const header: Header = { labels, fusion, threshold, figures, empty: model.empty.size, spaces: sizes, blocks }
  const json = Buffer.from(JSON.stringify(header))
  const plain = Buffer.concat([
    numberBytes(json.length),
    json,
    bytesOf(Uint32Array.from(model.empty).toSorted()),
    ...kinds.map((kind) => bytesOf(stepsOf(spaces[kind].buckets))),
    ...model.blocks.map(({ cells }) => bytesOf(cells)),
  ])
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length }
  const pressed = brotliCompressSync(plain, { params })
  return Buffer.concat([Buffer.from(MAGIC), numberBytes(MODEL_VERSION), digest(pressed), pressed])
}

const kinds = ['words', 'runs'] as const satisfies readonly Kind[]

/** Reads what `writeModel` wrote. A file of another kind or version, or one with a broken bit, is refused. */
export function readModel(bytes: Buffer): ModelRead {
  if (bytes.length <= HEAD_BYTES || bytes.toString('latin1', 0, MAGIC.length) !== MAGIC)
    return { ok: false, refusal: 'not-a-model' }
  if (bytes.readUInt32LE(MAGIC.length) !== MODEL_VERSION) return { ok: false, refusal: 'model-of-other-version' }
  const pressed = bytes.subarray(HEAD_BYTES)
  if (!digest(pressed).equals(bytes.subarray(HEAD_BYTES - DIGEST_BYTES, HEAD_BYTES)))
    return { ok: false, refusal: 'model-damaged' }
  const plain = brotliDecompressSync(pressed)
  let at = NUMBER_BYTES + plain.readUInt32LE(0)
  // What the digest covers was written by `writeModel`, so its shape needs no second look.
  const header = JSON.parse(plain.toString('utf8', NUMBER_BYTES, at)) as Header
  const next = (size: number): Buffer => {
    at += size
    return plain.subarray(at - size, at)
  }
  const numbers = (count: number): Uint32Array => {
    const part = next(count * NUMBER_BYTES)
    return Uint32Array.from({ length: count }, (_, index) => part.readUInt32LE(index * NUMBER_BYTES))
  }
  const empty = new Set(numbers(header.empty))
  const spaceRead = (kind: Kind): Space => {
    const { bits, features } = header.spaces[kind]
    let bucket = 0
    return spaceOf(
      bits,
      Int32Array.from(numbers(features), (step) => (bucket += step)),
    )
  }
  const spaces = { words: spaceRead('words'), runs: spaceRead('runs') }
  const blocks = header.blocks.map((block): Block => {
    const size = spaces[block.reads.kind].buckets.length * (block.shifts.length + 1)
    return { ...block, cells: new Int8Array(Uint8Array.from(next(size)).buffer) }
  })
  const { labels, fusion, threshold, figures } = header
  return { ok: true, model: { labels, spaces, blocks, empty, fusion, threshold, figures } }
}

const stepsOf = (buckets: Int32Array): Uint32Array =>
  Uint32Array.from(buckets, (bucket, at) => bucket - (at === 0 ? 0 : (buckets[at - 1] ?? 0)))

const bytesOf = ({ buffer, byteOffset, byteLength }: Uint32Array | Int8Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength)

function numberBytes(value: number): Buffer {
  const bytes = Buffer.alloc(NUMBER_BYTES)
  bytes.writeUInt32LE(value)
  return bytes
}

const digest = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest()
