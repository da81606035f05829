/** Words are kept as numbers: a hash cut to so many bits. Two words that meet are rare and cost a little sharpness. */
export const WORD_BITS = 21
export const WORD_SPACE = 2 ** WORD_BITS

/** FNV-1a over UTF-16 units, folded to `WORD_BITS`; 32 bits where a whole text is meant. */
export function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

export const wordNumber = (word: string): number => {
  const hash = hashOf(word)
  return ((hash >>> WORD_BITS) ^ hash) & (WORD_SPACE - 1)
}

/** One character says too little to compare by, and a lone number is a house, a year or a sum. */
function tells(word: string): boolean {
  if (word.length < 2) return false
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at)
    if (code < 0x30 || code > 0x39) return true
  }
  return false
}

/** The words a text is compared by, as numbers, each once. */
export function numbersOf(words: readonly string[]): number[] {
  const found = new Set<number>()
  for (const word of words) if (tells(word)) found.add(wordNumber(word))
  return [...found]
}

/** One number for a set of words in any order: equal sets have equal prints. */
export function printOf(numbers: readonly number[]): number {
  let sum = 0
  let mix = 0
  for (const number of numbers) {
    const spread = Math.imul(number + 1, 0x9e3779b1) >>> 0
    sum = (sum + spread) >>> 0
    mix ^= Math.imul(spread ^ (spread >>> 15), 0x85ebca6b)
  }
  return (sum ^ Math.imul(mix, 0xc2b2ae35)) >>> 0
}
