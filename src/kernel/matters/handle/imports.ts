import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Db } from '../../../platform/db/db.ts'
import type { Entry, ImportOptions, ImportReport, RowError } from '../model/imports.ts'
import type { Category, CategoryPath } from '../model.ts'
import { treeChanges, treeProblems } from '../rules/categories.ts'
import { type ImportKnowledge, rowError, rowFault, type Step, stepFor } from '../rules/import.ts'
import { categoriesOf } from '../store/categories.ts'
import { allHeads, findHead, type Stroke } from '../store/versions.ts'
import { treeWords } from '../words.ts'
import { saveTree } from './categories.ts'
import { categoryTest, type Known, publishOne, retire, writeDraft } from './matters.ts'

export type ImportFile = {
  readonly district: string
  /** A list of the whole tree; empty: the tree stays as it is. */
  readonly categories: readonly Category[]
  readonly entries: readonly Entry[]
  /** Faults of the file that belong to no entry. */
  readonly errors: readonly RowError[]
}

export type ImportAnswer = { readonly ok: boolean; readonly report: ImportReport }

/**
 * Takes a file into the catalogue in one transaction. With `atomic`, any fault and nothing is written (`ok` is false);
 * else faulty entries are left out and reported. The report of a dry run is the report of the import it would be.
 */
export async function importCatalogue(
  db: Db,
  known: Known,
  file: ImportFile,
  options: ImportOptions,
  stroke: Stroke & { note: string },
): Promise<ImportAnswer> {
  const treeErrors = faultsOfTree(file.categories)
  return db.transaction(async (tx) => {
    const before = await categoriesOf(tx, file.district)
    const hasTree = file.categories.length > 0 && treeErrors.length === 0
    const isCategory = categoryTest(hasTree ? file.categories : before)
    const steps = await plan(tx, { ...known, isCategory, by: stroke.by }, file, options)
    const errors = [
      ...file.errors,
      ...treeErrors,
      ...steps.flatMap((step) => (step.do === 'refuse' ? step.errors : [])),
    ]
    if (options.atomic && errors.length > 0) return { ok: false, report: { ...nothingDone, errors } }
    const categories = hasTree ? treeChanges(before, file.categories).length : 0
    if (!options.dryRun) {
      if (hasTree) await saveTree(tx, file.district, file.categories, stroke)
      for (const step of steps) await take(tx, { known, isCategory, stroke }, step)
    }
    return { ok: true, report: { ...countsOf(steps), categories, errors } }
  })
}

const nothingDone = { drafts: 0, published: 0, unchanged: 0, categories: 0 }

function countsOf(steps: readonly Step[]): Pick<ImportReport, 'drafts' | 'published' | 'unchanged'> {
  const count = (what: Step['do']) => steps.filter((step) => step.do === what).length
  return { drafts: count('draft'), published: count('publish'), unchanged: count('nothing') }
}

const faultsOfTree = (categories: readonly Category[]): RowError[] =>
  treeProblems(categories).map(({ id, code }) => {
    const row = categories.findLastIndex((node) => node.id === id) + 1
    return rowError({ sheet: 'categories', row, column: '/id' }, code, treeWords[code], id)
  })

async function plan(
  tx: Db,
  known: ImportKnowledge,
  { district, entries }: ImportFile,
  options: ImportOptions,
): Promise<readonly Step[]> {
  const heads = new Map((await allHeads(tx, district, !options.dryRun)).map((head) => [head.id, head]))
  const seen = new Set<string>()
  const steps: Step[] = []
  for (const entry of entries) {
    const { matter, locate, errors } = entry
    const twin = matter && errors.length === 0 ? `${matter.id} ${matter.status === 'draft'}` : null
    const isTwice = twin !== null && seen.has(twin)
    if (twin !== null) seen.add(twin)
    steps.push(
      isTwice
        ? { do: 'refuse', errors: [rowFault(locate('/id'), 'id-twice', matter?.id)] }
        : stepFor(entry, (matter && heads.get(matter.id)) ?? null, options, known),
    )
    if (steps.length % 10 === 0) await nextTurn()
  }
  return steps
}

type Taking = {
  readonly known: Known
  readonly isCategory: (path: CategoryPath) => boolean
  readonly stroke: Stroke & { note: string }
}

async function take(tx: Db, { known, isCategory, stroke }: Taking, step: Step): Promise<void> {
  if (step.do === 'nothing' || step.do === 'refuse') return
  const { matter } = step
  const head = await findHead(tx, matter.district, matter.id)
  if (step.do === 'draft') return writeDraft(tx, head, matter, stroke)
  const done = await publishOne(tx, known, { matter, head, isCategory, keep: head?.draft ?? null }, stroke)
  if (!done.ok) throw new Error(`${matter.id} was planned to be published and was not: ${done.refusal}`)
  if (matter.status === 'retired' && matter.effectiveTo !== null) await retire(tx, matter, matter.effectiveTo, stroke)
}
