import { localDay } from '../../../kernel/worktime/rules.ts'
import type { Db } from '../../../platform/db/db.ts'
import type { Clock } from '../../../platform/time.ts'
import type { WatchLineView } from '../model.ts'
import { type Alarm, alarmsIn, isUrgent } from '../rules/urgency/watch-list.ts'
import { changedWatchLines } from '../store/watch-lines.ts'
import { seedWatchList, takingBack } from '../words/watch-list.ts'

/** How long a list is believed without asking again, in milliseconds of the machine. */
const BELIEVED = 5_000

/** The whole list of a district: what a city begins with, as the district has changed it. */
export async function watchListOf(db: Db, district: string): Promise<WatchLineView[]> {
  const lines = new Map<string, WatchLineView>(seedWatchList.map((line) => [line.id, { ...line, active: true }]))
  for (const line of await changedWatchLines(db, district)) lines.set(line.id, line)
  return [...lines.values()]
}

type WatchParts = { readonly db: Db; readonly clock: Clock }

/** Reads texts by the watch list in force. */
export function createWatch({ db, clock }: WatchParts, ticks = () => performance.now()) {
  const known = new Map<string, { readonly until: number; readonly list: WatchLineView[] }>()

  async function listOf(district: string): Promise<WatchLineView[]> {
    const kept = known.get(district)
    if (kept && kept.until > ticks()) return kept.list
    const list = (await watchListOf(db, district)).filter(({ active }) => active)
    known.set(district, { until: ticks() + BELIEVED, list })
    return list
  }

  const alarmsOf = async (district: string, text: string): Promise<Alarm[]> =>
    alarmsIn(text, await listOf(district), { ...takingBack, today: localDay(clock.now()) })

  return {
    alarmsOf,
    /** Why a message cannot wait, as one line; null when it can. */
    async alarmOf(district: string, { title, text }: { readonly title: string; readonly text: string }) {
      const alarms = await alarmsOf(district, `${title}\n${text}`)
      if (!isUrgent(alarms)) return null
      const urgent = alarms.filter(({ level }) => level === 'urgent')
      return [...new Set(urgent.map(({ reason }) => reason))].join('、').slice(0, 200)
    },
    forget: () => known.clear(),
  }
}

export type Watch = ReturnType<typeof createWatch>
