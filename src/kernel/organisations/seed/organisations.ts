import type { Db } from '../../../platform/db/db.ts'
import { type Day, instant } from '../../../platform/time.ts'
import { hashPassword } from '../../people/handle/passwords.ts'
import { insertStaff } from '../../people/store/staff.ts'
import { insertDuties, setFallbackDesk } from '../store/duties.ts'
import { insertPost } from '../store/posts.ts'
import { writeRole } from '../store/roles.ts'
import { takeTurn, unitVersions, writeUnitEvents } from '../store/units.ts'
import { seedDuties } from './duties.ts'
import { seedRoles } from './roles.ts'
import { type SeededPerson, seedPeople } from './staff.ts'
import { HOTLINE, seedUnits } from './units.ts'

/** Open to everybody who reads the code: for the invented town only. */
export const DEMO_PASSWORD = 'yunxi-2026-town'

export type DemoAccount = {
  readonly account: string
  readonly name: string
  readonly role: string
  readonly unit: string
}
export type SeededOrganisations = { readonly password: string; readonly accounts: readonly DemoAccount[] }

export type SeedOptions = {
  readonly district: string
  readonly today: Day
  /** The first day of units, posts and duties; early enough for messages of past years. */
  readonly since?: Day
}

/**
 * The invented district 云溪区: units, roles, staff with their posts, the duty list and the fallback desk, in one
 * transaction. Where units already stand nothing is written. Answers the demo accounts either way.
 */
export async function seedOrganisations(
  db: Db,
  { district, today, since = '2010-01-01' }: SeedOptions,
): Promise<SeededOrganisations> {
  const units = seedUnits(district, since)
  const people = seedPeople(district)
  // One hash for all: a hundred honest ones would take a second, and the password is printed anyway.
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  await db.transaction(async (tx) => {
    if ((await unitVersions(tx, district)).length > 0) return
    await takeTurn(tx, district)
    await writeUnitEvents(
      tx,
      district,
      units.map((version) => ({ type: 'VersionBegan', version }) as const),
    )
    for (const role of seedRoles) await writeRole(tx, district, role)
    const createdAt = instant(`${today}T00:00:00.000+08:00`)
    const staff = people.map(({ id, account, name, unit }) => ({
      district,
      id,
      account,
      name,
      unit,
      createdAt,
      passwordHash,
      mustChangePassword: false,
    }))
    if (!(await insertStaff(tx, staff))) throw new Error('the seed has two accounts of one name')
    await givePosts(tx, district, people, since)
    await insertDuties(tx, district, seedDuties(district, since))
    await setFallbackDesk(tx, district, HOTLINE, '《云溪区12345热线兜底承接办法》（演示）')
  })
  const names = new Map(units.map(({ id, name }) => [id, name]))
  return { password: DEMO_PASSWORD, accounts: people.map((person) => accountOf(person, names)) }
}

async function givePosts(tx: Db, district: string, people: readonly SeededPerson[], since: Day): Promise<void> {
  for (const { id, posts } of people)
    for (const [at, post] of posts.entries())
      await insertPost(tx, district, {
        id: `post_${id.slice('staff_'.length)}-${at + 1}`,
        staff: id,
        unit: post.unit,
        role: post.role,
        chosenUnits: post.chosenUnits ?? [],
        grids: post.grids ?? [],
        partTime: post.partTime ?? false,
        from: since,
        to: null,
      })
}

function accountOf({ account, name, unit, posts }: SeededPerson, names: ReadonlyMap<string, string>): DemoAccount {
  const roles = posts.map((post) => seedRoles.find(({ id }) => id === post.role)?.name ?? post.role)
  return { account, name, role: roles.join('、'), unit: names.get(unit) ?? unit }
}
