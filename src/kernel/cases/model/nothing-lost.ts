/** Ways in which a case could be lost, all of them with the target 0 (design 2.2). */
export const lostKinds = [
  'no-owner',
  'no-walker',
  'no-clock',
  'time-stood-still',
  'timer-missing',
  'timer-dead',
  'message-dead',
  'child-of-ended',
  'waits-for-nobody',
] as const
export type LostKind = (typeof lostKinds)[number]

/** One named figure of the audit; `count` stops at the limit that was asked for. */
export type LostFigure = { readonly kind: LostKind; readonly count: number }

/** What does not agree between the ledger of a case and its snapshot. */
export type Disagreement = 'no-snapshot' | 'no-ledger' | 'version' | 'head' | 'state' | 'columns'
