import sharp from 'sharp'
import { keepPhoto } from '../../src/kernel/cases/store/photos.ts'
import type { Db } from '../../src/platform/db/db.ts'
import { kindOf } from '../../src/platform/files/model.ts'
import type { FileStore } from '../../src/platform/files/store.ts'
import type { Instant } from '../../src/platform/time.ts'
import { HEIGHT, streetScene, WIDTH } from './street.ts'
import { thingsSeen } from './things.ts'

/** Hashes of what was seen before and after, by the type of the case. */
export type Pictures = ReadonlyMap<string, { readonly before: string; readonly after: string }>

/** An invented picture of a street as it was, or as it was put right. */
export function picture(type: string, when: 'before' | 'after'): Promise<Buffer> {
  const { night = false, [when]: thing = '' } = thingsSeen[type] ?? {}
  const drawn = streetScene(type, night) + thing
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">${drawn}</svg>`
  return sharp(Buffer.from(svg)).jpeg({ quality: 82 }).toBuffer()
}

type Planting = {
  readonly db: Db
  readonly files: Pick<FileStore, 'storeImage'>
  readonly district: string
  readonly at: Instant
}

/** Keeps the pictures of every type as uploads are kept; planted again they are the same. */
export async function plantPictures({ db, files, district, at }: Planting): Promise<Pictures> {
  const keep = async (type: string, when: 'before' | 'after'): Promise<string> => {
    const kept = await files.storeImage(await picture(type, when))
    if (!kept.ok) throw new Error(`the picture of ${type} was refused: ${kept.refusal}`)
    const { key, thumbnail, width, height } = kept.file
    const hash = key.slice(0, key.indexOf('.'))
    await keepPhoto(db, district, { hash, kind: kindOf(key), thumb: thumbnail, width, height }, { by: 'seed', at })
    return hash
  }
  const pairs: [string, { before: string; after: string }][] = []
  for (const type of Object.keys(thingsSeen))
    pairs.push([type, { before: await keep(type, 'before'), after: await keep(type, 'after') }])
  return new Map(pairs)
}
