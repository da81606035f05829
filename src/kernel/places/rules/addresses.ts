import type { Address, NewAddress } from '../model/addresses.ts'
import type { Change } from '../model/components.ts'

/** A name as it is kept: no blanks, letters of one width. */
export const tidyName = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '')

const shown = ({ name, aliases, lng, lat, active }: NewAddress): Readonly<Record<string, string>> => ({
  name,
  aliases: aliases.join('、'),
  lng: lng === null ? '' : String(lng),
  lat: lat === null ? '' : String(lat),
  active: String(active),
})

/** What differs, from what to what; empty when nothing does. */
export function addressChange(before: Address | null, after: NewAddress): Change {
  const [was, is] = [before ? shown(before) : {}, shown(after)]
  return Object.fromEntries(
    Object.entries(is)
      .filter(([key, value]) => (was[key] ?? '') !== value)
      .map(([key, value]) => [key, [was[key] ?? '', value] as [string, string]]),
  )
}
