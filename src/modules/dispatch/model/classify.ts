/** A message as its author wrote it. */
export type Letter = { readonly title: string; readonly detail: string }

/** What the trainer learns from: a letter, or one that came cut into words with the empty words left out. */
export type Lesson =
  | { readonly form: 'raw'; readonly title: string; readonly detail: string; readonly label: string | null }
  | { readonly form: 'segmented'; readonly words: string; readonly label: string }

export type Field = 'title' | 'detail'

/** Words of the letter that spoke for the class: UTF-16 offsets into the field as it was given, `to` exclusive. */
export type Reason = {
  readonly field: Field
  readonly from: number
  readonly to: number
  readonly words: string
  /** The share of all that spoke for the class, 0 to 1. */
  readonly weight: number
}

export type Guess = { readonly label: string; readonly confidence: number }

/** Why nothing is proposed: nothing to read, or nothing in it that the training texts knew. */
export type Silence = 'nothing-written' | 'nothing-known'

/**
 * What a letter is about. `confidence` is the share of such letters that are right, 0 to 1; `sure` when it reaches the
 * threshold at which the city lets a proposal go by itself. Without a proposal `best` is empty.
 */
export type Proposal = {
  readonly label: string | null
  readonly confidence: number
  readonly sure: boolean
  readonly best: readonly Guess[]
  readonly reasons: readonly Reason[]
  readonly silence: Silence | null
}

export type ClassFigures = {
  readonly label: string
  readonly count: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/** One bar of the reliability diagram: letters whose confidence lies in [from, to). */
export type Reliability = {
  readonly from: number
  readonly to: number
  readonly count: number
  readonly confidence: number
  readonly right: number
}

/** How well it did on letters it was not trained on. */
export type Measured = {
  readonly count: number
  readonly accuracy: number
  readonly macroF1: number
  readonly classes: readonly ClassFigures[]
  /** Rows are the truth, columns the proposal, both in the order of `classes`. */
  readonly confusion: readonly (readonly number[])[]
  /** Expected calibration error over ten bars of equal width. */
  readonly ece: number
  readonly reliability: readonly Reliability[]
}

/** What goes by itself at a confidence. `error` is the share of wrong ones among them. */
export type Automatic = { readonly threshold: number; readonly share: number; readonly error: number }

/** The file a lesson came from: enough to tell whether it is the same one, and nothing of it. */
export type LessonSource = { readonly name: string; readonly sha256: string; readonly rows: number }

/** Kept inside the model file, so that a model can always say what it was made of and how good it was. */
export type TrainingFigures = {
  readonly day: string
  readonly sources: readonly LessonSource[]
  readonly lessons: number
  readonly distinct: number
  readonly folds: number
  readonly measured: Measured
  /** The same, over those lessons only that were there as their authors wrote them. */
  readonly raw: Measured | null
  readonly wantedError: number
  readonly automatic: Automatic
  readonly seconds: number
}

/** What a feature is: words of the dictionary (and the characters within), or runs of characters across words. */
export type Kind = 'words' | 'runs'

/** The part of a letter that is read: all of it with its beginning counted three times, its beginning, or the rest. */
export type Part = 'whole' | 'head' | 'rest'

/** The features a model knows of one kind, and where each stands among all hashes. */
export type Space = {
  readonly bits: number
  /** The hashes' first bits, ascending. */
  readonly buckets: Int32Array
  /** For every thirty-two buckets in turn: a bit for each that is known, and how many known ones stand before. */
  readonly ranks: Uint32Array
  /** The feature that each known bucket is, as the cells of the blocks have them. */
  readonly places: Int32Array
}

/** What one block reads in a part of the letter: words and pairs of them, or runs of characters, up to `longest`. */
export type BlockReads = {
  readonly kind: Kind
  readonly part: Part
  readonly longest: number
}

/** Linear machines over the same features; `cells` holds for each its rarity and a weight per machine and class, one byte each. */
export type Block = {
  readonly reads: BlockReads
  readonly cells: Int8Array
  readonly rarityStep: number
  /** One per machine and class, machines first. */
  readonly weightSteps: readonly number[]
  readonly shifts: readonly number[]
}

/** All scores to confidences: for every class a shift and a weight per score, then the shares of the exponentials. */
export type Fusion = { readonly weights: readonly (readonly number[])[]; readonly shifts: readonly number[] }

export type Classifier = {
  readonly labels: readonly string[]
  readonly spaces: Readonly<Record<Kind, Space>>
  readonly blocks: readonly Block[]
  /** Hashes of words that say nothing. */
  readonly empty: ReadonlySet<number>
  readonly fusion: Fusion
  readonly threshold: number
  readonly figures: TrainingFigures
}

/** Why a line is no lesson, a file no model, and why nothing could be learnt. */
export type RowTrouble = 'not-json' | 'not-an-object' | 'no-text' | 'field-is-no-text' | 'no-label'
export type ModelRefusal = 'not-a-model' | 'model-of-other-version' | 'model-damaged'
export type TrainRefusal = 'too-few-lessons' | 'one-class-only' | 'called-off'
