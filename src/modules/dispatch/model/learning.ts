import { type Static, Type } from 'typebox'
import { OrNull } from '../../../kernel/cases/model/views.ts'

export type ModelId = `model_${string}`

/** The model that comes with the project, where a model is named. */
export const SHIPPED = 'shipped'

export const learningStates = ['running', 'ready', 'failed', 'called-off'] as const
export type LearningState = (typeof learningStates)[number]

const Text = Type.String()
const Count = Type.Integer()
const Share = Type.Number({ description: '0 to 1' })

/** How a model fared on lessons that it had not seen. */
const Fared = Type.Object({ count: Count, macroF1: Share, accuracy: Share, ece: Share })

/** What would go by itself, and how much of it would be wrong. */
const Automatic = Type.Object({ threshold: Type.Number(), share: Share, error: Share })

const Side = Type.Object({ all: Fared, decisions: OrNull(Fared), automatic: Automatic })

/**
 * Before and after. `all`: each model on its own folds. `decisions`: both on the decisions that neither had learnt from;
 * null where there is none.
 */
export const Comparison = Type.Object(
  {
    against: Text,
    lessons: Type.Object({ files: Count, decisions: Count, leftOut: Count }),
    before: Side,
    after: Side,
    classes: Type.Array(Type.Object({ label: Text, count: Count, before: OrNull(Share), after: OrNull(Share) })),
    seconds: Count,
  },
  { title: 'ModelComparison' },
)
export type Comparison = Static<typeof Comparison>

export const LearningView = Type.Object(
  {
    id: Text,
    askedAt: Text,
    askedBy: Text,
    state: Type.Enum([...learningStates]),
    round: Count,
    rounds: Count,
    refusal: OrNull(Text),
    comparison: OrNull(Comparison),
    inForce: Type.Boolean(),
    canSwitch: Type.Boolean({ description: 'whether its file is at hand and readable' }),
  },
  { title: 'Learning' },
)
export type LearningView = Static<typeof LearningView>

export const LearningsView = Type.Object(
  {
    inForce: Type.Object({
      id: Text,
      since: OrNull(Text),
      by: OrNull(Text),
      day: Text,
      labels: Type.Array(Text),
      figures: Fared,
      automatic: Automatic,
    }),
    lessons: Type.Object({ files: Type.Array(Text), decisions: Count }),
    rows: Type.Array(LearningView),
    may: Type.Boolean({ description: 'whether the asker may train and switch' }),
  },
  { title: 'Learnings' },
)
export type LearningsView = Static<typeof LearningsView>
export type Fared = Static<typeof Fared>
