/** How Chinese addresses are written in more ways than one, brought to one. */

const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const marks = '号楼|号院|号|弄|栋|幢|座|单元|室|层|楼|门'

/** A number written in words, up to 99 as houses have it; digit by digit beyond that (三〇二 is 302). */
function numberIn(words: string): string {
  if (!words.includes('十')) return [...words].map((letter) => digits[letter] ?? letter).join('')
  const [tens = '', ones = ''] = words.split('十')
  return String((tens === '' ? 1 : (digits[tens] ?? 0)) * 10 + (ones === '' ? 0 : (digits[ones] ?? 0)))
}

/**
 * An address in plain letters: full-width and capital letters plain, blanks and punctuation gone, numbers before 号, 弄,
 * 栋, 单元, 室 in figures, and every word for a building, an entrance or a room the same one. `５栋-二单元 301` and
 * `5号楼2门301室` are both `5栋2单元301室`.
 */
export function plainAddress(text: string): string {
  const bare = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s,，。.;；:：·()（）「」“”"']/g, '')
  const figures = bare.replace(new RegExp(`第?([零〇一二两三四五六七八九十]+)(?=${marks})`, 'g'), (_, words: string) =>
    numberIn(words),
  )
  const counted = figures
    .replace(/[#＃]/g, '号楼')
    .replace(/(\d+|[a-z])号?楼(?!\d*层)/g, '$1栋')
    .replace(/(\d+|[a-z])(?:幢|座)/g, '$1栋')
  const entrances = counted.replace(/(栋)[-—~]?(\d+)(?:门|单元)[-—~]?/g, '$1$2单元')
  const dashed = entrances
    .replace(/(\D|^)(\d{1,3})[-—](\d{1,2})[-—](\d{3,4})(?:室|号|房|户)?$/, '$1$2栋$3单元$4室')
    .replace(/(栋|单元)[-—]?(\d{3,4})(?:室|号|房|户)?$/, '$1$2室')
  return dashed.replace(/(\d{3,4})(?:房|户)$/, '$1室').replace(/[-—~]/g, '')
}

/** The house number that a text begins with, in plain letters: `５号楼2单元` begins with `5栋`; null where none stands there. */
export const houseAtStart = (text: string): string | null =>
  /^\d{1,5}(?:号院|号|弄|栋)/.exec(plainAddress(text))?.[0] ?? null

/** The pairs of letters in a text, each once; one letter alone is itself. What is looked up must hold all pairs of what is typed. */
export function gramsOf(text: string): string[] {
  const letters = [...text].filter((letter) => letter !== '|')
  if (letters.length < 2) return letters
  const pairs = [...text].flatMap((letter, at, all) => {
    const next = all[at + 1]
    return letter === '|' || next === undefined || next === '|' ? [] : [letter + next]
  })
  return [...new Set(pairs)]
}

export type Called = { readonly name: string; readonly aliases: readonly string[] }

const MOST_WAYS = 24

/** Every way in which somebody may write an address: each of its own names behind each of those it stands in, in plain letters. */
export function waysToWrite(chain: readonly Called[]): string[] {
  const ways = chain.reduce<string[]>(
    (before, { name, aliases }) =>
      [name, ...aliases].flatMap((called) => before.map((way) => way + called)).slice(0, MOST_WAYS),
    [''],
  )
  return [...new Set(ways.map(plainAddress))]
}
