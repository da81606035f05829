import { WORD_SPACE } from './words.ts'

/** One cache line holds the way back and the texts: chunks of eight numbers. */
const CHUNK = 8

/**
 * Which texts hold a word, newest first: chains of small chunks in one typed array, so that a text costs bytes and
 * not objects, and adding one moves nothing.
 */
export function createPostings() {
  const heads = new Uint32Array(WORD_SPACE)
  const counts = new Uint32Array(WORD_SPACE)
  let pool = new Uint32Array(CHUNK * 4_096)
  let next = 1 // chunk 0 is no chunk

  function push(word: number, text: number): void {
    const filled = (counts[word] ?? 0) % (CHUNK - 1)
    if (filled === 0) {
      if ((next + 1) * CHUNK > pool.length) pool = grown(pool, Math.ceil(pool.length * 1.5))
      pool[next * CHUNK] = heads[word] ?? 0
      heads[word] = next++
    }
    pool[(heads[word] ?? 0) * CHUNK + 1 + filled] = text
    counts[word] = (counts[word] ?? 0) + 1
  }

  /** Writes at most `most` texts that hold the word into `into`, the newest first. Returns how many. */
  function newest(word: number, most: number, into: Uint32Array): number {
    const held = counts[word] ?? 0
    const wanted = Math.min(most, held, into.length)
    let chunk = heads[word] ?? 0
    let place = ((held - 1) % (CHUNK - 1)) + 1
    for (let at = 0; at < wanted; at++) {
      into[at] = pool[chunk * CHUNK + place] ?? 0
      if (--place > 0) continue
      chunk = pool[chunk * CHUNK] ?? 0
      place = CHUNK - 1
    }
    return wanted
  }

  return {
    push,
    newest,
    bytes: () => heads.byteLength + counts.byteLength + pool.byteLength,
  }
}

export type Postings = ReturnType<typeof createPostings>

/** The same numbers in a longer array. */
export function grown(from: Uint32Array<ArrayBuffer>, length: number): Uint32Array<ArrayBuffer> {
  const to = new Uint32Array(length)
  to.set(from)
  return to
}
