import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { createCrypto } from '../crypto/crypto.ts'
import { createHttp } from '../http/http.ts'
import { silentLog } from '../log/log.ts'
import { turnableClock } from '../time.ts'
import { rangeOf, sendOpenFile, uploadedFile } from './doors.ts'
import type { FileKey } from './model.ts'
import { createFileStore } from './store.ts'
import { fileWords } from './words.ts'

const dir = mkdtempSync(join(tmpdir(), 'files-'))
afterAll(() => rmSync(dir, { recursive: true }))

const files = createFileStore({ dir, district: '349901', cipher: null })

const canvas = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 40, b: 40 } } })

/** As a phone writes it: where and when it was taken, and lying on its side. */
const photo = () =>
  canvas(400, 300)
    .withExif({
      IFD0: { Make: 'Phone' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 14/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '121/1 28/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()

async function contentOf(key: string): Promise<Buffer> {
  const file = await files.open(key)
  if (file === null) throw new Error('no such file')
  return buffer(file.read())
}

async function kept(content: Buffer) {
  const answer = await files.storeImage(content)
  if (!answer.ok) throw new Error(answer.refusal)
  return answer.file
}

test('a photo keeps nothing of where, when and with what it was taken, and stands upright', async () => {
  const given = await photo()
  const before = await sharp(given).metadata()
  expect([before.orientation, before.exif?.includes('Phone')]).toEqual([6, true])
  const { key, width, height, thumbnail } = await kept(given)
  const content = await contentOf(key)
  const metadata = await sharp(content).metadata()
  expect([metadata.exif, metadata.xmp, metadata.iptc, metadata.orientation]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
  expect(content.includes('Phone')).toBe(false)
  expect([width, height]).toEqual([300, 400])
  expect(await sharp(await contentOf(thumbnail)).metadata()).toMatchObject({ format: 'webp', width: 240, height: 320 })
})

test.each(['jpeg', 'png', 'webp'] as const)('a %s stays what it is, judged by content', async (format) => {
  const { key } = await kept(await canvas(20, 20).toFormat(format).toBuffer())
  expect((await sharp(await contentOf(key)).metadata()).format).toBe(format)
})

test('an enormous picture is kept at a size that a screen can show', async () => {
  const { width, height } = await kept(await canvas(6_000, 3_000).jpeg().toBuffer())
  expect([width, height]).toEqual([2_560, 1_280])
})

test('the same photo sent twice is kept once', async () => {
  const given = await canvas(31, 17).png().toBuffer()
  expect(await kept(given)).toEqual(await kept(given))
})

test('what the decoder of this machine makes of an AVIF is kept as JPEG', async () => {
  const { key } = await kept(await canvas(30, 30).avif().toBuffer())
  expect(key).toMatch(/\.jpg$/)
})

const text = (content: string) => Buffer.from(content)
test.each([
  ['an empty file', async () => Buffer.alloc(0), 'file-empty'],
  ['a program called photo.jpg', async () => text('MZ this is no picture'), 'file-kind-not-allowed'],
  [
    'a drawing with a script in it',
    async () => text('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
    'file-kind-not-allowed',
  ],
  ['a picture that breaks off', async () => (await photo()).subarray(0, 400), 'image-unreadable'],
  ['eleven megabytes', async () => Buffer.concat([await photo(), Buffer.alloc(11 * 1024 * 1024)]), 'file-too-large'],
  [
    'a small file of a hundred million pixels',
    async () => canvas(10_000, 10_000).png().toBuffer(),
    'image-too-many-pixels',
  ],
  [
    'a HEIC that nobody here can read',
    async () => text('\0\0\0\x18ftypheic\0\0\0\0mif1heic broken'),
    'heic-not-supported',
  ],
] as const)('%s is refused, with words that say what to do', async (_name, make, refusal) => {
  expect(await files.storeImage(await make())).toEqual({ ok: false, refusal })
  expect(fileWords[refusal].zh).not.toBe('')
})

test('a PDF is kept as it came, and one that breaks off is refused', async () => {
  const pdf = text('%PDF-1.4\n1 0 obj\nendobj\n%%EOF\n')
  const answer = await files.store(pdf)
  expect(answer).toMatchObject({ ok: true, file: { bytes: pdf.length } })
  expect(await files.store(pdf.subarray(0, 20))).toEqual({ ok: false, refusal: 'pdf-damaged' })
  expect(await files.storeDocument(text('hello'))).toEqual({ ok: false, refusal: 'file-kind-not-allowed' })
})

test.each(['../../etc/passwd', 'a.jpg', `${'0'.repeat(64)}.exe`, `${'0'.repeat(64)}.jpg`])(
  '%s opens nothing',
  async (key) => {
    expect(await files.open(key)).toBeNull()
  },
)

test('a sealed store keeps nothing readable on the disk and reads back what it was given', async () => {
  const crypto = createCrypto()
  const masterKey = crypto.newKey()
  const cipher = {
    seal: (content: Buffer, about: string) => crypto.seal(masterKey, content, about),
    open: (box: Buffer, about: string) => crypto.open(masterKey, box, about),
  }
  const sealed = createFileStore({ dir, district: '349902', cipher })
  const answer = await sealed.storeImage(await photo())
  const key = (answer.ok && answer.file.key) as FileKey
  const onDisk = readFileSync(join(dir, '349902', key.slice(0, 2), `${key}.sealed`))
  expect(onDisk.subarray(0, 3)).not.toEqual(Buffer.from([0xff, 0xd8, 0xff]))
  const file = await sealed.open(key)
  expect((file && (await buffer(file.read({ start: 0, end: 2 }))))?.toString('hex')).toBe('ffd8ff')
  await sealed.remove(key)
  expect(await sealed.open(key)).toBeNull()
})

test('nothing half written is left beside the files', () => {
  const names = readdirSync(join(dir, '349901'), { recursive: true, encoding: 'utf8' })
  expect(names.every((name) => name.length === 2 || /^..\/[0-9a-f]{64}\.\w+$/.test(name))).toBe(true)
})

test.each([
  [undefined, null],
  ['bytes=0-9', { start: 0, end: 9 }],
  ['bytes=90-', { start: 90, end: 99 }],
  ['bytes=-10', { start: 90, end: 99 }],
  ['bytes=0-999', { start: 0, end: 99 }],
  ['bytes=100-', 'outside'],
  ['bytes=9-3', 'outside'],
  ['bytes=0-1,5-6', null],
  ['lines=1', null],
])('of a hundred bytes, %s is %j', (header, range) => {
  expect(rangeOf(header, 100)).toEqual(range)
})

test('a photo goes in by the door and comes out whole, in part, or not again when it is known', async () => {
  const clock = turnableClock('2026-03-02T01:00:00.000Z')
  const http = await createHttp({ clock, log: silentLog(clock), refusalWords: () => undefined })
  http.post('/api/photos', async (request) => {
    const upload = await uploadedFile(request)
    return upload.ok ? files.store(upload.content) : upload
  })
  http.get<{ Params: { key: string } }>('/api/photos/:key', async (request, reply) => {
    const file = await files.open(request.params.key)
    return file === null ? { ok: false, refusal: 'not-found' } : sendOpenFile(request, reply, request.params.key, file)
  })
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(await photo())]), '照片.exe')
  const sent = await http.inject({ method: 'POST', url: '/api/photos', payload: form })
  const { key, bytes } = sent.json().file
  const get = (headers = {}) => http.inject({ url: `/api/photos/${key}`, headers })
  expect((await get()).rawPayload).toHaveLength(bytes)
  expect((await get()).headers).toMatchObject({ 'content-type': 'image/jpeg', 'content-disposition': 'inline' })
  expect((await get({ range: 'bytes=0-2' })).rawPayload.toString('hex')).toBe('ffd8ff')
  expect((await get({ range: 'bytes=99999999-' })).statusCode).toBe(416)
  expect((await get({ 'if-none-match': `"${key}"` })).statusCode).toBe(304)
  expect((await http.inject('/api/photos/none')).statusCode).toBe(404)
  const nothing = await http.inject({ method: 'POST', url: '/api/photos', payload: {} })
  expect(nothing.json().refusal).toBe('file-missing')
  await http.close()
})
