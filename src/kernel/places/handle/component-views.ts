import type { Directory } from '../../organisations/handle/directory.ts'
import type { StaffId } from '../../people/model.ts'
import type { Component, ComponentChange } from '../model/components.ts'
import { type Bearer, bearerOf } from '../rules/bearer.ts'
import type { Yard } from './components.ts'

export type ShownComponent = Component & {
  readonly typeName: string
  readonly communityName: string
  readonly bearer: Bearer | null
}

/** A component with the names of what it names, and who bears what happens to it. */
export function shownComponent({ types, units, atlas }: Yard, component: Component): ShownComponent {
  const { type, community } = component
  const street = community === null ? null : (atlas.named('community', community)?.parent ?? community.slice(0, 9))
  return {
    ...component,
    typeName: types.get(type)?.name ?? type,
    communityName: community === null ? '' : (atlas.named('community', community)?.name ?? community),
    bearer: bearerOf(component, [community, street], units),
  }
}

/** History with the names of those who wrote it; what an import or the seed wrote keeps their word. */
export async function namedHistory(
  directory: Pick<Directory, 'staff'>,
  district: string,
  history: readonly ComponentChange[],
) {
  const writers = [...new Set(history.map(({ by }) => by))]
  const names = new Map(
    await Promise.all(
      writers.map(async (by) => {
        const staff = by.startsWith('staff_') ? await directory.staff(district, by as StaffId) : null
        return [by, staff?.name ?? by] as const
      }),
    ),
  )
  return history.map((change) => ({ ...change, byName: names.get(change.by) ?? change.by }))
}
