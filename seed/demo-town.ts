import { createEngine, type Engine } from '../src/city/engine.ts'
import type { CaseId, CaseState } from '../src/kernel/cases/model/case.ts'
import { readAnswered } from '../src/kernel/cases/store/commit.ts'
import { casesIn } from '../src/kernel/cases/store/lists.ts'
import { anyOf, waysOf } from '../src/kernel/cases/store/sight.ts'
import { entriesOf } from '../src/kernel/channels/store/entries.ts'
import { mattersInForce } from '../src/kernel/matters/store/versions.ts'
import { residentWith } from '../src/kernel/people/handle/residents.ts'
import type { PersonId } from '../src/kernel/people/model.ts'
import { localDay } from '../src/kernel/worktime/rules.ts'
import { loadCalendar } from '../src/kernel/worktime/store.ts'
import type { Crypto } from '../src/platform/crypto/crypto.ts'
import type { Db } from '../src/platform/db/db.ts'
import type { FileStore } from '../src/platform/files/store.ts'
import type { Message } from '../src/platform/jobs/model.ts'
import { type Instant, turnableClock } from '../src/platform/time.ts'
import { plantAddresses } from './addresses.ts'
import { plantComponents } from './components.ts'
import { gridFilingOf, gridPlanOf, gridStories } from './grid-stories.ts'
import { plantLayers } from './layers.ts'
import { prepareLife } from './live-on.ts'
import { openMailboxes } from './mailboxes.ts'
import { plantPictures } from './pictures/plant.ts'
import { plantPlaces } from './places.ts'
import type { Plan } from './plot.ts'
import { type ResidentKey, residents } from './residents.ts'
import type { Progress } from './simulate.ts'
import { stories as everyStory } from './stories.ts'
import type { Story } from './story.ts'
import { filingOf, inOrder, planOf, type Scene } from './telling.ts'

export type TownParts = {
  readonly db: Db
  readonly crypto: Crypto
  readonly master: Buffer
  /** The digest under which telephones are looked up. */
  readonly mac: (text: string) => string
  readonly district: string
  readonly now: Instant
  /** Where pictures are kept; without it nobody takes any. */
  readonly files?: Pick<FileStore, 'storeImage'>
  readonly stories?: readonly Story[]
  /** Learns from what the dispatchers of the town decide. */
  readonly onSorted?: (message: Message) => Promise<void>
  readonly onProgress?: (progress: TellingProgress) => void
  /** The last of the telling, before the mailboxes that mark its end; broken off, it is asked for again. */
  readonly beforeItEnds?: (cases: readonly CaseId[]) => Promise<unknown>
  readonly signal?: AbortSignal
}

export type TellingProgress =
  | { readonly step: 'filing'; readonly done: number; readonly of: number }
  | { readonly step: 'living'; readonly at: Instant; readonly acts: number; readonly of: number }

/** What became of it: the cases by the stories they tell, and how the people did. */
export type ToldTown = { readonly cases: ReadonlyMap<string, CaseId>; readonly life: Progress }

/**
 * Tells the stories of the invented town through the public commands, from the oldest until now: residents move in,
 * file, and everything is lived on. Null where that is not to be done: the town was told before, others live here, or it was broken off.
 * Broken off anywhere, the next call goes on: whoever is there is known by his telephone, what was filed by its key.
 */
export async function tellTown(parts: TownParts): Promise<ToldTown | null> {
  const { db, district, now, stories = everyStory } = parts
  if (!(await isToBeTold(parts, stories))) return null
  await plantPlaces(db, district)
  await plantLayers(db, district, now)
  await plantComponents(db, district, now)
  await plantAddresses(db, district, now)
  const clock = turnableClock(now)
  const engine = createEngine({ ...parts, clock })
  const scenes = await scenesOf(parts, stories)
  const people = await settle({ ...parts, clock, vault: engine.vault }, scenes[0]?.at ?? now)
  const told = await fileAll(parts, { engine, clock, scenes, people })
  if (parts.signal?.aborted) return null
  const lived = told.map(({ story, matter, state }) => [state.id, planOf(story, matter, now, casesBy(told))] as const)
  const plans = new Map([...lived, ...(await fileGridStories(parts, engine, clock))])
  const { live } = await prepareLife({
    ...parts,
    from: scenes[0]?.at ?? now,
    until: now,
    planFor: ({ id, filing }) => plans.get(filing.parent ?? id) ?? null,
    onProgress: ({ at, acts }) => parts.onProgress?.({ step: 'living', at, acts, of: told.length }),
  })
  const life = await live()
  if (!parts.signal?.aborted) await parts.beforeItEnds?.([...casesBy(told).values()])
  if (!parts.signal?.aborted) await openMailboxes(parts)
  return { cases: casesBy(told), life }
}

