import type { Block, BlockReads } from '../../model/classify.ts'
import { createCounter, damped } from './counting.ts'
import type { Slotted, Spaces } from './features.ts'
import { learnMachine, type Machine, type Rows } from './linear.ts'
import { blockOf, putScores } from './score.ts'

type BlockPlan = BlockReads & {
  readonly machines: readonly Machine[]
  /** In how many lessons a feature stands at least. */
  readonly fewest: number
  /** The rarity is raised to it: above 1 rare features count for more. */
  readonly power: number
}

/** Found by trial on folds; the table stands in the README of the house. */
export const plans: readonly BlockPlan[] = [
  { kind: 'words', part: 'whole', longest: 1, machines: ['hinge', 'bayes'], fewest: 2, power: 1.3 },
  { kind: 'words', part: 'head', longest: 2, machines: ['bayes'], fewest: 2, power: 1 },
  { kind: 'words', part: 'rest', longest: 1, machines: ['hinge'], fewest: 2, power: 1.3 },
  { kind: 'runs', part: 'whole', longest: 3, machines: ['bayes'], fewest: 4, power: 1 },
]
const COST = 1
const MOST_FAVOUR = 2

/** How often each feature stands in each lesson, lesson after lesson, in memory that threads share. */
export type Counted = { readonly starts: Int32Array; readonly at: Int32Array; readonly counts: Float32Array }

/** What one thread learns at a time: a block from all lessons, or from all but those of one fold. */
export type LearnTask = {
  readonly plan: number
  readonly features: number
  readonly counted: Counted
  readonly classOf: Int32Array
  readonly foldOf: Int32Array
  readonly classes: number
  /** Null: from all lessons. */
  readonly without: number | null
}

/** A block learnt from all lessons, or else the scores of the lessons left out, one row after the other. */
export type LearnDone = { readonly block: Block | null; readonly scores: Float64Array }

const shared = (bytes: number) => new SharedArrayBuffer(bytes)

/** Counts lessons for one block; they are looked at one after the other, as each lives only until the next. */
export function countAll<L>(
  lessons: readonly L[],
  look: (lesson: L) => Slotted,
  { plan, spaces }: { readonly plan: number; readonly spaces: Spaces },
): Counted {
  const reads = planOf(plan)
  const count = createCounter(spaces[reads.kind].buckets.length)
  let all = 0
  const rows = lessons.map((lesson) => {
    const { slots, counts, size } = count(look(lesson), reads)
    all += size
    return { at: slots.slice(0, size), counts: counts.slice(0, size) }
  })
  const starts = new Int32Array(shared((rows.length + 1) * 4))
  const at = new Int32Array(shared(all * 4))
  const counts = new Float32Array(shared(all * 4))
  let next = 0
  for (const [index, row] of rows.entries()) {
    at.set(row.at, next)
    counts.set(row.counts, next)
    next += row.at.length
    starts[index + 1] = next
  }
  return { starts, at, counts }
}

function planOf(index: number): BlockPlan {
  const plan = plans[index]
  if (plan === undefined) throw new Error(`there is no block ${index}`)
  return plan
}

/** Does one task; the same task always gives the same. */
export function learnTask(task: LearnTask): LearnDone {
  const { classOf, foldOf, classes, without } = task
  const plan = planOf(task.plan)
  const taught = Int32Array.from(foldOf.keys()).filter((row) => foldOf[row] !== without)
  const rarity = rarityOf(task, taught, plan)
  const rows = rowsOf(task.counted, taught, rarity)
  const truths = taught.map((row) => classOf[row] ?? 0)
  const options = { features: task.features, classes, cost: COST, favours: favoursOf(truths, classes) }
  const learnt = plan.machines.map((machine) => learnMachine(machine, rows, truths, options))
  const outputs = classes * plan.machines.length
  const weights = new Float32Array(task.features * outputs)
  for (const [place, { weights: own }] of learnt.entries())
    for (let feature = 0; feature < task.features; feature++)
      for (let k = 0; k < classes; k++)
        weights[feature * outputs + place * classes + k] = own[feature * classes + k] ?? 0
  const reads = { kind: plan.kind, part: plan.part, longest: plan.longest }
  const block = blockOf(reads, { rarity, weights, shifts: learnt.flatMap(({ shifts }) => [...shifts]) })
  if (without === null) return { block, scores: new Float64Array(0) }
  const left = Int32Array.from(foldOf.keys()).filter((row) => foldOf[row] === without)
  return { block: null, scores: scoresOf(block, task.counted, left) }
}

function scoresOf(block: Block, { starts, at, counts }: Counted, rows: Int32Array): Float64Array {
  const outputs = block.shifts.length
  const scores = new Float64Array(rows.length * outputs)
  for (const [place, row] of rows.entries()) {
    const [from, to] = [starts[row] ?? 0, starts[row + 1] ?? 0]
    const counted = { slots: at.subarray(from, to), counts: counts.subarray(from, to), size: to - from }
    putScores(block, counted, scores, place * outputs)
  }
  return scores
}

/** How rare each feature is among the lessons taught, 0 where too few of them have it. */
function rarityOf({ counted: { starts, at }, features }: LearnTask, taught: Int32Array, { fewest, power }: BlockPlan) {
  const holders = new Int32Array(features)
  for (const row of taught)
    for (let k = starts[row] ?? 0; k < (starts[row + 1] ?? 0); k++) holders[at[k] ?? 0] = (holders[at[k] ?? 0] ?? 0) + 1
  return Float64Array.from(holders, (held) =>
    held < fewest ? 0 : (Math.log((1 + taught.length) / (1 + held)) + 1) ** power,
  )
}

/** The lessons taught as rows of length one: damped counts times rarity. */
function rowsOf({ starts, at, counts }: Counted, taught: Int32Array, rarity: Float64Array): Rows {
  const most = taught.reduce((sum, row) => sum + (starts[row + 1] ?? 0) - (starts[row] ?? 0), 0)
  const rows = { starts: new Int32Array(taught.length + 1), at: new Int32Array(most), values: new Float32Array(most) }
  let next = 0
  for (const [place, row] of taught.entries()) {
    const first = next
    let square = 0
    for (let k = starts[row] ?? 0; k < (starts[row + 1] ?? 0); k++) {
      const feature = at[k] ?? 0
      const value = damped(counts[k] ?? 1) * (rarity[feature] ?? 0)
      if (value === 0) continue
      rows.at[next] = feature
      rows.values[next++] = value
      square += value * value
    }
    const length = Math.sqrt(square) || 1
    for (let k = first; k < next; k++) rows.values[k] = (rows.values[k] ?? 0) / length
    rows.starts[place + 1] = next
  }
  return rows
}

/** A class half as large as the largest is favoured by the root of two, none by more than two. */
function favoursOf(classOf: Int32Array, classes: number): number[] {
  const counts = Array.from({ length: classes }, () => 0)
  for (const index of classOf) counts[index] = (counts[index] ?? 0) + 1
  const most = Math.max(...counts)
  return counts.map((count) => Math.min(MOST_FAVOUR, Math.sqrt(most / Math.max(1, count))))
}
