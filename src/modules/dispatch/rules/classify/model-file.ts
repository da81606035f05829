import { createHash } from 'node:crypto'
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import type { Block, Calibration, Classifier, ModelRefusal, TrainingFigures } from '../../model/classify.ts'

/** Changes whenever a model would be read differently: features, levelling, layout. */
export const MODEL_VERSION = 1

const MAGIC = 'YWCL'
const DIGEST_BYTES = 32
const HEAD_BYTES = MAGIC.length + 4 + DIGEST_BYTES
const NUMBER_BYTES = 4

export type ModelRead =
  | { readonly ok: true; readonly model: Classifier }
  | { readonly ok: false; readonly refusal: ModelRefusal }

type Header = {
  readonly labels: readonly string[]
  readonly calibration: Calibration
  readonly threshold: number
  readonly figures: TrainingFigures
  readonly empty: number
  readonly blocks: readonly Omit<Block, 'cells'>[]
}

/**
 * A model as bytes: magic, version, SHA-256 of the rest; then, pressed, the length of a JSON header, the header, the
 * hashes of empty words and the cells of both blocks. No word of any text is in it.
 */
export function writeModel(model: Classifier): Buffer {
  const { labels, calibration, threshold, figures } = model
  const both = [model.words, model.characters]
  const blocks = both.map(({ bits, rarityStep, weightSteps, shifts }) => ({ bits, rarityStep, weightSteps, shifts }))
  const header: Header = { labels, calibration, threshold, figures, empty: model.empty.size, blocks }
  const json = Buffer.from(JSON.stringify(header))
  const empty = Uint32Array.from(model.empty).toSorted()
  const plain = Buffer.concat([
    numberBytes(json.length),
    json,
    Buffer.from(empty.buffer),
    ...both.map(({ cells }) => Buffer.from(cells.buffer, cells.byteOffset, cells.byteLength)),
  ])
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length }
  const pressed = brotliCompressSync(plain, { params })
  return Buffer.concat([Buffer.from(MAGIC), numberBytes(MODEL_VERSION), digest(pressed), pressed])
}

/** Reads what `writeModel` wrote. A file of another kind or version, or one with a broken bit, is refused. */
export function readModel(bytes: Buffer): ModelRead {
  if (bytes.length <= HEAD_BYTES || bytes.toString('latin1', 0, MAGIC.length) !== MAGIC)
    return { ok: false, refusal: 'not-a-model' }
  if (bytes.readUInt32LE(MAGIC.length) !== MODEL_VERSION) return { ok: false, refusal: 'model-of-other-version' }
  const pressed = bytes.subarray(HEAD_BYTES)
  if (!digest(pressed).equals(bytes.subarray(HEAD_BYTES - DIGEST_BYTES, HEAD_BYTES)))
    return { ok: false, refusal: 'model-damaged' }
  const plain = brotliDecompressSync(pressed)
  const jsonEnd = NUMBER_BYTES + plain.readUInt32LE(0)
  // What the digest covers was written by `writeModel`, so its shape needs no second look.
  const header = JSON.parse(plain.toString('utf8', NUMBER_BYTES, jsonEnd)) as Header
  const emptyEnd = jsonEnd + header.empty * NUMBER_BYTES
  const empty = new Set<number>()
  for (let at = jsonEnd; at < emptyEnd; at += NUMBER_BYTES) empty.add(plain.readUInt32LE(at))
  const [words, characters] = cellsOf(plain, emptyEnd, header)
  if (words === undefined || characters === undefined) return { ok: false, refusal: 'model-damaged' }
  const { labels, calibration, threshold, figures } = header
  return { ok: true, model: { labels, words, characters, empty, calibration, threshold, figures } }
}

function cellsOf(plain: Buffer, start: number, { labels, blocks }: Header): Block[] {
  let at = start
  return blocks.map((block) => {
    const size = 2 ** block.bits * (labels.length + 1)
    const cells = new Int8Array(plain.buffer, plain.byteOffset + at, size)
    at += size
    return { ...block, cells }
  })
}

function numberBytes(value: number): Buffer {
  const bytes = Buffer.alloc(NUMBER_BYTES)
  bytes.writeUInt32LE(value)
  return bytes
}

const digest = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest()
