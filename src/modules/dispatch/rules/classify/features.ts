/** FNV-1a over UTF-16 units with a start of its own per kind of feature, then mixed so that high bits are good too. */
function start(kind: number): number {
  return 0x811c9dc5 ^ Math.imul(kind, 0x9e3779b1)
}
const step = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193)
function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b)
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35)
  return (twice ^ (twice >>> 16)) >>> 0
}

const KIND = { word: 1, inside: 2, across: 3 }

/** One number for a word, 32 bits. */
export function hashOfWord(word: string): number {
  let hash = start(KIND.word)
  for (let at = 0; at < word.length; at++) hash = step(hash, word.charCodeAt(at))
  return mixed(hash)
}

/** What stands at the beginning says what the letter is about: it counts three times. Titles are that long. */
const HEAD = { words: 12, characters: 24, weight: 3 }

/** A set of features: buckets, each once, and how often they stand there (the head counted more). */
export type Counts = { readonly buckets: Int32Array; readonly counts: Float32Array }

export type Counter = {
  add(hash: number, weight: number): void
  /** What was counted since the last time. */
  take(): Counts
}

/** Counts into `2 ** bits` buckets. One counter is used again and again, so that nothing is allocated per letter. */
export function createCounter(bits: number): Counter {
  const sums = new Float32Array(2 ** bits)
  let touched = new Int32Array(4_096)
  let size = 0
  return {
    add(hash, weight) {
      const bucket = hash >>> (32 - bits)
      if (sums[bucket] === 0) {
        if (size === touched.length) {
          const wider = new Int32Array(size * 2)
          wider.set(touched)
          touched = wider
        }
        touched[size++] = bucket
      }
      sums[bucket] = (sums[bucket] ?? 0) + weight
    },
    take() {
      const buckets = touched.slice(0, size)
      const counts = new Float32Array(size)
      for (let at = 0; at < size; at++) {
        const bucket = buckets[at] ?? 0
        counts[at] = sums[bucket] ?? 0
        sums[bucket] = 0
      }
      size = 0
      return { buckets, counts }
    },
  }
}

/** Every feature of one word: itself, its characters and its pairs of characters. */
function eachOfWord(word: string, tell: (hash: number) => void): void {
  tell(hashOfWord(word))
  for (let at = 0; at < word.length; at++) {
    const one = step(start(KIND.inside), word.charCodeAt(at))
    tell(mixed(one))
    if (at + 1 < word.length) tell(mixed(step(one, word.charCodeAt(at + 1))))
  }
}

/** The hashes of a word's features. */
export function hashesOf(word: string): number[] {
  const hashes: number[] = []
  eachOfWord(word, (hash) => void hashes.push(hash))
  return hashes
}

/** Words, and the characters within them: what a rare compound shares with a frequent one. */
export function countWords(words: readonly (readonly number[])[], counter: Counter): Counts {
  for (let at = 0; at < words.length; at++) {
    const weight = at < HEAD.words ? HEAD.weight : 1
    for (const hash of words[at] ?? []) counter.add(hash, weight)
  }
  return counter.take()
}

/** Runs of one to three characters across words, as if the kept words had been written together. */
export function countCharacters(words: readonly string[], counter: Counter): Counts {
  const text = words.map((word) => (word.startsWith('#') ? '#' : word)).join('')
  for (let at = 0; at < text.length; at++) {
    const weight = at < HEAD.characters ? HEAD.weight : 1
    let hash = start(KIND.across)
    for (let end = at; end < at + 3 && end < text.length; end++) {
      hash = step(hash, text.charCodeAt(end))
      counter.add(mixed(hash), weight)
    }
  }
  return counter.take()
}
