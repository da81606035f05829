/** Ids of texts as their places in the index, and areas as numbers, and back. */
export function createNaming() {
  const ids: (string | null)[] = []
  const places = new Map<string, number>()
  const areas: string[] = ['']
  const areaNumbers = new Map<string, number>([['', 0]])
  return {
    placeOf: (id: string): number | undefined => places.get(id),
    put(id: string): number {
      places.set(id, ids.length)
      return ids.push(id) - 1
    },
    forget(id: string): void {
      const at = places.get(id)
      if (at === undefined) return
      places.delete(id)
      ids[at] = null
    },
    idOf: (place: number): string | null => ids[place] ?? null,
    size: () => places.size,
    /** Of more areas than sixteen bits hold, the rest is nowhere. */
    areaNumber(area: string): number {
      const known = areaNumbers.get(area)
      if (known !== undefined) return known
      if (areas.length > 65_000) return 0
      areaNumbers.set(area, areas.length)
      return areas.push(area) - 1
    },
    areaOf: (number: number): string => areas[number] ?? '',
  }
}
