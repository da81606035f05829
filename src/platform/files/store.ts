import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { refuse } from '../decision.ts'
import { cleanImage } from './image.ts'
import {
  type FileKey,
  type FileKind,
  type FileRefusal,
  isFileKey,
  kindOf,
  limits,
  mediaTypes,
  type StoredDocument,
  type StoredImage,
} from './model.ts'

/** Closes and opens what lies on the disk; `about` is the key, so that two files cannot be exchanged. */
export type Cipher = {
  seal(content: Buffer, about: string): Buffer
  open(box: Buffer, about: string): Buffer
}

type Kept<File> = { ok: true; file: File } | { ok: false; refusal: FileRefusal }

/** A file that can be read, whole or from byte `start` to byte `end` (inclusive). */
export type OpenFile = {
  readonly mediaType: string
  readonly bytes: number
  read(range?: { readonly start: number; readonly end: number }): Readable
}

export type FileStore = {
  /** Keeps a picture after drawing it anew (see `cleanImage`), with its thumbnail. */
  storeImage(content: Buffer): Promise<Kept<StoredImage>>
  /** Keeps a PDF as it came. */
  storeDocument(content: Buffer): Promise<Kept<StoredDocument>>
  /** Keeps whichever of the two it is. */
  store(content: Buffer): Promise<Kept<StoredImage | StoredDocument>>
  /** Null when there is no such file, or the text is no key of ours. */
  open(key: string): Promise<OpenFile | null>
  /** Deletes a file for good; cases that name the key then show that it was removed. */
  remove(key: FileKey): Promise<void>
}

export type FileStoreParts = {
  /** The folder of all files; each district has its own below. */
  readonly dir: string
  readonly district: string
  /** Null: files lie open on the disk. */
  readonly cipher: Cipher | null
}

/** Files by content on the local disk: `<dir>/<district>/ab/<sha256>.<kind>`, whole or not there at all. */
export function createFileStore({ dir, district, cipher }: FileStoreParts): FileStore {
  const pathOf = (key: FileKey) => join(dir, district, key.slice(0, 2), cipher ? `${key}.sealed` : key)

  async function keep(content: Buffer, kind: FileKind): Promise<FileKey> {
    const key: FileKey = `${createHash('sha256').update(content).digest('hex')}.${kind}`
    const path = pathOf(key)
    if (!(await exists(path))) await writeWhole(path, cipher ? cipher.seal(content, key) : content)
    return key
  }

  const files: FileStore = {
    async storeImage(content) {
      const cleaned = await cleanImage(content)
      if (!cleaned.ok) return cleaned
      const { kind, content: clean, width, height, thumbnail } = cleaned.image
      const key = await keep(clean, kind)
      return { ok: true, file: { key, bytes: clean.length, width, height, thumbnail: await keep(thumbnail, 'webp') } }
    },
    async storeDocument(content) {
      if (content.length === 0) return refuse('file-empty')
      if (content.length > limits.documentBytes) return refuse('file-too-large')
      if (!isPdf(content)) return refuse('file-kind-not-allowed')
      if (!content.subarray(-2_048).includes('%%EOF')) return refuse('pdf-damaged')
      return { ok: true, file: { key: await keep(content, 'pdf'), bytes: content.length } }
    },
    store: (content) => (isPdf(content) ? files.storeDocument(content) : files.storeImage(content)),
    async open(key) {
      if (!isFileKey(key) || !(await exists(pathOf(key)))) return null
      return cipher ? openSealed(cipher, pathOf(key), key) : openPlain(pathOf(key), key)
    },
    remove: (key) => rm(pathOf(key), { force: true }),
  }
  return files
}

const isPdf = (content: Buffer) => content.subarray(0, 1_024).includes('%PDF-')

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )

/** Written beside, brought to the disk, then put in place: a crash leaves no half file under a good name. */
async function writeWhole(path: string, content: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const draft = `${path}.${randomUUID()}`
  const file = await open(draft, 'wx', 0o600)
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(draft, path)
}

async function openPlain(path: string, key: FileKey): Promise<OpenFile> {
  const { size } = await stat(path)
  return { mediaType: mediaTypes[kindOf(key)], bytes: size, read: (range) => createReadStream(path, range ?? {}) }
}

/** A sealed file opens only as a whole; none is larger than what we accept. */
async function openSealed(cipher: Cipher, path: string, key: FileKey): Promise<OpenFile> {
  const content = cipher.open(await readFile(path), key)
  return {
    mediaType: mediaTypes[kindOf(key)],
    bytes: content.length,
    read: ({ start, end } = { start: 0, end: content.length - 1 }) => Readable.from([content.subarray(start, end + 1)]),
  }
}
