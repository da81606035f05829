/** What an intake door hands over: a text, or the pieces of a file as they arrive. */
export type FileInput = string | Uint8Array | AsyncIterable<string | Uint8Array>

/** A file that is neither UTF-8 nor GB18030, or whose bytes break off within a character. */
export const unreadable = Symbol('unreadable')

/**
 * The text of a file, piece by piece and without its byte order mark. Bytes are UTF-8, or GB18030 when their first
 * character beyond ASCII is not UTF-8: that is how spreadsheets on Chinese machines save CSV.
 */
export async function* textOf(input: FileInput): AsyncGenerator<string | typeof unreadable> {
  const decode = decoder()
  let isFirst = true
  for await (const piece of piecesOf(input)) {
    const text = decode(piece, true)
    if (text === unreadable) return yield unreadable
    if (text === '') continue
    yield isFirst ? text.replace(/^\uFEFF/, '') : text
    isFirst = false
  }
  const rest = decode(new Uint8Array(), false)
  if (rest !== '') yield rest
}

async function* piecesOf(input: FileInput): AsyncGenerator<string | Uint8Array> {
  if (typeof input === 'string' || input instanceof Uint8Array) yield input
  else yield* input
}

function decoder() {
  let chosen: TextDecoder | null = null
  return (piece: string | Uint8Array, more: boolean): string | typeof unreadable => {
    if (typeof piece === 'string') return piece
    try {
      if (chosen === null && piece.some((byte) => byte > 127))
        chosen = new TextDecoder(encodingOf(piece), { fatal: true })
      return (chosen ?? new TextDecoder()).decode(piece, { stream: more && chosen !== null })
    } catch {
      return unreadable // TextDecoder speaks by throwing; the caller hears it as a value
    }
  }
}

function encodingOf(piece: Uint8Array): 'utf-8' | 'gb18030' {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(piece, { stream: true })
    return 'utf-8'
  } catch {
    return 'gb18030'
  }
}
