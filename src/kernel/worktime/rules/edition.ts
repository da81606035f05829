import type { PublishedDay, PublishedYear } from '../model.ts'

const key = ({ day, kind, name }: PublishedDay) => `${day} ${kind} ${name}`

/** Days that the next edition has and the last has not, and the other way round. */
export function differences(
  before: readonly PublishedDay[],
  after: readonly PublishedDay[],
): { readonly added: readonly PublishedDay[]; readonly removed: readonly PublishedDay[] } {
  const [old, next] = [new Set(before.map(key)), new Set(after.map(key))]
  return {
    added: after.filter((day) => !old.has(key(day))),
    removed: before.filter((day) => !next.has(key(day))),
  }
}

/** The published years as they would stand with another edition of one of them. */
export function rehearsed(
  years: readonly PublishedYear[],
  year: number,
  days: readonly PublishedDay[],
): readonly PublishedYear[] {
  const version = (years.find((one) => one.year === year)?.version ?? 0) + 1
  const next: PublishedYear = { year, version, source: '', days }
  return [...years.filter((one) => one.year !== year), next].sort((a, b) => a.year - b.year)
}
