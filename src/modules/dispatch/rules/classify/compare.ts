import type { Classifier, Lesson, Letter, Measured, Proposal } from '../../model/classify.ts'
import type { Comparison, Fared } from '../../model/learning.ts'
import { type Judged, measure } from './measure.ts'
import type { JudgedLesson } from './train.ts'

export type Compared = {
  readonly lessons: readonly Lesson[]
  /** What the new model would have said to each lesson without having seen it. */
  readonly judged: readonly JudgedLesson[]
  readonly isUnseenDecision: (lesson: number) => boolean
  readonly before: { readonly id: string; readonly model: Classifier; readonly read: (letter: Letter) => Proposal }
  readonly after: Classifier
  readonly counts: Comparison['lessons']
}

const fared = ({ count, macroF1, accuracy, ece }: Measured): Fared => ({ count, macroF1, accuracy, ece })

/** The model in force beside the new one: each on its own folds, and both on decisions that neither had learnt from. */
export function compare({ lessons, judged, isUnseenDecision, before, after, counts }: Compared): Comparison {
  const unseen = judged.filter(({ lesson }) => isUnseenDecision(lesson))
  const labels = [...new Set([...before.model.labels, ...after.labels])]
  const indexOf = (label: string | null | undefined) => labels.indexOf(label ?? '')
  const ours = unseen.map(
    ({ truth, proposed, confidence }): Judged => ({
      truth: indexOf(after.labels[truth]),
      proposed: indexOf(after.labels[proposed]),
      confidence,
    }),
  )
  const theirs = unseen.map(({ lesson, truth }): Judged => {
    const { label, confidence } = before.read(letterOf(lessons[lesson]))
    return { truth: indexOf(after.labels[truth]), proposed: indexOf(label), confidence }
  })
  const onDecisions = (all: readonly Judged[]) => (all.length === 0 ? null : fared(measure(all, labels)))
  const [old, fresh] = [before.model.figures, after.figures]
  const f1Of = (figures: Measured, label: string) => figures.classes.find((one) => one.label === label)?.f1 ?? null
  return {
    against: before.id,
    lessons: counts,
    before: { all: fared(old.measured), decisions: onDecisions(theirs), automatic: old.automatic },
    after: { all: fared(fresh.measured), decisions: onDecisions(ours), automatic: fresh.automatic },
    classes: labels.map((label) => ({
      label,
      count: fresh.measured.classes.find((one) => one.label === label)?.count ?? 0,
      before: f1Of(old.measured, label),
      after: f1Of(fresh.measured, label),
    })),
    seconds: fresh.seconds,
  }
}

const letterOf = (lesson: Lesson | undefined): Letter =>
  lesson?.form === 'raw' ? lesson : { title: '', detail: lesson?.words.replaceAll(' ', '') ?? '' }
