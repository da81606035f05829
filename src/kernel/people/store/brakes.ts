import { sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { Instant } from '../../../platform/time.ts'
import { type Brake, type BrakeName, brakeRules, press } from '../rules/brake.ts'

type Pressed = { readonly ok: true } | { readonly ok: false; readonly again: Instant }
export type BrakeKey = { readonly district: string; readonly name: BrakeName; readonly of: string }

const textOf = ({ name, of }: BrakeKey): string => `${name}:${of}`

/**
 * Counts a try before it is made, so that a thousand at once are a thousand tries.
 * Answers from when on it may be tried again when it may not be now.
 */
export const pressBrake = (db: Db, key: BrakeKey, at: Instant): Promise<Pressed> =>
  db.transaction(async (tx) => {
    const text = textOf(key)
    await sql`insert into people.brake (district, key, count, since, until)
      values (${key.district}, ${text}, 0, ${at}, ${at}) on conflict do nothing`.execute(tx.kysely)
    const { rows } = await sql<Brake>`select count, since, until from people.brake
      where district = ${key.district} and key = ${text} for update`.execute(tx.kysely)
    const pressed = press(rows[0] ?? null, at, brakeRules[key.name])
    if (!pressed.ok) return pressed
    const { count, since, until } = pressed.brake
    await sql`update people.brake set count = ${count}, since = ${since}, until = ${until}
      where district = ${key.district} and key = ${text}`.execute(tx.kysely)
    return { ok: true }
  })

/** Until when nothing can be tried; null while it can. */
export async function heldUntil(db: Db, key: BrakeKey, at: Instant): Promise<Instant | null> {
  const { rows } = await sql<{ until: Instant }>`select until from people.brake
    where district = ${key.district} and key = ${textOf(key)} and until > ${at}`.execute(db.kysely)
  return rows[0]?.until ?? null
}

/** Forgets the tries: somebody proved who he is. */
export async function releaseBrake(db: Db, key: BrakeKey): Promise<void> {
  await sql`delete from people.brake where district = ${key.district} and key = ${textOf(key)}`.execute(db.kysely)
}

/** Takes one try back: it was no failure, so a busy office behind one address is not slowed by its own people. */
export async function unpressBrake(db: Db, key: BrakeKey): Promise<void> {
  await sql`update people.brake set count = greatest(count - 1, 0), until = since
    where district = ${key.district} and key = ${textOf(key)}`.execute(db.kysely)
}

/** Housekeeping: brakes nobody pressed for two days. */
export async function deleteOldBrakes(db: Db, before: Instant): Promise<void> {
  await sql`delete from people.brake where since < ${before} and until < ${before}`.execute(db.kysely)
}
