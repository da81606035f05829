import { type FileKey, isFileKey, kindOf } from '../../../platform/files/model.ts'
import type { OpenFile } from '../../../platform/files/store.ts'
import { type Refused, refused } from '../../../platform/http/problem.ts'
import { HOUR, type Instant } from '../../../platform/time.ts'
import type { PhotoView } from '../model/views.ts'
import { keepPhoto, type PhotoRow, photosOf } from '../store/photos.ts'
import type { CaseDoorParts } from './door-parts.ts'

type Parts = Pick<CaseDoorParts, 'db' | 'clock' | 'files' | 'mac'>

/** Whoever looks: an id, or 'visitor'. An address works for him alone, and for an hour or two. */
export type Looker = { readonly district: string; readonly id: string }

/** Keeps a picture without where and when it was taken, or a paper as it is, and gives an address that opens it. */
export async function uploadPhoto(
  parts: Parts,
  looker: Looker,
  content: Buffer,
): Promise<{ ok: true; photo: PhotoView } | Refused> {
  const kept = await parts.files.store(content)
  if (!kept.ok) return refused(kept.refusal)
  const { file } = kept
  const photo: PhotoRow = {
    hash: hashOf(file.key),
    kind: kindOf(file.key),
    thumb: 'thumbnail' in file ? file.thumbnail : null,
    width: 'width' in file ? file.width : null,
    height: 'height' in file ? file.height : null,
  }
  const at = parts.clock.now()
  await keepPhoto(parts.db, looker.district, photo, { by: looker.id, at })
  return { ok: true, photo: viewOf(parts, looker, photo.hash, photo) }
}

/** How these photographs are shown to somebody who may see them. */
export async function photoViews(
  parts: Parts,
  looker: Looker,
  hashes: readonly string[],
): Promise<(hash: string) => PhotoView> {
  const known = await photosOf(parts.db, looker.district, [...new Set(hashes)])
  return (hash) => viewOf(parts, looker, hash, known.get(hash))
}

const BASE = '/api/cases/photos'

function viewOf(parts: Parts, looker: Looker, hash: string, photo: PhotoRow | undefined): PhotoView {
  const { width = null, height = null } = photo ?? {}
  const kind = photo === undefined ? 'gone' : photo.kind === 'pdf' ? 'pdf' : 'image'
  const url = `${BASE}/${hash}?t=${tokenFor(parts, looker, hash, untilOf(parts.clock.now()))}`
  return { hash, kind, url, thumbUrl: `${url}&small=1`, width, height }
}

/** The same address for the rest of the hour, so that a browser asks for a picture once. */
const untilOf = (now: Instant): number => (Math.floor(Date.parse(now) / HOUR) + 2) * HOUR

const tokenFor = ({ mac }: Parts, { district, id }: Looker, hash: string, until: number): string =>
  `${until.toString(36)}.${mac(`photo:${district}:${id}:${hash}:${until}`).slice(0, 32)}`

type Asked = { readonly hash: string; readonly token: string; readonly small: boolean }

/** The file behind an address, for the one it was given to while it lasts; any other hears that there is nothing. */
export async function openPhoto(
  parts: Parts,
  looker: Looker,
  { hash, token, small }: Asked,
): Promise<{ ok: true; key: FileKey; file: OpenFile } | Refused> {
  const until = Number.parseInt(token.split('.')[0] ?? '', 36)
  const isHis = Number.isSafeInteger(until) && tokenFor(parts, looker, hash, until) === token
  if (!isHis || Date.parse(parts.clock.now()) > until) return refused('not-found')
  const photo = (await photosOf(parts.db, looker.district, [hash])).get(hash)
  const key = photo && (small && photo.thumb ? photo.thumb : `${hash}.${photo.kind}`)
  if (key === undefined || !isFileKey(key)) return refused('not-found')
  const file = await parts.files.open(key)
  return file === null ? refused('not-found') : { ok: true, key, file }
}

const hashOf = (key: FileKey): string => key.slice(0, key.indexOf('.'))
