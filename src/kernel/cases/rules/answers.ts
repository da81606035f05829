import type { Json } from '../../../platform/canonical.ts'
import type { Instant } from '../../../platform/time.ts'
import { isFiled } from './evolve.ts'
import { evidenceIn, type OpenedEvent, writtenIn } from './present-timeline.ts'
import type { AnyProcedure } from './procedure.ts'

/** Moves whose answer is told only once somebody else has checked it. */
const answers = ['reply', 'replyDespiteChildren', 'answerAtOnce', 'confirmRefusal', 'rectify']

export type ToldAnswer = {
  readonly text: string
  readonly photos: readonly string[]
  readonly at: Instant
  /** The event by which it came to be told. */
  readonly seq: number
  readonly legalBasis: string | null
}

/**
 * The answer that has been told: what the last handler wrote before the case came to be answered. While it is being
 * checked, and while the case is taken up again, the earlier one stands.
 */
export function answerIn(procedure: AnyProcedure, opened: readonly OpenedEvent[]): ToldAnswer | null {
  let written: Omit<ToldAnswer, 'at' | 'seq'> | null = null
  let told: ToldAnswer | null = null
  for (const one of opened) {
    const { event } = one
    if (isFiled(event) || !('move' in event.body)) continue
    if (answers.includes(event.body.move)) {
      const { answer, alternative, legalBasis } = writtenIn(one)
      const text = [textOf(answer), textOf(alternative)].filter((part) => part !== null).join('\n')
      written = text === '' ? written : { text, photos: evidenceIn(one), legalBasis: textOf(legalBasis) }
    }
    const phase = procedure.stages[event.body.to]?.phase
    if (written && (phase === 'answered' || phase === 'ended')) {
      told = { ...written, at: event.at, seq: event.seq }
      written = null
    }
  }
  return told
}

const textOf = (value: Json | undefined): string | null => (typeof value === 'string' && value !== '' ? value : null)
