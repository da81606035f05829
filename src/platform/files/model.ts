/** Where a file stands: the SHA-256 of what is kept, and its kind. Same content, same key, one copy. */
export type FileKey = `${string}.${FileKind}`

export type FileKind = 'jpg' | 'png' | 'webp' | 'pdf'

export const mediaTypes = {
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  pdf: 'application/pdf',
} as const satisfies Record<FileKind, string>

export const isFileKey = (text: string): text is FileKey => /^[0-9a-f]{64}\.(jpg|png|webp|pdf)$/.test(text)

export const kindOf = (key: FileKey): FileKind => key.slice(key.indexOf('.') + 1) as FileKind

/** Sizes in bytes, pictures in pixels. */
export type StoredImage = {
  readonly key: FileKey
  readonly bytes: number
  readonly width: number
  readonly height: number
  readonly thumbnail: FileKey
}

export type StoredDocument = { readonly key: FileKey; readonly bytes: number }

export type FileRefusal =
  | 'file-missing'
  | 'file-empty'
  | 'file-too-large'
  | 'file-kind-not-allowed'
  | 'image-unreadable'
  | 'image-too-many-pixels'
  | 'heic-not-supported'
  | 'pdf-damaged'

const MEGABYTE = 1024 * 1024

export const limits = {
  imageBytes: 10 * MEGABYTE,
  documentBytes: 20 * MEGABYTE,
  /** Of a picture as it comes; beyond it a small file could unpack into all our memory. */
  pixels: 80_000_000,
  /** The long side of a picture as it is kept, and of its thumbnail. */
  side: 2_560,
  thumbnailSide: 320,
} as const
