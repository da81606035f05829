import { namesFor } from '../../../kernel/cases/handle/naming.ts'
import { openedEventsOf } from '../../../kernel/cases/handle/opening.ts'
import type { Channel } from '../../../kernel/cases/model/case.ts'
import { allWordsBy } from '../../../kernel/cases/words.ts'
import type { Tongue } from '../../../platform/words.ts'
import type { Tree } from '../model/georeport.ts'
import type { PublicRow } from '../model/public.ts'
import { requestTree } from '../rules/present.ts'
import type { ExchangeParts } from './parts.ts'

type Showing = { readonly tongue: Tongue; readonly extensions: boolean }

/** Requests as everybody may read them. */
export async function requestTrees(
  parts: ExchangeParts,
  district: string,
  rows: readonly PublicRow[],
  { tongue, extensions }: Showing,
): Promise<Tree[]> {
  const ids = rows.map(({ caseId }) => caseId)
  const [opened, names] = await Promise.all([
    openedEventsOf(parts, district, ids),
    namesFor(parts, district, { matters: rows, staff: [] }),
  ])
  return rows.flatMap((row) => {
    const procedure = parts.procedures[row.procedure]
    const all = allWordsBy(parts.words, row.procedure, row.channel as Channel)
    const words = all[row.procedure]
    const facts = opened.get(row.caseId) ?? []
    if (!procedure || !words) return []
    const told = parts.tellPublicly({ procedure, words, unit: names.unit }, facts)
    const shown = { row, opened: facts, told, procedure, publicUrl: parts.publicUrl, extensions }
    return [requestTree({ ...shown, names: { ...names, words: all } }, tongue)]
  })
}
