import type { MultiPolygon } from '../../../platform/geo/shapes.ts'
import type { Layer } from '../model/layers.ts'
import { type AreaLevel, areaLevels } from '../model.ts'
import type { Atlas } from './atlas.ts'

/** An area as faces draw it: its codes and names from the street down, as cases and figures carry them. */
export type LevelArea = {
  /** `349901001/349901001001` */
  readonly area: string
  readonly name: string
  /** `云溪街道 · 桥头社区` */
  readonly place: string
  /** To a metre, which is as fine as a district is looked at. */
  readonly surface: { type: 'MultiPolygon'; coordinates: number[][][][] }
}

const layerOf = { street: 'street', community: 'community', grid: 'social-grid' } as const satisfies Record<
  AreaLevel,
  Layer
>

/** The levels of which the borders are drawn. */
export const levelsDrawn = (atlas: Atlas): AreaLevel[] =>
  areaLevels.filter((level) => atlas.all(layerOf[level]).length > 0)

/** The areas of a level, by code; of a grid the social-governance grid is meant, in which cases are handled. */
export function areasOfLevel(atlas: Atlas, level: AreaLevel): readonly LevelArea[] {
  const above = areaLevels.slice(0, areaLevels.indexOf(level)).toReversed()
  return atlas.all(layerOf[level]).map(({ code, name, parent, surface }) => {
    const path = [{ code, name }]
    let holder = parent
    for (const wider of above) {
      const found = holder === null ? null : atlas.named(layerOf[wider], holder)
      if (found === null) break
      path.unshift(found)
      holder = found.parent
    }
    return {
      area: path.map((one) => one.code).join('/'),
      name,
      place: path.map((one) => one.name).join(' · '),
      surface: { type: 'MultiPolygon', coordinates: roughly(surface) },
    }
  })
}

const roughly = (surface: MultiPolygon) =>
  surface.map((polygon) => polygon.map((ring) => ring.map((point) => point.map((degrees) => +degrees.toFixed(5)))))
