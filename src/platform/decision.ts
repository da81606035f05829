/** What a rule answers: the facts that now hold, or a plain no. Never an exception. */
export type Decision<Event, Refusal> = { ok: true; events: readonly Event[] } | { ok: false; refusal: Refusal }

export const record = <E>(...events: E[]): { ok: true; events: readonly E[] } => ({ ok: true, events })
export const refuse = <R>(refusal: R): { ok: false; refusal: R } => ({ ok: false, refusal })

/** Stops the compiler when a union grows and a switch does not. */
export function unreachable(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`)
}
