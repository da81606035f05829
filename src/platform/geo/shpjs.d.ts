declare module 'shpjs' {
  /** GeoJSON geometries of a .shp file, null for an empty one; with the text of a .prj moved to WGS84. Throws over a broken file. */
  export function parseShp(shp: Buffer, prj?: string): unknown[]
  /** Rows of a .dbf file by the names of their columns. */
  export function parseDbf(dbf: Buffer, encoding?: string): Record<string, unknown>[]
}
