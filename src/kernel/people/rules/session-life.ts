import { DAY, HOUR, type Instant, later, MINUTE } from '../../../platform/time.ts'

/** Milliseconds: how long without a sign of life, and how long at all. */
export type SessionLife = { readonly idle: number; readonly atMost: number }

/** A desk in an office is left unlocked; a resident's telephone is his own. */
export const sessionLives = {
  staff: { idle: 4 * HOUR, atMost: 24 * HOUR },
  resident: { idle: 30 * DAY, atMost: 180 * DAY },
} as const satisfies Record<'staff' | 'resident', SessionLife>

/** A sign of life is written down this often at most, so that reading does not mean writing. */
export const SEEN_EVERY = 5 * MINUTE

export const isAlive = (session: { seenAt: Instant; endsAt: Instant }, life: SessionLife, at: Instant): boolean =>
  at < session.endsAt && at < later(session.seenAt, life.idle)
