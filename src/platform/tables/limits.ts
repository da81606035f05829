/** Bytes of the file, bytes once unpacked, rows and columns of one sheet. */
export type TableLimits = {
  readonly bytes: number
  readonly unpacked: number
  readonly rows: number
  readonly columns: number
}

const MB = 1_048_576

export const defaultLimits: TableLimits = { bytes: 20 * MB, unpacked: 150 * MB, rows: 50_000, columns: 200 }

/** A limit as a person reads it: `20 MB`, `50000`. */
export const limitText = (limit: number): string => (limit >= MB ? `${Math.floor(limit / MB)} MB` : String(limit))
