import type { Db } from '../../../platform/db/db.ts'
import type { Day } from '../../../platform/time.ts'
import type { Directory } from '../../organisations/handle/directory.ts'
import { type FeatureLine, type Layer, parentLayer } from '../model/layers.ts'
import { bearerOf } from '../rules/bearer.ts'
import { atlasOf } from './atlas.ts'

type Parts = { readonly db: Db; readonly directory: Pick<Directory, 'tree'> }
type Asked = { readonly district: string; readonly layer: Layer; readonly day: Day }

/** Areas with the names of what they lie in, and who bears what happens there. */
export async function shownFeatures(
  { db, directory }: Parts,
  { district, layer, day }: Asked,
  rows: readonly FeatureLine[],
) {
  const [tree, atlas] = await Promise.all([directory.tree(district), atlasOf(db, district, day)])
  const units = [...tree.values()]
  const above = parentLayer[layer]
  return rows.map(({ code, name, parent, landUse, grade, owner, ownerUnit, kind, area, at }) => {
    const within = above && parent !== null ? atlas.named(above, parent) : null
    const bearer = bearerOf({ owner, ownerUnit }, [code, parent, within?.parent, parent?.slice(0, 9), district], units)
    return {
      code,
      name,
      parent,
      parentName: within?.name ?? parent ?? '',
      landUse,
      grade,
      owner,
      ownerUnit,
      kind,
      area,
      at: [at[0], at[1]] as [number, number],
      bearer: bearer ?? { kind: 'territory' as const, name: '', unit: null },
    }
  })
}
