import type { Capacity } from '../model.ts'

/** Those who keep the system or look over it, and so do none of the work in it (三员分立, GB/T 22239 practice △). */
const keepers: readonly Capacity[] = ['administrator', 'auditor']

/**
 * Whether somebody is nothing but a keeper: he may set up everything and see that all goes right, and still does not open
 * what residents entrusted to those who work on their cases, nor carry it out of the house. A district that wants it
 * otherwise gives the role a capacity that works on cases.
 */
export const isKeeperOnly = (capacities: readonly string[]): boolean =>
  capacities.length > 0 && capacities.every((one) => keepers.some((keeper) => keeper === one))

export const isKeeper = (capacity: Capacity): boolean => keepers.includes(capacity)
