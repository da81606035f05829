import { plantCircle } from '../../seed/circle.ts'
import { plantLayers } from '../../seed/layers.ts'
import { plantPlaces } from '../../seed/places.ts'
import { systemClock } from '../../src/platform/time.ts'
import { type BuiltCity, openBuiltCity } from './city.ts'

/** A built city with the layers of the invented town and its life circle. */
export async function openCircleCity(): Promise<BuiltCity> {
  const city = await openBuiltCity()
  const { district } = city.config
  const { db } = city.database
  const now = systemClock.now()
  await plantPlaces(db, district)
  await plantLayers(db, district, now)
  await plantCircle({ db, dataDir: city.app.city.dataDir, district, now })
  return city
}
