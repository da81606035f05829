import { mattersNow } from '../../../kernel/cases/handle/offers.ts'
import type { AskedOfWords, Reading } from '../../../kernel/cases/model/reading.ts'
import type { Matter } from '../../../kernel/matters/model.ts'
import { categoryTree, pathOf, pathText } from '../../../kernel/matters/rules/categories.ts'
import { mattersByWords } from '../../../kernel/matters/rules/choose.ts'
import { categoriesOf } from '../../../kernel/matters/store/categories.ts'
import { localDay } from '../../../kernel/worktime/rules.ts'
import type { Db } from '../../../platform/db/db.ts'
import type { Clock } from '../../../platform/time.ts'
import type { Letter, Proposal } from '../model/classify.ts'
import { likeliest } from '../rules/propose/propose.ts'
import { seedThemes } from '../words/themes.ts'

/** A model that is loaded: what it reads, and the classes it knows. */
export type Reader = { readonly labels: readonly string[]; readonly read: (letter: Letter) => Proposal }

export type ReadingParts = {
  readonly db: Db
  readonly clock: Clock
  /** The model in force; null where there is none: then the words of the matters answer alone. */
  readonly reader: (district: string) => Promise<Reader | null>
  /** The matter of whatever no other speaks of; to stand under it says nothing. */
  readonly fallbackMatter: string
  /** Procedures whose matters anybody may come with. */
  readonly offered: readonly string[]
}

/** How long a catalogue is believed without asking again, in milliseconds of the machine. */
const BELIEVED = 5_000

/** Reads messages by the model and by the words of the city's matters. */
export function createReading(parts: ReadingParts, ticks = () => performance.now()) {
  const { db, clock, offered, fallbackMatter } = parts
  const known = new Map<string, { readonly until: number; readonly reader: Reader | null; readonly themes: Themes }>()

  async function themesOf(district: string, reader: Reader | null): Promise<Themes> {
    const kept = known.get(district)
    if (kept && kept.reader === reader && kept.until > ticks()) return kept.themes
    const tree = categoryTree(await categoriesOf(db, district))
    const themes = new Map(
      (reader?.labels ?? []).map((label) => {
        const names = [...new Set([label, ...(seedThemes[label] ?? [])])]
        return [label, names.filter((name) => tree.find(pathOf(name)) !== null)]
      }),
    )
    known.set(district, { until: ticks() + BELIEVED, reader, themes })
    return themes
  }

  return async (district: string, { title, text, category }: AskedOfWords): Promise<Reading> => {
    const reader = await parts.reader(district)
    const [all, themes] = await Promise.all([
      mattersNow(db, district, localDay(clock.now())),
      themesOf(district, reader),
    ])
    const open = all.filter(({ procedure, internal }) => offered.includes(procedure) && !internal)
    const read = reader?.read({ title, detail: text }) ?? null
    const spoken = mattersByWords(open, { title, text }).map(categoryOf)
    const nothing = open.find(({ id }) => id === fallbackMatter)
    const best = likeliest({
      guesses: read?.best ?? [],
      spoken: [...new Set(spoken)],
      filed: nothing && categoryOf(nothing) === category ? null : category,
      labels: reader?.labels ?? [],
      themesOf: (label) => themes.get(label) ?? [],
    })
    const [first] = best
    // A city whose whole catalogue is silent still sends the case where it stands.
    if (first === undefined) return { best: [{ category, label: null, confidence: null }], sure: false, marks: [] }
    if (read === null || first.confidence === null) return { best, sure: false, marks: [] }
    const marks = read.reasons.map(({ field, from, to, weight }) => ({
      field: field === 'detail' ? ('text' as const) : field,
      from,
      to,
      weight,
    }))
    return { best, sure: read.sure, marks }
  }
}

type Themes = ReadonlyMap<string, readonly string[]>

const categoryOf = ({ category }: Pick<Matter, 'category'>): string => pathText(category)
