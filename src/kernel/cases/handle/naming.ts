import { said } from '../../../platform/words.ts'
import type { MatterId } from '../../matters/model.ts'
import { matterVersion } from '../../matters/store/versions.ts'
import type { UnitId } from '../../organisations/model.ts'
import type { Names } from '../rules/present.ts'
import { caseNumbers, staffNames } from '../store/names.ts'
import type { CaseDoorParts } from './door-parts.ts'

type Named = {
  readonly matters: readonly { readonly matter: string; readonly matterVersion: number }[]
  readonly staff: readonly (string | null | undefined)[]
  readonly cases?: readonly string[]
}

/** Looks up what stands behind the ids of some cases: one query for all people, the rest from memory. */
export async function namesFor(
  { db, directory, words }: Pick<CaseDoorParts, 'db' | 'directory' | 'words'>,
  district: string,
  { matters, staff, cases = [] }: Named,
): Promise<Names> {
  const versions = new Map(matters.map((one) => [`${one.matter}/${one.matterVersion}`, one]))
  const [tree, units, people, numbers, ...named] = await Promise.all([
    directory.tree(district),
    directory.versions(district),
    staffNames(
      db,
      district,
      staff.flatMap((id) => id ?? []),
    ),
    caseNumbers(db, district, cases),
    ...[...versions].map(async ([key, { matter, matterVersion: version }]) => {
      const found = await matterVersion(db, district, matter as MatterId, version)
      return [key, found?.name ?? said(matter, matter)] as const
    }),
  ])
  const matterNames = new Map(named)
  return {
    words,
    matter: (id, version) => matterNames.get(`${id}/${version}`) ?? said(id, id),
    // A unit that is closed by now still has the name it had.
    unit: (id) => tree.get(id as UnitId)?.name ?? units.findLast((unit) => unit.id === id)?.name ?? id,
    staff: (id) => people.get(id) ?? id,
    number: (id) => numbers.get(id) ?? id,
  }
}
