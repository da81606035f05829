import { randomFillSync, randomInt } from 'node:crypto'

/** Crockford's base 32 in lower case: no i, l, o, u, so an id can be read over the phone. */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz'

/**
 * A time-ordered id of 26 letters: 48 bits of milliseconds, 80 bits of chance.
 * The time is handed in, so that an imported past sorts where it belongs.
 */
export function sortableId(at: string): string {
  let ms = Date.parse(at)
  let time = ''
  for (let place = 0; place < 10; place++) {
    time = (LETTERS[ms % 32] ?? '0') + time
    ms = Math.floor(ms / 32)
  }
  return time + randomLetters(16)
}

/** Chance is fetched by the page: the call to the machine costs more than the bytes. Each byte is used once. */
const page = new Uint8Array(4_096)
let used = page.length

/** So many letters of pure chance (five bits each), for tokens and tails of ids. At most 4,096. */
export function randomLetters(count: number): string {
  if (used + count > page.length) {
    randomFillSync(page)
    used = 0
  }
  let letters = ''
  for (const end = used + count; used < end; used++) letters += LETTERS[(page[used] ?? 0) % 32]
  return letters
}

/** So many decimal digits of pure chance, for codes that a person types. */
export const randomDigits = (count: number): string => Array.from({ length: count }, () => randomInt(10)).join('')
