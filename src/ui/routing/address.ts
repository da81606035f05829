/** An address inside a face taken apart, as the router wants it: `/cases?q=灯#top`. */
export function partsOf(to: string): { to: string; search: Record<string, string>; hash?: string } {
  const [, path = '', query = '', hash] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/.exec(to) ?? []
  const search = Object.fromEntries(new URLSearchParams(query))
  return hash === undefined ? { to: path, search } : { to: path, search, hash }
}
