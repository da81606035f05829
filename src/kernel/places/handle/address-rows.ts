import { cellText } from '../../../platform/tables/cell.ts'
import type { Said } from '../../../platform/words.ts'
import { type AddressLevel, addressLevels } from '../model/addresses.ts'
import { tidyName } from '../rules/addresses.ts'
import { addressColumnWords, addressLevelWords, addressRowWords, addressStateWords } from '../words/addresses.ts'

export type WrongCell = readonly [field: string, said: Said]

/** One row of a table of addresses as it was read, with everything that is wrong in its cells. */
export type AddressRow = {
  readonly level: AddressLevel | null
  readonly name: string
  /** What it stands in, written in full; empty: the territory itself. */
  readonly parent: string
  readonly aliases: string[]
  readonly active: boolean | undefined
  readonly point: { readonly lng: number; readonly lat: number } | null
  readonly wrong: WrongCell[]
}
type Cells = Parameters<typeof cellText>[0]

/** Reads one row by its headings, in Chinese or by their keys. */
export function addressRow(cells: Readonly<Record<string, Cells>>): AddressRow {
  const text = (key: keyof typeof addressColumnWords) => cellText(cells[addressColumnWords[key]] ?? cells[key]).trim()
  const wrong: WrongCell[] = []
  const [written, state] = [text('level'), text('active')]
  const level =
    addressLevels.find(
      (one) =>
        one === written ||
        addressLevelWords[one].zh.split('、').includes(written) ||
        addressLevelWords[one].zh === written,
    ) ?? null
  if (level === null) wrong.push([addressColumnWords.level, addressRowWords.level])
  const name = tidyName(text('name'))
  if (name === '') wrong.push([addressColumnWords.name, addressRowWords.name])
  if (name.length > 60) wrong.push([addressColumnWords.name, addressRowWords.tooLong(60)])
  const active = ([true, false] as const).find((one) => addressStateWords[`${one}`].zh === state)
  if (state !== '' && active === undefined) wrong.push([addressColumnWords.active, addressRowWords.state])
  const aliases = text('aliases')
    .split(/[、,，;；]/)
    .map((one) => one.normalize('NFKC').trim())
    .filter(Boolean)
  if (aliases.length > 10) wrong.push([addressColumnWords.aliases, addressRowWords.tooMany])
  if (aliases.some((one) => one.length > 60)) wrong.push([addressColumnWords.aliases, addressRowWords.tooLong(60)])
  const [lng, lat] = [text('lng'), text('lat')]
  const sound = lng !== '' && lat !== '' && Math.abs(Number(lng)) <= 180 && Math.abs(Number(lat)) <= 90
  if (lng + lat !== '' && !sound) wrong.push([addressColumnWords.lng, addressRowWords.degrees])
  const point = sound ? { lng: Number(lng), lat: Number(lat) } : null
  return { level, name, parent: tidyName(text('parent')), aliases, active, point, wrong }
}
