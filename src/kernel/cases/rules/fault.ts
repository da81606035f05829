/** What can be wrong with a procedure (design 2.1); each says which stage, move or clock, and how one gets there. */
export type FaultKind =
  | 'unknown-name'
  | 'stage-without-owner'
  | 'owner-cannot-act'
  | 'stage-without-clock'
  | 'clock-leads-nowhere'
  | 'clock-changes-nothing'
  | 'clocks-run-in-circles'
  | 'dead-end'
  | 'end-is-left'
  | 'verifies-own-work'
  | 'rated-by-others'
  | 'work-leaves-no-name'
  | 'refusal-round-the-superior'
  | 'off-the-ladder'
  | 'due-changed-without-approver'
  | 'children-left-open'
  | 'limit-misused'
  | 'stage-never-reached'
  | 'move-never-made'

/** `path` names the moves and ended clocks that lead there, the filing first; empty where the table itself shows it. */
export type Fault = { readonly kind: FaultKind; readonly at: string; readonly path: readonly string[] }

/** The faults found so far, the first of each kind and place, with the shortest way to it. */
export class Faults {
  readonly #found = new Map<string, Fault>()

  add(kind: FaultKind, at: string, path: readonly string[] = []): void {
    const key = `${kind} ${at}`
    if (!this.#found.has(key)) this.#found.set(key, { kind, at, path })
  }

  list = (): Fault[] => [...this.#found.values()]
}
