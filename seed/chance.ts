/** A number from 0 to 1 that depends on nothing but these words: the same town is told again the same way. */
export function chance(...words: readonly (string | number)[]): number {
  let hash = 2_166_136_261
  for (const letter of words.join('/')) hash = Math.imul(hash ^ letter.charCodeAt(0), 16_777_619)
  hash = Math.imul(hash ^ (hash >>> 15), 2_246_822_507)
  hash = Math.imul(hash ^ (hash >>> 13), 3_266_489_909)
  return ((hash ^ (hash >>> 16)) >>> 0) / 4_294_967_296
}

/** One of these, by the same chance. */
export function pick<T>(all: readonly T[], ...words: readonly (string | number)[]): T {
  const found = all[Math.floor(chance(...words) * all.length)]
  if (found === undefined) throw new RangeError('nothing to pick from')
  return found
}
