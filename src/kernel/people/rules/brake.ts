import { DAY, HOUR, type Instant, later, MINUTE, SECOND } from '../../../platform/time.ts'

/** How often something was tried since `since`, and until when it may not be tried again. */
export type Brake = { readonly count: number; readonly since: Instant; readonly until: Instant }

/**
 * `growing`: so many tries are free, then every further one waits twice as long as the last, up to a longest wait.
 * `window`: at most so many in a span of time, and never two within the gap. Milliseconds.
 */
export type BrakeRule =
  | {
      readonly kind: 'growing'
      readonly free: number
      readonly first: number
      readonly longest: number
      readonly forget: number
    }
  | { readonly kind: 'window'; readonly most: number; readonly span: number; readonly gap: number }

export const brakeRules = {
  /** A quarter of an hour at most: a stranger may hold somebody up, but not lock him out for the day. */
  'sign-in-account': { kind: 'growing', free: 5, first: 30 * SECOND, longest: 15 * MINUTE, forget: DAY },
  /** An office shares one address, so an address has more patience than an account. */
  'sign-in-ip': { kind: 'growing', free: 60, first: 10 * SECOND, longest: 5 * MINUTE, forget: HOUR },
  'code-phone': { kind: 'window', most: 10, span: DAY, gap: MINUTE },
  /** Mobile networks put thousands of telephones behind one address. */
  'code-ip': { kind: 'window', most: 600, span: HOUR, gap: 0 },
  /**
   * A case is followed by number and six digits: ten wrong codes from one address, then ever longer waits. Counted by
   * number and address together, so that nobody can shut the owner out of his own case.
   */
  'follow-number': { kind: 'growing', free: 10, first: 15 * MINUTE, longest: 2 * HOUR, forget: DAY },
  'follow-ip': { kind: 'window', most: 300, span: HOUR, gap: 0 },
  'code-try-ip': { kind: 'window', most: 300, span: HOUR, gap: 0 },
} as const satisfies Record<string, BrakeRule>

export type BrakeName = keyof typeof brakeRules

type Pressed = { readonly ok: true; readonly brake: Brake } | { readonly ok: false; readonly again: Instant }

/** One more try: the brake afterwards, or from when on it may be tried again. A refused try is not counted. */
export function press(brake: Brake | null, at: Instant, rule: BrakeRule): Pressed {
  const lasts = rule.kind === 'growing' ? rule.forget : rule.span
  const isFresh = brake === null || (later(brake.since, lasts) <= at && brake.until <= at)
  if (isFresh) return { ok: true, brake: after({ count: 0, since: at, until: at }, at, rule) }
  if (brake.until > at) return { ok: false, again: brake.until }
  if (rule.kind === 'window' && brake.count >= rule.most) return { ok: false, again: later(brake.since, rule.span) }
  return { ok: true, brake: after(brake, at, rule) }
}

function after(brake: Brake, at: Instant, rule: BrakeRule): Brake {
  const count = brake.count + 1
  if (rule.kind === 'window') return { count, since: brake.since, until: later(at, rule.gap) }
  const beyond = count - rule.free
  const wait = beyond < 0 ? 0 : Math.min(rule.first * 2 ** Math.min(beyond, 30), rule.longest)
  // Failures are forgotten a while after the last of them, not after the first.
  return { count, since: at, until: later(at, wait) }
}
