import type { NewCase } from '../src/kernel/cases/handle/cases.ts'
import type { CaseId } from '../src/kernel/cases/model/case.ts'
import type { Matter } from '../src/kernel/matters/model.ts'
import { pathText } from '../src/kernel/matters/rules/categories.ts'
import { HOTLINE } from '../src/kernel/organisations/seed/units.ts'
import type { PersonId, StaffId } from '../src/kernel/people/model.ts'
import type { WorkCalendar } from '../src/kernel/worktime/model.ts'
import { HOUR, type Instant, later } from '../src/platform/time.ts'
import { pick } from './chance.ts'
import { pointOf } from './map/town-map.ts'
import { cornerIn } from './places.ts'
import type { Plan } from './plot.ts'
import { residents } from './residents.ts'
import { type Story, writtenAt } from './story.ts'

export type Scene = { readonly story: Story; readonly matter: Matter; readonly at: Instant }

type Ground = { readonly matters: readonly Matter[]; readonly calendar: WorkCalendar; readonly now: Instant }

/** The stories in the order in which they were written, each with its matter. */
export function inOrder(stories: readonly Story[], { matters: all, calendar, now }: Ground): Scene[] {
  const matters = new Map<string, Matter>(all.map((matter) => [matter.id, matter]))
  const scenes = stories.map((story): Scene => {
    const matter = matters.get(`matter_${story.about}`)
    if (!matter) throw new Error(`${story.id} is about ${story.about}, which the catalogue does not know`)
    const term = matter.promises.find(({ key }) => key === 'handle')?.term
    if ('light' in story.when && term?.unit !== 'workday') throw new Error(`${story.id}: no workdays are promised`)
    return { story, matter, at: writtenAt(story.when, now, term?.amount ?? 0, calendar) }
  })
  return scenes.sort((a, b) => (a.at < b.at ? -1 : 1))
}

type Filing = { readonly district: string; readonly applicant: PersonId | null; readonly key: string }

/** Who types in what people say on the telephone or at the counter. */
const clerks = {
  hotline: ['staff_shouli1', 'staff_shouli2'],
  counter: ['staff_shouli3'],
} as const satisfies Record<string, readonly StaffId[]>

/** A story as it was filed. */
export function filingOf({ story, matter, at }: Scene, { district, applicant, key }: Filing): NewCase {
  const { id, who, by, title, text, where, form } = story
  const [place, corner] = where
  const { area, grid } = corner === null ? { area: null, grid: null } : cornerIn(district, corner)
  const enteredBy = by === 'hotline' || by === 'counter' ? pick<StaffId>(clerks[by], id, 'clerk') : null
  const spot = pointOf(`${place}${title}`, corner, id)
  const writer = residents.find((resident) => resident.key === who)
  return {
    district,
    matter,
    told: {
      title,
      text,
      place,
      ...(spot ? { point: { lng: spot[0], lat: spot[1] } } : {}),
      ...(writer ? { contact: { name: writer.name, phone: writer.phone } } : {}),
      ...(form ? { form } : {}),
    },
    at,
    by: enteredBy ?? applicant,
    key,
    applicant,
    channel: by ?? 'web',
    enteredBy,
    parent: null,
    leadUnit: null,
    category: pathText(matter.category),
    area,
    grid,
    unit: HOTLINE,
    evidence: [],
  }
}

/** How a story will be lived until now. `cases` are those of the stories told so far, by their ids. */
export function planOf(story: Story, matter: Matter, now: Instant, cases: ReadonlyMap<string, CaseId>): Plan {
  const { id, plot = 'plain', stands, since = 3, waitsFor, repeats, when } = story
  const original = repeats === undefined ? undefined : cases.get(repeats)
  return {
    seed: id,
    plot,
    pace: story.pace ?? ('light' in when ? 1 : paceOf(matter)),
    ...(stands ? { stopAt: stands, arriveAt: later(now, -since * HOUR) } : {}),
    ...(waitsFor ? { stopBefore: waitsFor } : {}),
    ...(original ? { repeats: original } : {}),
    ...own(story, ['reply', 'outcome', 'stars', 'says', 'ground', 'otherUnit', 'level']),
  }
}

const own = <K extends keyof Story>(story: Story, keys: readonly K[]): Pick<Story, K> =>
  Object.fromEntries(keys.flatMap((key) => (story[key] === undefined ? [] : [[key, story[key]]]))) as Pick<Story, K>

/** What is promised within hours is done within hours. */
function paceOf({ promises, urgent }: Matter): number {
  const term = promises.find(({ key }) => key === 'handle')?.term
  if (urgent) return 0.05
  if (term?.unit === 'hour') return 0.3
  return term?.amount === 1 ? 0.5 : 1
}
