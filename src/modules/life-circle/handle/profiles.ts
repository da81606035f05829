import type { Db } from '../../../platform/db/db.ts'
import { malformed } from '../../../platform/http/malformed.ts'
import { type Refused, refused } from '../../../platform/http/problem.ts'
import type { Profile, ProfileBody } from '../model/profile.ts'
import { profileTroubles } from '../rules/profile.ts'
import type { Stroke } from '../store/facilities.ts'
import { changedProfiles, putProfile, type StoredProfile, standingOf, versionsOfProfile } from '../store/profiles.ts'
import { profileFaultWords } from '../words/facilities.ts'
import { shippedProfiles } from '../words/profiles/shipped.ts'

const shipped: readonly Profile[] = shippedProfiles.map((profile) => ({ ...profile, version: 0 }))

const asProfile = ({ id, version, body }: StoredProfile): Profile => ({ ...body, id, version })

/** Every profile of a district in its newest version: what the product comes with, as the district has changed it. */
export async function profilesOf(db: Db, district: string): Promise<Profile[]> {
  const changed = new Map((await changedProfiles(db, district)).map((one) => [one.id, asProfile(one)]))
  const own = [...changed.values()].filter(({ id }) => !shipped.some((profile) => profile.id === id))
  return [...shipped.map((profile) => changed.get(profile.id) ?? profile), ...own]
}

export type ProfileVersion = {
  readonly version: number
  readonly note: string
  readonly changedAt: string | null
  readonly changedBy: string | null
}

/** One profile, in a past version where one is named, with the list of its versions. */
export async function wholeProfile(db: Db, district: string, { id, version }: { id: string; version?: number }) {
  const stored = await versionsOfProfile(db, district, id)
  const first = shipped.find((profile) => profile.id === id)
  const all = [...stored.map(asProfile), ...(first ? [first] : [])]
  const profile = version === undefined ? all[0] : all.find((one) => one.version === version)
  if (!profile) return refused('no-such-profile', 404)
  const versions: ProfileVersion[] = stored.map(({ version: at, note, changedAt, changedBy }) => {
    return { version: at, note, changedAt, changedBy }
  })
  if (first) versions.push({ version: 0, note: '', changedAt: null, changedBy: null })
  return { ok: true as const, profile, versions }
}

export type ProfileEdit = {
  readonly id: string
  /** The version that the editor has read; null for a new profile. */
  readonly seen: number | null
  readonly body: ProfileBody
  readonly note: string
}

/** Throws what the error page calls malformed where lines of a profile contradict each other. */
export function refuseFaulty(body: ProfileBody): void {
  const troubles = profileTroubles(body)
  if (troubles.length > 0)
    throw malformed(
      troubles.map(({ pointer, fault }) => ({ in: 'body', pointer: `/body${pointer}`, ...profileFaultWords[fault] })),
    )
}

/** Writes the next version. Throws what the error page calls malformed where lines of it contradict each other. */
export async function editProfile(
  db: Db,
  district: string,
  { id, seen, body, note }: ProfileEdit,
  stroke: Stroke,
): Promise<{ ok: true; profile: Profile } | Refused> {
  refuseFaulty(body)
  const now = await wholeProfile(db, district, { id })
  const standing = now.ok ? now.profile.version : null
  if (standing !== seen) return refused('changed-meanwhile')
  // A new profile begins at 1: version 0 means that the product came with it.
  const version = (standing ?? 0) + 1
  if (!(await putProfile(db, district, { id, version, body, note }, stroke))) return refused('changed-meanwhile')
  return { ok: true, profile: { ...body, id, version } }
}

/** The profile that counts: the one named, else the district's choice, else the first that is active. */
export async function profileFor(db: Db, district: string, id?: string): Promise<Profile | Refused> {
  const [all, standing] = await Promise.all([profilesOf(db, district), standingOf(db, district)])
  const wanted = id ?? standing.profile
  const found = wanted === null ? undefined : all.find((profile) => profile.id === wanted)
  if (id !== undefined && !found) return refused('no-such-profile', 404)
  return found ?? all.find(({ active }) => active) ?? refused('no-such-profile', 404)
}
