import type { Json } from '../../../platform/canonical.ts'
import type { CaseEvent, CaseId, CaseState } from '../model/case.ts'
import { districtOf, livesUnder } from '../model/case.ts'
import { isFiled } from '../rules/evolve.ts'
import { evidenceIn, type OpenedEvent } from '../rules/present-timeline.ts'
import { timelineOf, timelinesOf } from '../store/timeline.ts'
import { allWordsBy } from '../words.ts'
import type { CaseDoorParts } from './door-parts.ts'
import { namesFor } from './naming.ts'
import { type Looker, photoViews } from './photos.ts'

/** The whole ledger of a case with every secret opened that can still be opened. */
export async function openedEvents(
  { db, vault }: Pick<CaseDoorParts, 'db' | 'vault'>,
  id: CaseId,
): Promise<OpenedEvent[]> {
  const events = await timelineOf(db, id)
  const sealed = events.flatMap(({ body }) => ('sealed' in body && body.sealed ? [body.sealed] : []))
  const opened = await vault.openMany(districtOf(id), sealed)
  let next = 0
  return events.map((event) => {
    const has = 'sealed' in event.body && event.body.sealed
    const secret = has ? (opened[next++] as OpenedEvent['secret']) : null
    return { event, secret }
  })
}

/** The same for several cases of one district, with one query for all facts and one for all keys. */
export async function openedEventsOf(
  { db, vault }: Pick<CaseDoorParts, 'db' | 'vault'>,
  district: string,
  ids: readonly CaseId[],
): Promise<ReadonlyMap<CaseId, readonly OpenedEvent[]>> {
  const events = ids.length === 0 ? [] : await timelinesOf(db, district, ids)
  const sealed = events.flatMap(({ body }) => ('sealed' in body && body.sealed ? [body.sealed] : []))
  const opened = await vault.openMany(district, sealed)
  const found = new Map<CaseId, OpenedEvent[]>()
  let next = 0
  for (const { stream, ...event } of events) {
    const has = 'sealed' in event.body && event.body.sealed
    const secret = has ? (opened[next++] as OpenedEvent['secret']) : null
    const before = found.get(stream)
    if (before) before.push({ event, secret })
    else found.set(stream, [{ event, secret }])
  }
  return found
}

/** What the presenters need to show these events to somebody. */
export async function showingFor(parts: CaseDoorParts, looker: Looker, state: CaseState, opened: OpenedEvent[]) {
  const procedure = parts.engine.cases.procedureOf(state)
  const { matter, matterVersion } = livesUnder(state)
  const staff = [state.holder, ...opened.flatMap((one) => [one.event.by, ...staffIn(one)])]
  const [names, photo] = await Promise.all([
    namesFor(parts, looker.district, {
      matters: [{ matter, matterVersion }, ...opened.flatMap(matterIn)],
      staff,
      cases: opened.flatMap(casesIn),
    }),
    photoViews(parts, looker, opened.flatMap(evidenceIn)),
  ])
  const words = allWordsBy(names.words, procedure.name, state.filing.channel)
  return { procedure, names: { ...names, words }, photo }
}

/** People whom a fact names: to whom it was handed, by whom it was typed in. */
function staffIn({ event }: OpenedEvent): (string | null | undefined)[] {
  if (isFiled(event)) return [event.body.enteredBy]
  const { holder, fields } = event.body as Extract<CaseEvent['body'], { move: string }>
  return [holder, textOf(fields?.person)]
}

/** Other cases that a fact names: the one it repeats, the one that repeats it, a joint task. */
const casesIn = ({ event: { body } }: OpenedEvent): string[] =>
  'fields' in body && body.fields ? Object.values(body.fields).filter(isCaseId) : []

const isCaseId = (value: Json): value is string => typeof value === 'string' && value.startsWith('case_')

/** The matter a fact brought the case under. */
const matterIn = ({ event }: OpenedEvent) => ('under' in event.body && event.body.under ? [event.body.under] : [])

const textOf = (value: Json | undefined): string | null => (typeof value === 'string' ? value : null)
