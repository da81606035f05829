import type { Bbox } from '../../../platform/geo/shapes.ts'
import { atlasOf } from '../../places/handle/atlas.ts'
import { layers } from '../../places/model/layers.ts'
import { localDay } from '../../worktime/rules.ts'
import { middleBox, withBeside } from '../rules/far.ts'
import { newestSpots } from '../store/spots.ts'
import type { CaseDoorParts } from './door-parts.ts'

/** The whole earth: where no case has a spot, none lies far away. */
const EVERYWHERE: Bbox = [-180, -90, 180, 90]
/** So many of the newest cases tell where a district without borders is. */
const NEWEST = 5_000

/** The box that the district fills with what lies right beside it: of its drawn layers, else of where most cases are. */
export async function groundBox({ db, clock }: Pick<CaseDoorParts, 'db' | 'clock'>, district: string): Promise<Bbox> {
  const atlas = await atlasOf(db, district, localDay(clock.now()))
  const drawn = layers.map((layer) => atlas.extent(layer)).find((box) => box !== null)
  if (drawn) return withBeside(drawn)
  return middleBox(await newestSpots(db, district, NEWEST)) ?? EVERYWHERE
}
