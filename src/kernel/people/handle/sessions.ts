import { createHash } from 'node:crypto'
import type { Db } from '../../../platform/db/db.ts'
import { randomLetters, sortableId } from '../../../platform/ids.ts'
import { type Instant, later } from '../../../platform/time.ts'
import type { Ground } from '../../module.ts'
import type { PersonId, Session, SessionId, Signed, SignInWay, StaffId } from '../model.ts'
import { isAlive, SEEN_EVERY, sessionLives } from '../rules/session-life.ts'
import { deleteSession, deleteSessions, findSession, insertSession, markSeen, sessionsOf } from '../store/sessions.ts'
import type { From } from './parts.ts'

/** How long a session is believed without asking the database, in milliseconds of the machine. */
export const BELIEVED = 2_000
const REMEMBERED = 20_000

export type Begun = { readonly token: string; readonly session: Session }

/** Opens, recognises and ends sessions; remembers for two seconds whom it recognised. */
export type Sessions = {
  begin(db: Db, district: string, who: StaffId | PersonId, way: SignInWay, from: From): Promise<Begun>
  /** Who holds this token, or null. Ended here, a session is over at once; ended in another process, within 2 s. */
  identify(token: string): Promise<Signed | null>
  list(district: string, who: StaffId | PersonId): Promise<readonly Session[]>
  end(district: string, who: StaffId | PersonId, id: SessionId): Promise<boolean>
  /** Ends all but the one named; answers how many. Inside a transaction, call `forget` once it is committed. */
  endAll(db: Db, district: string, who: StaffId | PersonId, but?: SessionId): Promise<number>
  /** Believes nothing about somebody's sessions until the database is asked again. */
  forget(district: string, who: StaffId | PersonId): void
}

type Kept = { readonly session: Session; readonly readAt: number }

/** 160 bits; the district stands in front so that the row is found without asking every district. */
const newToken = (district: string): string => `${district}.${randomLetters(32)}`
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex')
const lifeOf = (who: string) => (who.startsWith('staff_') ? sessionLives.staff : sessionLives.resident)

export function signedOf({ who, district, id }: Session): Signed {
  const session = id
  return who.startsWith('staff_')
    ? { kind: 'staff', id: who as StaffId, district, session }
    : { kind: 'resident', id: who as PersonId, district, session }
}

/** `ticks` counts milliseconds of the machine, not of the city: the city's clock may stand still. */
export function createSessions({ db, clock }: Ground, ticks: () => number = () => performance.now()): Sessions {
  const kept = new Map<string, Kept>()
  // A reading begun before an ending must not bring the ended session back.
  let endings = 0

  function forget(which: (session: Session) => boolean): void {
    endings += 1
    for (const [hash, { session }] of kept) if (which(session)) kept.delete(hash)
  }

  async function read(hash: string, district: string, at: Instant): Promise<Session | null> {
    const before = endings
    const found = await findSession(db, district, hash)
    if (found === null || !isAlive(found, lifeOf(found.who), at)) return null
    const isStale = later(found.seenAt, SEEN_EVERY) <= at
    if (isStale) await markSeen(db, district, hash, at)
    const session = isStale ? { ...found, seenAt: at } : found
    if (before !== endings) return found
    if (kept.size >= REMEMBERED) kept.clear()
    kept.set(hash, { session, readAt: ticks() })
    return session
  }

  return {
    begin: (tx, district, who, way, from) => begin(tx, clock.now(), { district, who, way, from }),
    async identify(token) {
      const [district = ''] = token.split('.')
      if (!/^\d{6,12}\.[0-9a-z]{32}$/.test(token)) return null
      const at = clock.now()
      const hash = hashOfToken(token)
      const known = kept.get(hash)
      const isFresh = known && ticks() - known.readAt < BELIEVED && at < later(known.session.seenAt, SEEN_EVERY)
      const session = isFresh && at < known.session.endsAt ? known.session : await read(hash, district, at)
      return session && signedOf(session)
    },
    list: async (district, who) => {
      const at = clock.now()
      return (await sessionsOf(db, district, who, at)).filter((session) => isAlive(session, lifeOf(who), at))
    },
    async end(district, who, id) {
      const ended = await deleteSession(db, district, who, id)
      forget((session) => session.id === id)
      return ended
    },
    async endAll(tx, district, who, but) {
      const ended = await deleteSessions(tx, district, who, but ?? null)
      forget((session) => session.who === who && session.district === district && session.id !== but)
      return ended
    },
    forget: (district, who) => forget((session) => session.who === who && session.district === district),
  }
}

type Beginning = { district: string; who: StaffId | PersonId; way: SignInWay; from: From }

async function begin(tx: Db, at: Instant, { district, who, way, from }: Beginning): Promise<Begun> {
  const token = newToken(district)
  const session: Session = {
    id: `session_${sortableId(at)}`,
    district,
    who,
    way,
    device: from.agent.slice(0, 200),
    ip: from.ip,
    startedAt: at,
    seenAt: at,
    endsAt: later(at, lifeOf(who).atMost),
  }
  await insertSession(tx, session, hashOfToken(token))
  return { token, session }
}
