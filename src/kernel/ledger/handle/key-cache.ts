/** How long an unwrapped key, or the knowledge that it is destroyed, is believed without asking the database. */
export const KEY_LIFETIME = 30_000

export type KeyCache<Key> = {
  get(name: string): Key | undefined
  put(name: string, key: Key): void
  /** Forgets the key and, for one lifetime, believes nothing about it: a destruction may be under way. */
  bar(name: string): void
}

/**
 * The keys used last, at most `size` of them, each for `KEY_LIFETIME` at the longest.
 * `ticks` counts milliseconds of the machine, not of the city: its clock may stand still.
 */
export function keyCache<Key>(size: number, ticks: () => number = () => performance.now()): KeyCache<Key> {
  const entries = new Map<string, { key: Key; until: number }>()
  const barred = new Map<string, number>()

  return {
    get(name) {
      const entry = entries.get(name)
      if (entry === undefined) return undefined
      entries.delete(name)
      if (entry.until <= ticks()) return undefined
      entries.set(name, entry) // the map keeps order of use
      return entry.key
    },
    put(name, key) {
      if ((barred.get(name) ?? 0) > ticks()) return
      barred.delete(name)
      entries.set(name, { key, until: ticks() + KEY_LIFETIME })
      if (entries.size > size) for (const oldest of entries.keys()) return void entries.delete(oldest)
    },
    bar(name) {
      entries.delete(name)
      barred.set(name, ticks() + KEY_LIFETIME)
      for (const [each, until] of barred) if (until <= ticks()) barred.delete(each)
    },
  }
}
