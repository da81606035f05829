import type { Automatic, ClassFigures, Measured, Reliability } from '../../model/classify.ts'

/** One letter whose class is known: truth and proposal as places in the list of labels; -1 for no proposal. */
export type Judged = { readonly truth: number; readonly proposed: number; readonly confidence: number }

const BARS = 10

/**
 * Precision, recall and F1 = 2PR/(P+R) of each class, their mean (macro-F1), accuracy, confusion and calibration. A
 * letter without a proposal counts as wrong, and as missed by its class.
 */
export function measure(judged: readonly Judged[], labels: readonly string[]): Measured {
  const confusion = labels.map(() => labels.map(() => 0))
  for (const { truth, proposed } of judged) {
    const row = confusion[truth]
    if (row !== undefined && proposed >= 0) row[proposed] = (row[proposed] ?? 0) + 1
  }
  const classes = labels.map((label, at) => classFigures(label, at, { judged, confusion }))
  const present = classes.filter(({ count }) => count > 0)
  const reliability = reliabilityOf(judged)
  return {
    count: judged.length,
    accuracy: share(judged.filter(isRight).length, judged.length),
    macroF1: share(
      present.reduce((sum, { f1 }) => sum + f1, 0),
      present.length,
    ),
    classes,
    confusion,
    ece: share(
      reliability.reduce((sum, { count, confidence, right }) => sum + count * Math.abs(confidence - right), 0),
      judged.length,
    ),
    reliability,
  }
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)
const isRight = ({ truth, proposed }: Judged): boolean => truth === proposed

type Table = { readonly judged: readonly Judged[]; readonly confusion: readonly (readonly number[])[] }

function classFigures(label: string, at: number, { judged, confusion }: Table): ClassFigures {
  const right = confusion[at]?.[at] ?? 0
  const count = judged.filter(({ truth }) => truth === at).length
  const precision = share(
    right,
    confusion.reduce((sum, row) => sum + (row[at] ?? 0), 0),
  )
  const recall = share(right, count)
  return { label, count, precision, recall, f1: share(2 * precision * recall, precision + recall) }
}

function reliabilityOf(judged: readonly Judged[]): Reliability[] {
  return Array.from({ length: BARS }, (_, bar) => {
    const inside = judged.filter(({ confidence }) => Math.min(BARS - 1, Math.floor(confidence * BARS)) === bar)
    return {
      from: bar / BARS,
      to: (bar + 1) / BARS,
      count: inside.length,
      confidence: share(
        inside.reduce((sum, { confidence }) => sum + confidence, 0),
        inside.length,
      ),
      right: share(inside.filter(isRight).length, inside.length),
    }
  })
}

/**
 * The lowest confidence at which no more than `wantedError` of what goes by itself is wrong; 1.01, which nobody
 * reaches, where there is none.
 */
export function thresholdFor(judged: readonly Judged[], wantedError: number): number {
  const sorted = judged.toSorted((a, b) => b.confidence - a.confidence)
  let threshold = 1.01
  let wrong = 0
  for (const [at, one] of sorted.entries()) {
    if (!isRight(one)) wrong++
    const isLastOfItsKind = sorted[at + 1]?.confidence !== one.confidence
    if (isLastOfItsKind && wrong <= wantedError * (at + 1)) threshold = one.confidence
  }
  return threshold
}

/** What would go by itself at a threshold. */
export function automaticAt(judged: readonly Judged[], threshold: number): Automatic {
  const gone = judged.filter(({ confidence }) => confidence >= threshold)
  return {
    threshold,
    share: share(gone.length, judged.length),
    error: share(gone.filter((one) => !isRight(one)).length, gone.length),
  }
}
