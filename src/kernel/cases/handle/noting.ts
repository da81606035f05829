import type { Instant } from '../../../platform/time.ts'
import type { Actor, CaseId } from '../model/case.ts'
import type { Cases } from './cases.ts'

const system: Actor = { id: null, unit: null, roles: new Set(['system']) }

export type Note = {
  readonly id: CaseId
  /** At most 4,000 letters; sealed, as it may name people. */
  readonly text: string
  readonly at: Instant
  /** The same note is written once. */
  readonly key: string
}

/** Writes down what another system says of a case. False where the case takes no notes any more: it is over. */
export async function noteOn(cases: Pick<Cases, 'move'>, { id, text, at, key }: Note): Promise<boolean> {
  const done = await cases.move(id, { move: 'note', at, by: system, fields: { text } }, key)
  return done.ok
}
