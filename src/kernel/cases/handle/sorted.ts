import { sortableId } from '../../../platform/ids.ts'
import type { CaseEvent, CaseState } from '../model/case.ts'
import { isFiled } from '../rules/evolve.ts'
import type { CaseParts } from './parts.ts'
import type { CaseMessage } from './reactions.ts'

/** Tells whoever learns from it that a person said where a case belongs: by sending it to a unit or by its category. */
export function sortedMessages(
  { procedures, tellsSorting }: Pick<CaseParts, 'procedures' | 'tellsSorting'>,
  after: CaseState,
  events: readonly CaseEvent[],
): CaseMessage[] {
  if (!tellsSorting) return []
  const moves = procedures[after.filing.procedure]?.moves ?? {}
  return events.flatMap((event, index) => {
    if (event.by === null || isFiled(event) || !('move' in event.body)) return []
    const move = moves[event.body.move]
    const sorts = move?.holds === 'field-unit' || move?.effects?.some((effect) => 'matter' in effect)
    const seq = after.version - events.length + index + 1
    const id = `message_${sortableId(event.at)}`
    return sorts ? [{ id, topic: 'case.sorted', payload: { case: after.id, seq } }] : []
  })
}