/** What was seen on the streets, filed like the rest, and how each will be lived. */
async function fileGridStories(parts: TownParts, engine: Engine, clock: Filing['clock']) {
  const { db, district, now, files } = parts
  const matters = await mattersInForce(db, district, localDay(now))
  const pictures = files ? await plantPictures({ db, files, district, at: now }) : new Map()
  const lived: (readonly [CaseId, Plan])[] = []
  for (const story of gridStories.toSorted((a, b) => b.hours - a.hours)) {
    const filing = gridFilingOf(story, { matters, district, now, pictures })
    clock.turnTo(filing.at)
    const filed = await engine.cases.file(filing)
    if (!filed.ok) throw new Error(`the grid story ${story.id} was refused: ${filed.refusal}`)
    lived.push([filed.state.id, gridPlanOf(story, { now, pictures })])
  }
  return lived
}

/** The mailboxes are hung up last; where they hang, the town has been told. */
async function isToBeTold({ db, district }: TownParts, stories: readonly Story[]): Promise<boolean> {
  if ((await entriesOf(db, { district, kind: 'mailbox', after: null, limit: 1 })).length > 0) return false
  const everything = [anyOf(waysOf({ district, all: true, units: [], owners: [], grids: [], hands: [], leads: [] }))]
  const some = await casesIn(db, { district, filters: [], ways: everything, sort: 'filed', after: null, limit: 1 })
  if (some.length === 0) return true
  const begun = await Promise.all(stories.map(({ id }) => db.prepared(readAnswered, [district, keyOf(id)])))
  return begun.some((rows) => rows.length > 0)
}

const keyOf = (story: string): string => `demo/${story}`

async function scenesOf({ db, district, now }: TownParts, stories: readonly Story[]): Promise<Scene[]> {
  const [matters, calendar] = await Promise.all([mattersInForce(db, district, localDay(now)), loadCalendar(db)])
  return inOrder(stories, { matters, calendar, now })
}

type People = ReadonlyMap<ResidentKey, PersonId>
type Settling = Parameters<typeof residentWith>[0] & { readonly district: string }

async function settle(parts: Settling, at: Instant): Promise<People> {
  const { district } = parts
  const found = residents.map(async ({ key, name, phone }) => {
    return [key, await residentWith(parts, { district, phone, name, at })] as const
  })
  return new Map(await Promise.all(found))
}

const AT_ONCE = 6

type Filing = {
  readonly engine: Engine
  readonly clock: { turnTo(when: Instant): void }
  readonly scenes: readonly Scene[]
  readonly people: People
}
type Told = Scene & { readonly state: CaseState }

async function fileAll(parts: TownParts, { engine, clock, scenes, people }: Filing): Promise<Told[]> {
  const told: Told[] = []
  for (let at = 0; at < scenes.length && !parts.signal?.aborted; at += AT_ONCE) {
    const some = scenes.slice(at, at + AT_ONCE)
    clock.turnTo(some[0]?.at ?? parts.now)
    told.push(...(await Promise.all(some.map((scene) => fileOne(parts.district, engine, people, scene)))))
    parts.onProgress?.({ step: 'filing', done: told.length, of: scenes.length })
  }
  return told
}

async function fileOne(district: string, engine: Engine, people: People, scene: Scene): Promise<Told> {
  const { id, who } = scene.story
  const applicant = who === null ? null : (people.get(who) ?? null)
  const filed = await engine.cases.file(filingOf(scene, { district, applicant, key: keyOf(id) }))
  if (!filed.ok) throw new Error(`the story ${id} was refused: ${filed.refusal}`)
  return { ...scene, state: filed.state }
}

const casesBy = (told: readonly Told[]): ReadonlyMap<string, CaseId> =>
  new Map(told.map(({ story, state }) => [story.id, state.id]))
