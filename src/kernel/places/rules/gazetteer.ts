import { type Area, type AreaCode, areaLevels, type FoundPlace } from '../model.ts'
import { pathTo } from '../rules.ts'

/** One letter of a name; `codes` are the areas whose name ends here. */
type Letter = { readonly next: Map<number, Letter>; codes: AreaCode[] }

/** The names of a district's areas laid out for reading texts. Make it once per edition of the areas. */
export type Gazetteer = { readonly areas: ReadonlyMap<AreaCode, Area>; readonly first: Letter }

/** A single letter is no name: it would be found in every sentence. */
const SHORTEST = 2

/** A road, lane or estate, and the narrowest area that it lies in. */
export type Named = Pick<Area, 'code' | 'name' | 'aliases'>

export function gazetteerOf(areas: readonly Area[], named: readonly Named[] = []): Gazetteer {
  const first: Letter = { next: new Map(), codes: [] }
  const known = new Map(areas.map((area) => [area.code, area]))
  for (const { code, name, aliases } of [...areas, ...named])
    if (known.has(code)) for (const called of [name, ...aliases]) enter(first, called, code)
  return { areas: known, first }
}

/**
 * Every place named in a text, from left to right; where names overlap, the longest that begins first holds.
 * A name shared by several areas gives one answer for each. Full-width and capital letters count as their plain
 * ones. Takes time in proportion to the text (at worst times the longest name), however many names there are.
 */
export function findPlaces({ areas, first }: Gazetteer, text: string): readonly FoundPlace[] {
  const found: FoundPlace[] = []
  for (let at = 0; at < text.length; ) {
    const { codes, length } = longestAt(first, text, at)
    for (const code of codes) found.push({ code, name: areas.get(code)?.name ?? code, at, length })
    at += Math.max(1, length)
  }
  return found
}

/**
 * The area a text most likely speaks of: the narrowest one named, and of several the one whose street or community
 * is named too. What stays undecided goes up to the area the candidates share; null if they share none.
 */
export const likelyArea = (gazetteer: Gazetteer, text: string): AreaCode | null =>
  likelyPlace(gazetteer, text)?.code ?? null

/** The likely area, and the letters that name it; null where several shared it and none names it. */
export type LikelyPlace = {
  readonly code: AreaCode
  readonly by: { readonly called: string; readonly to: number } | null
}

/** `likelyArea` with the words it was told by: what stands in an area, such as an estate, before the area's own name. */
export function likelyPlace(gazetteer: Gazetteer, text: string): LikelyPlace | null {
  const found = findPlaces(gazetteer, text)
  const code = narrowest(gazetteer, new Set(found.map((place) => place.code)))
  if (code === null) return null
  const telling = found
    .filter((place) => place.code === code)
    .map(({ at, length }) => ({ called: text.slice(at, at + length), to: at + length }))
  const own = gazetteer.areas.get(code)?.name
  return { code, by: telling.find(({ called }) => called !== own) ?? telling[0] ?? null }
}

function narrowest({ areas }: Gazetteer, named: ReadonlySet<AreaCode>): AreaCode | null {
  const paths = [...named].map((code) => pathTo(areas, code).map((area) => area.code))
  const weigh = (path: readonly AreaCode[]) =>
    path.filter((code) => named.has(code)).length * (areaLevels.length + 1) + path.length
  const most = Math.max(0, ...paths.map(weigh))
  const best = paths.filter((path) => weigh(path) === most)
  const [one = []] = best
  return one.findLast((code, depth) => best.every((path) => path[depth] === code)) ?? null
}

function enter(first: Letter, called: string, code: AreaCode): void {
  const name = called.trim()
  if (name.length < SHORTEST) return
  let letter = first
  for (let at = 0; at < name.length; at++) {
    const plain = plainLetter(name.charCodeAt(at))
    const next = letter.next.get(plain) ?? { next: new Map(), codes: [] }
    letter.next.set(plain, next)
    letter = next
  }
  if (!letter.codes.includes(code)) letter.codes.push(code)
}

function longestAt(first: Letter, text: string, from: number) {
  let length = 0
  let codes: readonly AreaCode[] = []
  let letter = first.next.get(plainLetter(text.charCodeAt(from)))
  for (let at = from + 1; letter; at++) {
    if (letter.codes.length > 0) {
      length = at - from
      codes = letter.codes
    }
    letter = at < text.length ? letter.next.get(plainLetter(text.charCodeAt(at))) : undefined
  }
  return { codes, length }
}

/** Full-width ＡＢ１２ to AB12, capitals to small; one letter stays one letter, so positions hold. */
function plainLetter(letter: number): number {
  const narrow = letter >= 0xff01 && letter <= 0xff5e ? letter - 0xfee0 : letter
  return narrow >= 65 && narrow <= 90 ? narrow + 32 : narrow
}
