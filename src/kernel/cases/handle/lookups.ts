import type { Db } from '../../../platform/db/db.ts'
import type { Clock, Day } from '../../../platform/time.ts'
import type { Matter, ServicePromise } from '../../matters/model.ts'
import { pathOf } from '../../matters/rules/categories.ts'
import { matterOfCategory } from '../../matters/rules/choose.ts'
import { promiseOn } from '../../matters/rules/promises.ts'
import { matterVersion } from '../../matters/store/versions.ts'
import type { Directory } from '../../organisations/handle/directory.ts'
import { whoIsResponsible } from '../../organisations/rules/duties.ts'
import type { Worktime } from '../../worktime/model.ts'
import { localDay } from '../../worktime/rules.ts'
import { keptCalendar, worktimeOn } from '../../worktime/store.ts'
import { districtOf } from '../model/case.ts'
import type { Facts } from '../rules/clocks.ts'
import { mattersNow } from './offers.ts'
import type { Asked, CaseParts } from './parts.ts'

/** How long calendar and office hours are believed without asking again, in milliseconds of the machine. */
const BELIEVED = 5_000

export type LookupParts = {
  readonly db: Db
  readonly clock: Clock
  readonly directory: Directory
  readonly ticks?: () => number
}

/** What the rules of a case look up, remembered for some seconds because every move asks. */
export function createLookups({
  db,
  clock,
  directory,
  ticks = () => performance.now(),
}: LookupParts): Pick<CaseParts, 'matter' | 'matterOfCategory' | 'facts'> & { forget(): void } {
  const remember = memory(ticks)
  const calendar = keptCalendar(db)
  const currentCalendar = () => remember('calendar', calendar)
  const worktime = async (district: string, unit: string, day: Day): Promise<Worktime> => {
    const known = await currentCalendar()
    return remember(`hours ${district} ${unit} ${day}`, () => worktimeOn(db, known, { district, unit, day }))
  }
  return {
    forget: remember.forget,
    async matter(district, id, version) {
      const found = await matterVersion(db, district, id as Matter['id'], version)
      if (!found) throw new Error(`no version ${version} of ${id}`)
      return found
    },
    async matterOfCategory({ id, filing }, category) {
      const all = await mattersNow(db, districtOf(id), localDay(clock.now()))
      const own = all.find((matter) => matter.id === filing.matter)
      const open = all.filter(
        ({ procedure, internal }) => procedure === filing.procedure && (internal ?? false) === (own?.internal ?? false),
      )
      return matterOfCategory(open, pathOf(category), { id: filing.matter, kind: filing.kind as Matter['kind'] })
    },
    async facts(matter, asked) {
      const day = localDay(clock.now())
      const [hours, duties] = await Promise.all([
        worktime(asked.district, asked.unit ?? '', day),
        directory.duties(asked.district),
      ])
      return factsFrom(matter, asked, hours, () => {
        const { rule } = matter.duty
        if (rule === 'unit') return matter.duty.unit ?? asked.unit ?? ''
        if (rule === 'owner-first' && asked.owner) return asked.owner
        const question = { category: pathOf(asked.category), area: asked.area?.split('/') ?? [] }
        return whoIsResponsible(question, duties, rule)?.unit ?? asked.unit ?? ''
      })
    },
  }
}

/** A case lives by the promises in force on the day it came under its matter; older days by the first ones the matter ever made. */
function factsFrom(matter: Matter, { since }: Asked, worktime: Worktime, responsible: () => string): Facts {
  const day = localDay(since)
  return {
    worktime,
    promise: (key) => promiseOn(matter, key, day) ?? firstPromise(matter, key),
    get responsibleUnit() {
      return responsible()
    },
  }
}

const firstPromise = (matter: Matter, key: string): ServicePromise | null =>
  matter.promises
    .filter((promise) => promise.key === key)
    .reduce<ServicePromise | null>((first, one) => (first === null || one.from < first.from ? one : first), null)

function memory(ticks: () => number) {
  const kept = new Map<string, { readonly until: number; readonly value: Promise<unknown> }>()
  const remember = <T>(key: string, read: () => Promise<T>): Promise<T> => {
    const known = kept.get(key)
    if (known && known.until > ticks()) return known.value as Promise<T>
    if (kept.size > 2_000) kept.clear()
    const value = read()
    kept.set(key, { until: ticks() + BELIEVED, value })
    value.catch(() => kept.delete(key))
    return value
  }
  remember.forget = () => kept.clear()
  return remember
}
