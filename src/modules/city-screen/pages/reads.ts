import { type Instant, instant } from '../../../platform/time.ts'
import { type Read, useRead, withQuery } from '../../../ui/api/reads.ts'
import { useNow } from '../../../ui/now.ts'
import type { Board, DefinitionView, FigureView, ReplayDay } from '../model.ts'
import { momentQuery, timeOf, useMoment } from './moment.ts'

export const SCREEN = 'screen'
/** News comes by itself; terms run out without any, so the wall also looks for itself. */
const EVERY = 30_000

/** All that stands on the wall, in one answer that every board shares: as it is, or as it was at the moment gone back to. */
export function useBoard(): Read<Board> {
  const moment = useMoment()
  const past = withQuery('/api/city-screen/replay/board', momentQuery(moment))
  return useRead<Board>(moment ? past : '/api/city-screen/board', {
    keepLast: moment !== null,
    ...(moment ? {} : { topics: [SCREEN], every: EVERY }),
  })
}

/** A day that is gone back to, read once; asked for every moment of it, so that the first one does not wait. */
export const useReplayDay = (day: string | null): Read<ReplayDay> =>
  useRead<ReplayDay>(withQuery('/api/city-screen/replay', { day }), { when: day !== null, keepLast: true })

export const useDefinitions = () => useRead<{ rows: readonly DefinitionView[] }>('/api/city-screen/indicators')

type Narrowed = Readonly<Record<string, string | undefined>>

/** Stands in an address for the empty key of what has no unit or no area: an empty text would leave the address. */
export const NOWHERE = 'none'

/** Where the lists behind the figures are; those of a past moment list what it counted. */
export function useAddresses() {
  const moment = useMoment()
  const then = momentQuery(moment)
  return {
    figureAddress: (key: string, narrowed: Narrowed = {}): string =>
      withQuery(`/figures/${key}`, { ...narrowed, ...(moment ? { asOf: timeOf(moment), ...then } : {}) }),
    lightAddress: (light: string, by?: 'unit' | 'area', key = ''): string =>
      withQuery(`/lights/${light}`, { ...(by === undefined ? {} : { [by]: key || NOWHERE }), ...then }),
  }
}

export const lostAddress = (kind: string): string => `/nothing-lost/${kind}`

/** A case stands on the desk, which is another face: a whole address, so that it is opened there. */
export const deskAddress = (id: string): string => `${location.origin}/desk/cases/${id}`

/** Whether a figure is where it should be; nobody is praised or blamed where nothing was counted. */
export function toneOf({ key, better, value }: Pick<FigureView, 'key' | 'better' | 'value'>): 'plain' | 'good' | 'bad' {
  if (value === null || better === 'none') return 'plain'
  if (better === 'lower' && key === 'overdue') return value === 0 ? 'good' : 'bad'
  return 'plain'
}

/** What the city's clock shows; in the demo it may have been turned. */
export function useScreenNow(everyMs = 1_000): Instant {
  const machine = useNow(everyMs)
  const { data, dataUpdatedAt } = useRead<{ now: Instant }>('/api/city', { topics: ['city'] })
  return data ? instant(Date.parse(data.now) + Date.parse(machine) - dataUpdatedAt) : machine
}

/** The instant that the wall shows: now, or the moment gone back to. */
export function useShownNow(everyMs?: number): Instant {
  const moment = useMoment()
  const now = useScreenNow(everyMs)
  return moment ? timeOf(moment) : now
}
