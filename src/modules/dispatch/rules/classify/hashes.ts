/** FNV-1a over UTF-16 units with a start of its own per kind of feature, then mixed so that high bits are good too. */
export function start(kind: number): number {
  return 0x811c9dc5 ^ Math.imul(kind, 0x9e3779b1)
}
export const step = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193)
export function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b)
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35)
  return (twice ^ (twice >>> 16)) >>> 0
}

export const KIND = { word: 1, inside: 2, across: 3, pair: 4 }

/** One number for a word, 32 bits. */
export function hashOfWord(word: string): number {
  let hash = start(KIND.word)
  for (let at = 0; at < word.length; at++) hash = step(hash, word.charCodeAt(at))
  return mixed(hash)
}

/** The hashes of a word's features: itself, its characters and its pairs of characters. */
export function hashesOf(word: string): number[] {
  const hashes = [hashOfWord(word)]
  for (let at = 0; at < word.length; at++) {
    const one = step(start(KIND.inside), word.charCodeAt(at))
    hashes.push(mixed(one))
    if (at + 1 < word.length) hashes.push(mixed(step(one, word.charCodeAt(at + 1))))
  }
  return hashes
}

/** Two words that follow one another, by their hashes. */
export const hashOfPair = (one: number, next: number): number => mixed(step(step(start(KIND.pair), one), next))
