import { type Instant, instant } from '../platform/time.ts'
import { type Read, useRead } from '../ui/api/reads.ts'
import { useNow } from '../ui/now.ts'

/** What everybody may know of the city that runs this: `GET /api/city`. */
export type City = {
  readonly name: string
  readonly district: string
  /** The invented town: codes are shown, and a line says that nothing here is real. */
  readonly demo: boolean
  /** The city's clock when it was asked; in the demo it may have been turned. */
  readonly now: Instant
}

export const useCity = (): Read<City> => useRead<City>('/api/city', { topics: ['city'] })

/** What the city's clock shows now: the server's time, moved on by the clock of this machine. */
export function useCityNow(everyMs?: number): Instant {
  const machine = useNow(everyMs)
  const { data, dataUpdatedAt } = useCity()
  return data ? instant(Date.parse(data.now) + Date.parse(machine) - dataUpdatedAt) : machine
}
