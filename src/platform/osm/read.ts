import type { OsmProgress, OsmRead } from './model.ts'
import { readPbf } from './pbf.ts'
import { readXml } from './xml.ts'

/**
 * Reads an OpenStreetMap file, PBF or XML by its content, not by its name. Nothing is read of a file that is cut off,
 * damaged, empty or no OpenStreetMap file, or whose coordinates are exchanged.
 */
export function readOsm(bytes: Uint8Array, onProgress?: OsmProgress): OsmRead {
  if (bytes.length === 0) return { ok: false, refusal: 'empty', at: null }
  const start = Buffer.from(bytes.subarray(0, 64))
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart()
  return start.startsWith('<') ? readXml(bytes, onProgress) : readPbf(bytes, onProgress)
}
