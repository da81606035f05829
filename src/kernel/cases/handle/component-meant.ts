import type { Db } from '../../../platform/db/db.ts'
import type { Matter } from '../../matters/model.ts'
import type { UnitId } from '../../organisations/model.ts'
import { componentsNear } from '../../places/handle/components.ts'
import { findComponent } from '../../places/store/components.ts'
import type { Thing } from '../model/case.ts'

/** So far may a thing stand from where it was reported, in metres (△): what a telephone is wrong by among houses. */
export const COMPONENT_WITHIN = 30

type Asked = {
  readonly matter: Pick<Matter, 'componentTypes'>
  readonly point: { readonly lng: number; readonly lat: number } | null
  /** The one that somebody named. */
  readonly code?: string | undefined
}

/**
 * The component (部件) that a report is about and the unit that owns it (先属主): the one that was named, else the nearest
 * of the types of its matter. Null for one that was named and does not exist, or is of no type of the matter.
 */
export async function componentMeant(
  db: Db,
  district: string,
  { matter: { componentTypes = [] }, point, code }: Asked,
): Promise<Thing | null> {
  const fits = (type: string) => componentTypes.some((one) => type.startsWith(one))
  if (code !== undefined) {
    const named = await findComponent(db, district, code)
    return named && fits(named.type) ? meant(named) : null
  }
  if (point === null || componentTypes.length === 0) return {}
  const near = await componentsNear(db, district, { at: [point.lng, point.lat], metres: COMPONENT_WITHIN })
  const nearest = near.find(({ component }) => fits(component.type))
  return nearest ? meant(nearest.component) : {}
}

const meant = ({ code, ownerUnit }: { code: string; ownerUnit: UnitId | null }): Thing => ({
  component: code,
  ...(ownerUnit && { owner: ownerUnit }),
})
