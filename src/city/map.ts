import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { townExtract } from '../../seed/map/town-map.ts'
import type { Config } from '../platform/config/config.ts'
import { makeArchive } from '../platform/tiles/make-archive.ts'

/** Where the base map of a city lies. */
export const baseMapPath = ({ dataDir }: Pick<Config, 'dataDir'>): string => join(dataDir, 'map', 'base.pmtiles')

/** Draws the map of the invented town, once; a map that somebody made is left as it is. Answers whether it drew. */
export async function mapDemoTown(config: Pick<Config, 'dataDir' | 'cityName'>): Promise<boolean> {
  const path = baseMapPath(config)
  if (existsSync(path)) return false
  const made = await makeArchive(townExtract(), { path, name: config.cityName, credit: '' })
  if (!made.ok) throw new Error(`the map of the invented town: ${made.refusal}`)
  return true
}
