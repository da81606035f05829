import { expect, test } from 'vitest'
import { mayBeChanged, type Posting, refusedFile, type Shelf, withoutFile } from './model.ts'
import { type Post, type Reply, sendWaiting } from './sending.ts'

const lamp: Posting = {
  id: 'key-1',
  owner: '',
  label: '路灯不亮',
  at: '2026-11-27T10:00:00.000Z',
  url: '/api/orders',
  headers: {},
  body: { text: '路灯不亮', photos: ['h0'] },
  files: [],
  draft: { text: '路灯不亮' },
  state: 'waiting',
  mayHaveArrived: false,
  answer: null,
  why: null,
}
const photo = { key: 'p1', url: '/api/photos', into: 'photos', name: '灯.jpg', content: new Blob(['x']), hash: null }

function shelfOf(...postings: Posting[]) {
  const held = new Map(postings.map((posting) => [posting.id, posting]))
  const shelf: Shelf = {
    all: async () => [...held.values()],
    put: async (posting) => void held.set(posting.id, posting),
    remove: async (id) => void held.delete(id),
  }
  return { shelf, held: (id = 'key-1') => held.get(id) }
}

/** A line that gives these answers one after the other, and remembers what it carried. */
function lineOf(...replies: Reply[]) {
  const carried: { url: string; key: string | undefined; body: string }[] = []
  const post: Post = async (url, headers, body) => {
    carried.push({ url, key: headers['idempotency-key'], body: typeof body === 'string' ? body : 'file' })
    return replies.shift() ?? null
  }
  return { post, carried }
}

test('what finds no line waits on, under the same key, until it is answered; then nothing typed is kept', async () => {
  const { shelf, held } = shelfOf(lamp)
  const line = lineOf(null, { status: 503, body: null }, { status: 201, body: { number: '1', code: '2' } })
  expect(await sendWaiting(shelf, line.post)).toBe(1)
  expect(await sendWaiting(shelf, line.post)).toBe(1)
  expect(await sendWaiting(shelf, line.post)).toBe(0)
  expect(line.carried.map(({ key }) => key)).toEqual(['key-1', 'key-1', 'key-1'])
  expect(new Set(line.carried.map(({ body }) => body)).size).toBe(1)
  expect(held()).toMatchObject({ state: 'arrived', answer: { number: '1', code: '2' }, body: {}, draft: null })
  expect(await sendWaiting(shelf, line.post)).toBe(0)
  expect(line.carried).toHaveLength(3)
})

test('what never was on the line may be changed; what may have arrived may not, or it could become two', async () => {
  expect(mayBeChanged(lamp)).toBe(true)
  const { shelf, held } = shelfOf(lamp)
  await sendWaiting(shelf, lineOf(null).post)
  expect(mayBeChanged(held() ?? lamp)).toBe(false)
})

test('a no of the server is final and is said in its own words; the writer may mend it', async () => {
  const { shelf, held } = shelfOf(lamp)
  const no = { status: 401, body: { refusal: 'session-ended', said: { zh: '登录已结束', en: 'ended' } } }
  expect(await sendWaiting(shelf, lineOf(no).post)).toBe(0)
  expect(held()).toMatchObject({ state: 'refused', why: { zh: '登录已结束' }, body: lamp.body })
  expect(mayBeChanged(held() ?? lamp)).toBe(true)
})

test('photographs go first, each once, and the message carries them; a lost line goes on where it stopped', async () => {
  const { shelf, held } = shelfOf({ ...lamp, files: [photo, { ...photo, key: 'p2' }] })
  const hashed = (hash: string) => ({ status: 201, body: { hash } })
  const line = lineOf(hashed('h1'), null, hashed('h2'), { status: 201, body: { number: '1' } })
  expect(await sendWaiting(shelf, line.post)).toBe(1)
  expect(held()).toMatchObject({ mayHaveArrived: false, files: [{ hash: 'h1' }, { hash: null }] })
  expect(await sendWaiting(shelf, line.post)).toBe(0)
  expect(line.carried.map(({ key }) => key)).toEqual(['p1', 'p2', 'p2', 'key-1'])
  expect(JSON.parse(line.carried.at(-1)?.body ?? '').photos).toEqual(['h0', 'h1', 'h2'])
})

test('a photograph that the server cannot read stops the whole before anything is filed', async () => {
  const { shelf, held } = shelfOf({ ...lamp, files: [photo] })
  const line = lineOf({ status: 400, body: { said: { zh: '这不是照片', en: 'no photo' } } })
  await sendWaiting(shelf, line.post)
  expect(line.carried).toHaveLength(1)
  expect(held()).toMatchObject({ state: 'refused', why: { zh: '这不是照片' } })
})

test('the file that was refused is named and may be taken out; the rest is then filed under the same key', async () => {
  const note = { ...photo, key: 'p2', name: '说明.txt' }
  const { shelf, held } = shelfOf({ ...lamp, files: [photo, note] })
  const no = { status: 422, body: { code: 'not-a-photo' } }
  const line = lineOf({ status: 201, body: { hash: 'h1' } }, no, { status: 201, body: { number: '1' } })
  await sendWaiting(shelf, line.post)
  const refused = held()
  if (refused === undefined) throw new Error('it is gone')
  expect(refusedFile(refused)?.name).toBe('说明.txt')
  await shelf.put(withoutFile(refused, 'p2'))
  expect(await sendWaiting(shelf, line.post)).toBe(0)
  expect(line.carried.map(({ key }) => key)).toEqual(['p1', 'p2', 'key-1'])
  expect(JSON.parse(line.carried.at(-1)?.body ?? '{}')).toMatchObject({ photos: ['h0', 'h1'] })
  expect(refusedFile({ ...lamp, state: 'refused', files: [{ ...photo, hash: 'h1' }] })).toBeNull()
})
