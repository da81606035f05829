import { randomBytes, randomInt } from 'node:crypto'

/** Crockford's base 32 in lower case: no i, l, o, u, so an id can be read over the phone. */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz'

/**
 * A time-ordered id of 26 letters: 48 bits of milliseconds, 80 bits of chance.
 * The time is handed in, so that an imported past sorts where it belongs.
 */
export function sortableId(at: string): string {
  let ms = Date.parse(at)
  const time: string[] = []
  for (let place = 0; place < 10; place++) {
    time.unshift(LETTERS[ms % 32] ?? '0')
    ms = Math.floor(ms / 32)
  }
  return time.join('') + randomLetters(16)
}

/** So many letters of pure chance (five bits each), for tokens and tails of ids. */
export const randomLetters = (count: number): string =>
  Array.from(randomBytes(count), (byte) => LETTERS[byte % 32]).join('')

/** So many decimal digits of pure chance, for codes that a person types. */
export const randomDigits = (count: number): string => Array.from({ length: count }, () => randomInt(10)).join('')
