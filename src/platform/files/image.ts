import sharp from 'sharp'
import { refuse } from '../decision.ts'
import { type FileKind, type FileRefusal, limits } from './model.ts'

// One picture after the other on each core, and nothing kept between them: memory is the server's, not the pictures'.
sharp.cache(false)
sharp.concurrency(1)

export type CleanImage = {
  readonly kind: Exclude<FileKind, 'pdf'>
  readonly content: Buffer
  readonly width: number
  readonly height: number
  readonly thumbnail: Buffer
}

type Cleaned = { ok: true; image: CleanImage } | { ok: false; refusal: FileRefusal }

/** What the first bytes say; a file's name says nothing. */
export function imageKind(content: Buffer): 'jpeg' | 'png' | 'webp' | 'heif' | null {
  const text = content.toString('latin1', 0, 16)
  if (text.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'webp'
  return /^.{4}ftyp(hei[cxms]|hev[cx]|mif1|msf1|avif)/s.test(text) ? 'heif' : null
}

/**
 * Draws the picture anew, upright and no larger than we keep it. Nothing but pixels survives: no place, no time,
 * no device, no hidden second picture.
 */
export async function cleanImage(content: Buffer): Promise<Cleaned> {
  const kind = imageKind(content)
  if (content.length === 0) return refuse('file-empty')
  if (content.length > limits.imageBytes) return refuse('file-too-large')
  if (kind === null) return refuse('file-kind-not-allowed')
  try {
    return { ok: true, image: await redraw(content, kind) }
  } catch (error) {
    // The decoder has the only word on whether a picture can be read; its complaint is about the file, not about us.
    if (/pixel limit/i.test(String(error))) return refuse('image-too-many-pixels')
    return refuse(kind === 'heif' ? 'heic-not-supported' : 'image-unreadable')
  }
}

async function redraw(content: Buffer, kind: 'jpeg' | 'png' | 'webp' | 'heif'): Promise<CleanImage> {
  const open = () => sharp(content, { limitInputPixels: limits.pixels, failOn: 'error', pages: 1 }).autoOrient()
  const kept = open().resize({ width: limits.side, height: limits.side, fit: 'inside', withoutEnlargement: true })
  const coded = {
    jpeg: kept.clone().jpeg({ quality: 85 }),
    png: kept.clone().png(),
    webp: kept.clone().webp({ quality: 85 }),
  }
  const { data, info } = await coded[kind === 'heif' ? 'jpeg' : kind].toBuffer({ resolveWithObject: true })
  const side = limits.thumbnailSide
  const thumbnail = await open().resize({ width: side, height: side, fit: 'inside' }).webp({ quality: 75 }).toBuffer()
  const keptAs = kind === 'jpeg' || kind === 'heif' ? 'jpg' : kind
  return { kind: keptAs, content: data, width: info.width, height: info.height, thumbnail }
}
