import type { Block } from '../../model/classify.ts'
import type { Counts } from './features.ts'
import { type LearnOptions, learnBayesHinge, learnHinge, type Row, type Weights } from './linear.ts'
import { rowOf, vocabularyOf } from './rarity.ts'
import { addScores, bitsFor, blockOf } from './score.ts'

/** A lesson made ready: its features in both blocks, and its class. */
export type Ready = { readonly words: Counts; readonly characters: Counts; readonly class: number }

export type Blocks = { readonly words: Block; readonly characters: Block }

/** Found by trial on folds; the table stands in the README of the house. */
const WORDS = { fewest: 2, power: 1.3 }
const CHARACTERS = { fewest: 4, power: 1 }
const COST = 1
const MOST_FAVOUR = 2

/** Two machines over words, one over characters; their scores are added up. */
export function learn(lessons: readonly Ready[], classes: number): Blocks {
  const bits = bitsFor(classes)
  const classOf = lessons.map((lesson) => lesson.class)
  const favours = favoursOf(classOf, classes)
  const learner = (counts: readonly Counts[], { fewest, power }: typeof WORDS, machines: readonly Machine[]): Block => {
    const vocabulary = vocabularyOf(counts, { bits, fewest, power })
    const rows = counts.map((count) => rowOf(count, vocabulary))
    const learnt = favours.map((favour, index) => {
      const options = { features: vocabulary.size, cost: COST, favour }
      return machines.map((machine) => machine(rows, (row) => classOf[row] === index, options)).reduce(together)
    })
    return blockOf(learnt, vocabulary)
  }
  return {
    words: learner(
      lessons.map(({ words }) => words),
      WORDS,
      [learnHinge, learnBayesHinge],
    ),
    characters: learner(
      lessons.map(({ characters }) => characters),
      CHARACTERS,
      [learnHinge],
    ),
  }
}

type Machine = (rows: readonly Row[], isOurs: (row: number) => boolean, options: LearnOptions) => Weights

const together = (one: Weights, other: Weights): Weights => ({
  weights: one.weights.map((weight, at) => weight + (other.weights[at] ?? 0)),
  shift: one.shift + other.shift,
})

/** A class half as large as the largest is favoured by the root of two, none by more than two. */
function favoursOf(classOf: readonly number[], classes: number): number[] {
  const counts = Array.from({ length: classes }, () => 0)
  for (const index of classOf) counts[index] = (counts[index] ?? 0) + 1
  const most = Math.max(...counts)
  return counts.map((count) => Math.min(MOST_FAVOUR, Math.sqrt(most / Math.max(1, count))))
}

/** The scores of a lesson, one per class. */
export function scoresOf({ words, characters }: Blocks, lesson: Pick<Ready, 'words' | 'characters'>): number[] {
  const scores = new Float64Array(words.weightSteps.length)
  addScores(words, lesson.words, scores)
  addScores(characters, lesson.characters, scores)
  return [...scores]
}
