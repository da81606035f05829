import { setImmediate } from 'node:timers/promises'
import type { News } from '../../../kernel/cases/handle/parts.ts'
import { type CaseId, districtOf } from '../../../kernel/cases/model/case.ts'
import { withoutPersonal } from '../../../kernel/cases/rules/personal/mask.ts'
import type { Db } from '../../../platform/db/db.ts'
import { cutForIndex } from '../../../platform/text/cut.ts'
import { DAY, type Instant } from '../../../platform/time.ts'
import { createSimilarIndex, type Likeness, type SimilarIndex } from '../rules/similar/similar.ts'
import { type FiledText, newestTexts, textsAfter, textsOf } from '../store/texts.ts'

const BATCH = 500
/** So many of the newest texts tell how common words are before the index is filled. */
const SAMPLE = 5_000
/** How old what another process has filed may be here, in milliseconds. */
const BEHIND = 5_000

type Shelf = {
  readonly district: string
  readonly index: SimilarIndex
  newest: string
  ready: boolean
  asked: number
  filling: Promise<void> | null
  /** The last news that is being taken in. */
  heard?: Promise<void>
}

export type Found = { readonly found: Likeness[]; readonly ready: boolean }

export type Asked = {
  readonly district: string
  readonly title: string
  readonly text: string
  readonly area: string | null
  readonly at: Instant
  readonly limit: number
}

type Parts = { readonly db: Db; readonly onTrouble: (error: unknown) => void; readonly ticks?: () => number }

/**
 * What is alike, kept in this process: filled from the database in the background, kept up by the news of this
 * process and by looking for what others have filed. A restart fills it anew.
 */
export function createLikeness({ db, onTrouble, ticks = () => performance.now() }: Parts) {
  const shelves = new Map<string, Shelf>()
  const stopped = new AbortController()

  function shelfOf(district: string): Shelf {
    const known = shelves.get(district)
    if (known) return known
    const shelf: Shelf = { district, index: createSimilarIndex(), newest: '', ready: false, asked: 0, filling: null }
    shelves.set(district, shelf)
    shelf.filling = fill(db, shelf, stopped.signal).catch(onTrouble)
    return shelf
  }

  async function upToDate(district: string): Promise<Shelf> {
    const shelf = shelfOf(district)
    if (!shelf.ready || ticks() - shelf.asked < BEHIND) return shelf
    shelf.asked = ticks()
    await readOn(db, shelf, stopped.signal)
    return shelf
  }

  return {
    /** Begins to read a district; harmless when it has begun. */
    open: (district: string) => void shelfOf(district),
    /** Of what happened in this process: takes in what was filed, whenever it is dated. */
    hear({ state, events }: News): void {
      const shelf = shelves.get(districtOf(state.id))
      if (!shelf || !events.some(({ type }) => type === 'Filed')) return
      shelf.heard = textsOf(db, shelf.district, [state.id])
        .then((texts) => addAll(shelf, texts))
        .catch(onTrouble)
    },
    ask: async (asked: Asked): Promise<Found> => {
      const { index, ready } = await upToDate(asked.district)
      return { found: index.find(questionOf(asked)), ready }
    },
    /** The same for a case that is there, by the words it is found by. */
    async askCase(district: string, id: CaseId, limit: number): Promise<Found> {
      const [{ index, ready }, [text]] = await Promise.all([upToDate(district), textsOf(db, district, [id])])
      return { found: text ? index.find({ ...comparable(text), limit, but: id }) : [], ready }
    },
    /** Resolves when what was filed before has been read, and what was heard of is in. */
    async filled(district: string): Promise<void> {
      const shelf = shelfOf(district)
      await shelf.filling
      await shelf.heard
    },
    async close(): Promise<void> {
      stopped.abort()
      await Promise.all([...shelves.values()].flatMap(({ filling, heard }) => [filling, heard]))
    },
  }
}

async function fill(db: Db, shelf: Shelf, stopped: AbortSignal): Promise<void> {
  for (const { words } of await newestTexts(db, shelf.district, SAMPLE)) shelf.index.count(words)
  await readOn(db, shelf, stopped)
  shelf.ready = !stopped.aborted
}

/** Reads whatever was filed after the newest that is known; leaves room for others between the batches. */
async function readOn(db: Db, shelf: Shelf, stopped: AbortSignal): Promise<void> {
  for (let more = true; more && !stopped.aborted; ) {
    const texts = await textsAfter(db, shelf.district, shelf.newest, BATCH)
    addAll(shelf, texts)
    shelf.newest = texts.at(-1)?.id ?? shelf.newest
    more = texts.length === BATCH
    await setImmediate()
  }
}

function addAll({ index }: Shelf, texts: readonly FiledText[]): void {
  for (const text of texts) index.add(comparable(text))
}

const questionOf = ({ title, text, area, at, limit }: Asked) => ({
  words: cutForIndex(withoutPersonal(`${title} ${text}`)),
  title: cutForIndex(withoutPersonal(title)),
  day: dayOf(at),
  area: area ?? '',
  limit,
})

export type SimilarTexts = ReturnType<typeof createLikeness>

const dayOf = (at: Instant): number => Math.floor(Date.parse(at) / DAY)

const comparable = ({ id, title, filedAt, area, words }: FiledText) => ({
  id,
  words,
  title: cutForIndex(title),
  day: dayOf(filedAt),
  area: area ?? '',
})
