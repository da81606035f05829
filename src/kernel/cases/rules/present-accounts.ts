import type { ExplainExtras, ExtensionNote, PauseNote } from '../../worktime/model.ts'
import type { CaseEvent, MovedBody } from '../model/case.ts'
import type { OpenedEvent } from './present-timeline.ts'

type Moved = CaseEvent & { readonly body: MovedBody }

/** How an approval is told: by whom and why, as far as the reader may know. */
export type Approval = { by(event: Moved): string; reason(event: Moved, opened: OpenedEvent): string }

/** The pauses and extensions in the life of one clock since it was last started, for `explain`. */
export function accountExtras(clock: string, opened: readonly OpenedEvent[], told: Approval): ExplainExtras {
  let pauses: PauseNote[] = []
  let extensions: ExtensionNote[] = []
  let extended = 0
  for (const one of opened) {
    const event = one.event as Moved
    const fact = event.body.clocks?.[clock]
    if (!fact) continue
    if (fact.is === 'paused') pauses.push({ from: event.at, to: null, reason: told.reason(event, one) })
    if (fact.is !== 'running') continue
    const moves = fact.account.moves ?? []
    const count = moves.filter(({ type }) => type === 'extend').length
    if (moves.length === 0) {
      pauses = []
      extensions = []
    }
    pauses = pauses.map((pause) => (pause.to === null ? { ...pause, to: event.at } : pause))
    if (count > extended)
      extensions.push({ by: told.by(event), reason: told.reason(event, one), at: event.at, due: fact.account.due })
    extended = count
  }
  return { pauses, extensions }
}
