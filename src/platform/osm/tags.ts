import type { Osm, OsmTags } from './model.ts'

export type Tags = Readonly<Record<string, string>>

/** The tags of thing `at` of a list as an object without a prototype. */
export function tagsAt(texts: Osm['texts'], { from, keys, values }: OsmTags, at: number): Tags {
  const found: Record<string, string> = Object.create(null)
  for (let pair = from[at] ?? 0; pair < (from[at + 1] ?? 0); pair += 1)
    found[texts[keys[pair] ?? 0] ?? ''] = texts[values[pair] ?? 0] ?? ''
  return found
}

export const isTagged = ({ from }: OsmTags, at: number): boolean => (from[at + 1] ?? 0) > (from[at] ?? 0)

/** Asks for one tag of many things: the key is looked up once. */
export function tagReader(texts: Osm['texts'], { from, keys, values }: OsmTags, key: string) {
  const wanted = texts.indexOf(key)
  return (at: number): string | undefined => {
    if (wanted < 0) return undefined
    for (let pair = from[at] ?? 0; pair < (from[at + 1] ?? 0); pair += 1)
      if (keys[pair] === wanted) return texts[values[pair] ?? 0]
    return undefined
  }
}
