import { isFileKey } from '../../../platform/files/model.ts'
import { type Refused, refused } from '../../../platform/http/problem.ts'
import { type Operator, operate } from '../../people/handle/operations.ts'
import type { PersonId } from '../../people/model.ts'
import { forgetResident } from '../../people/store/residents.ts'
import { clearPerson, forgetPhotos } from '../store/forget.ts'
import type { CaseDoorParts } from './door-parts.ts'

type Parts = Pick<CaseDoorParts, 'db' | 'vault' | 'sessions' | 'files'>
export type Forgetting = { readonly person: PersonId; readonly ground: string; readonly document: string }

/**
 * Destroys what is known of a person: the key under which every fact is sealed, the words by which a message could be
 * found, titles, photographs, the telephone and the sessions. What happened to the cases stays, and its chain verifies.
 * 个人信息保护法 第四十七条; the ground and the number of the approval go into the record of the destruction.
 */
export async function forgetPerson(
  { db, vault, sessions, files }: Parts,
  by: Operator,
  { person, ground, document }: Forgetting,
): Promise<{ ok: true; cases: number } | Refused> {
  const { district, who, at } = by
  const done = await operate(db, by, { what: 'people.forget', target: person }, async (tx) => {
    const destroyed = await vault.destroy(tx, { district, id: person, by: who, reason: `${ground} ${document}`, at })
    if (!destroyed.ok) return refused('nothing-to-forget', 404)
    const cases = await clearPerson(tx, district, person)
    const photos = await forgetPhotos(tx, district, person)
    await sessions.endAll(tx, district, person)
    await forgetResident(tx, district, person)
    return { ok: true as const, cases, photos }
  })
  if (!done.ok) return done
  sessions.forget(district, person)
  // After the commit: a file that is gone cannot come back with a transaction.
  for (const key of done.photos) if (isFileKey(key)) await files.remove(key)
  return { ok: true, cases: done.cases }
}
