/** What a message may speak of that cannot wait. */
export const alarmKinds = ['life', 'suicide', 'violence', 'group', 'minor'] as const
export type AlarmKind = (typeof alarmKinds)[number]

/** `urgent` starts the clock of two hours; `watch` is only marked for whoever reads the message. */
export const alarmLevels = ['urgent', 'watch'] as const
export type AlarmLevel = (typeof alarmLevels)[number]

/**
 * One line of the editable list. A phrase is words with `/` between alternatives and `+` between parts that follow
 * one another within twelve characters of one sentence: `孩子/学生+体罚`.
 */
export type WatchLine = {
  readonly id: string
  readonly kind: AlarmKind
  readonly level: AlarmLevel
  readonly phrase: string
  /** Words that mean something else though the phrase stands in them: `跳楼价/跳楼机`. */
  readonly unless: string
  /**
   * What right before it takes it back. `denied`: 没有, 不会, 防止. `supposed`: those and 如果, 一旦, 容易, 曾经 too;
   * who threatens to die says 如果 and means it, so threats are only `denied`. `over`: `denied` takes it back too. What
   * is told of as over is only marked, under `supposed` and `over`.
   */
  readonly takenBackBy: TakenBackBy
  readonly reason: string
}

export const takenBackBys = ['denied', 'supposed', 'over'] as const
export type TakenBackBy = (typeof takenBackBys)[number]

/** A phrase is no longer than this, in UTF-16 units. */
export const LONGEST_PHRASE = 200

/** Words before a phrase that take it back; they are data like the list itself. */
export type TakingBack = {
  readonly denied: readonly string[]
  readonly supposed: readonly string[]
  /** Words that say that something is over; and those of what lasts until somebody ends it. */
  readonly over: readonly string[]
  readonly lasting: readonly string[]
}
