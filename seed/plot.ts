import type { CaseId } from '../src/kernel/cases/model/case.ts'
import type { UnitId } from '../src/kernel/organisations/model.ts'
import type { GridStage } from '../src/modules/grid/rules/grid-event.ts'
import type { DeclineGround } from '../src/modules/orders/model.ts'
import type { AssistStage } from '../src/modules/orders/rules/assist.ts'
import type { OrderStage } from '../src/modules/orders/rules/order.ts'
import type { Instant } from '../src/platform/time.ts'
import { chance } from './chance.ts'
import type { phrases } from './phrases.ts'

/** What makes one life differ from the plain one. */
export const plots = [
  'plain',
  'instant',
  'declined',
  'supplement',
  'supplement-silent',
  'withdrawn',
  'returned-kept',
  'returned-moved',
  'unsigned',
  'uncontacted',
  'joint',
  'extended',
  'extension-refused',
  'held',
  'refused',
  'refusal-overruled',
  'sent-back',
  'verify-fails',
  'unvisited',
  'redone',
  'rated-badly',
  'reopened',
  'ignored',
] as const
export type Plot = (typeof plots)[number]

/** A place on the way of an order, of a task that another unit does for it, or of a grid case. */
export type Standing = `orders/${OrderStage}` | `assist/${AssistStage}` | `grid/${GridStage}`

/** What is said in this very case, in place of a phrase that would fit any. */
export type Says = Partial<Record<keyof typeof phrases, string>>

/** How one case will be lived, as far as people decide it. */
export type Plan = {
  readonly seed: string
  /** Hashes of pictures of the spot as it was and as it was put right. */
  readonly pictures?: { readonly before: string; readonly after: string }
  readonly plot: Plot
  /** When the unit really answered, and what it wrote, where the past is known. */
  readonly replyAt?: Instant
  readonly reply?: string
  readonly outcome?: 'solved' | 'explained'
  readonly stars?: 1 | 2 | 3 | 4 | 5
  readonly says?: Says
  readonly ground?: DeclineGround
  /** The unit that is asked to help, or to which a ruling moves the case. */
  readonly otherUnit?: UnitId
  /** The case that this one tells of again. */
  readonly repeats?: CaseId
  /** Nobody acts any more once the case, or what it asked of another unit, stands here: what the demo shows. */
  readonly stopAt?: Standing
  /** With `stopAt`: it comes to stand there no earlier. */
  readonly arriveAt?: Instant
  /** With `stopAt` on the ladder of a no: the level at which it stands; of a grid case: the milestone. */
  readonly level?: number
  /** Nobody makes this move any more. */
  readonly stopBefore?: string
  /** How fast everybody is; 1 is an ordinary office. */
  readonly pace: number
}

/** Shares of the plots among messages whose story nobody wrote, per thousand. */
const shares: readonly (readonly [Plot, number])[] = [
  ['plain', 380],
  ['extended', 90],
  ['instant', 60],
  ['joint', 60],
  ['refused', 55],
  ['refusal-overruled', 30],
  ['returned-kept', 35],
  ['returned-moved', 30],
  ['supplement', 30],
  ['supplement-silent', 15],
  ['unsigned', 40],
  ['uncontacted', 40],
  ['held', 25],
  ['extension-refused', 15],
  ['sent-back', 20],
  ['verify-fails', 30],
  ['unvisited', 25],
  ['redone', 15],
  ['rated-badly', 40],
  ['reopened', 20],
  ['declined', 25],
  ['withdrawn', 15],
  ['ignored', 5],
]

/** The plot of a message of which only the text and the reply are known. */
export function plotOf(seed: string): Plot {
  let left = chance(seed, 'plot') * shares.reduce((sum, [, share]) => sum + share, 0)
  for (const [plot, share] of shares) {
    left -= share
    if (left < 0) return plot
  }
  return 'plain'
}
