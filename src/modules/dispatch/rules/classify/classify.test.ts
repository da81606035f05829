import { describe, expect, test } from 'vitest'
import type { Classifier, Lesson, Letter } from '../../model/classify.ts'
import { levelled } from './characters.ts'
import { readerOf } from './classify.ts'
import { MODEL_VERSION, readModel, writeModel } from './model-file.ts'
import { emptyWords, wordsOf } from './prepare.ts'
import { train } from './train.ts'

const subjects = {
  道路: ['路灯不亮', '路面坑洼', '井盖破损', '人行道积水', '车道线不清'],
  教育: ['学校收费', '老师补课', '幼儿园入学', '学区划分', '校服价格'],
  环保: ['工厂排污', '夜间噪音', '垃圾焚烧', '河道发臭', '油烟扰民'],
}
const places = ['东山街', '西河村', '南门小区', '北苑路', '中心广场', '云溪桥', '长乐巷', '和平里', '新安镇', '光明路']

/** An invented town's letters: 150 raw ones of three classes, each about another thing in another place. */
function lessonsOfTown(): Lesson[] {
  return Object.entries(subjects).flatMap(([label, things]) =>
    things.flatMap((thing, at) =>
      places.map((place, turn) => {
        const next = things[(at + 1 + (turn % 2)) % things.length]
        return {
          form: 'raw' as const,
          title: `${place}${thing}`,
          detail: `${place}的${thing}，${next}，请处理${turn}`,
          label,
        }
      }),
    ),
  )
}

async function trainTown(lessons: readonly Lesson[] = lessonsOfTown()): Promise<Classifier> {
  const trained = await train(lessons, {
    sources: [],
    day: '2026-11-24',
    folds: 3,
    wantedError: 0.02,
    elapsed: () => 1,
  })
  if (!trained.ok) throw new Error(trained.refusal)
  return trained.model
}

const model = await trainTown()
const read = readerOf(model)
const letter = (title: string, detail = ''): Letter => ({ title, detail })

test.each([
  ['长乐巷路灯一直不亮', '道路'],
  ['幼儿园入学难', '教育'],
  ['工厂半夜排污', '环保'],
])('%s is about %s', (title, label) => {
  const proposal = read(letter(title, '请尽快处理'))
  expect(proposal.label).toBe(label)
  expect(proposal.best).toHaveLength(3)
  expect(proposal.best.reduce((sum, { confidence }) => sum + confidence, 0)).toBeCloseTo(1, 5)
  expect(proposal.sure).toBe(proposal.confidence >= model.threshold)
})

test('the reasons are words of the letter itself, where they stand, even behind full width and old characters', () => {
  const asked = letter('１号　學校收費', '老師說：學校收費😀')
  const { label, reasons } = read(asked)
  expect(label).toBe('教育')
  expect(reasons.length).toBeGreaterThan(0)
  for (const { field, from, to, words } of reasons) expect(asked[field].slice(from, to)).toBe(words)
  expect(reasons.map(({ words }) => words)).toContain('學校')
})

describe('whatever comes in gets an answer', () => {
  test.each([
    ['nothing', '', 'nothing-written'],
    ['blanks', ' \t\n　', 'nothing-written'],
    ['only emoji', '😀😡👍🏽', 'nothing-written'],
    ['half an emoji', '\ud83d', 'nothing-written'],
    ['only punctuation', '！？。……——', 'nothing-written'],
    ['one character', '路', 'nothing-known'],
    ['another script', 'улица не освещена ночью', 'nothing-known'],
    ['gibberish', 'asdf qwer zxcv poiu', 'nothing-known'],
    ['rare characters', '龘靐齾爩麤龖', 'nothing-known'],
  ])('%s: no proposal, and why', (_, text, silence) => {
    for (const asked of [letter(text), letter('', text)])
      expect(read(asked)).toEqual({ label: null, confidence: 0, sure: false, best: [], reasons: [], silence })
  })

  test('a letter of 100 kB is read by its beginning, in a moment', () => {
    const began = performance.now()
    expect(read(letter('', '工厂排污扰民。'.repeat(15_000))).label).toBe('环保')
    expect(read(letter('', 'x'.repeat(100_000))).silence).toBe('nothing-known')
    expect(performance.now() - began).toBeLessThan(1_000)
  })

  test('mixed scripts are read by what is known of them', () => {
    expect(read(letter('Street lamp 路灯不亮 😡 井盖破损')).label).toBe('道路')
  })
})

test('levelling keeps every place, so that what is marked is what was written', () => {
  expect(levelled('ＡＢ１２　學\t_x000D_校😀')).toBe('AB12 学        校😀')
  for (const text of ['', '１', '㎡ﬁ', '\ud83d']) expect(levelled(text)).toHaveLength(text.length)
})

test('both forms become alike: what segmented lessons leave out is left out of raw ones', () => {
  const raw = Array.from({ length: 6 }, (_, at) => ({
    form: 'raw' as const,
    title: '',
    detail: `我们的小区路灯坏了${at}`,
    label: null,
  }))
  const segmented = { form: 'segmented' as const, words: '小区 路灯 坏 1', label: '道路' }
  const empty = emptyWords([...raw, segmented])
  expect(wordsOf({ ...raw[0], form: 'raw', title: '', detail: '我们的小区路灯坏了1', label: null }, empty)).toEqual(
    wordsOf(segmented, empty),
  )
  expect(emptyWords(raw).size).toBe(0)
})

test('numbers say only how long they are, and a year that it is one', () => {
  expect(wordsOf({ ...letter('2019年第12号A7县'), form: 'raw', label: null }, new Set())).toEqual([
    '#y',
    '年',
    '第',
    '#2',
    '号',
    'a7',
    '县',
  ])
})

describe('the model file', () => {
  const bytes = writeModel(model)

  test('gives back the same answers, and its figures', () => {
    const again = readModel(bytes)
    if (!again.ok) throw new Error(again.refusal)
    expect(again.model.figures).toEqual(model.figures)
    const asked = letter('南门小区河道发臭', '垃圾焚烧')
    expect(readerOf(again.model)(asked)).toEqual(read(asked))
  })

  test('holds no word of the lessons', () => {
    const again = readModel(bytes)
    if (!again.ok) throw new Error(again.refusal)
    const told = JSON.stringify({ ...again.model, spaces: null, blocks: null })
    for (const word of ['路灯', '幼儿园', '东山街']) expect(told).not.toContain(word)
  })

  test('of another kind, of another version or damaged is refused', () => {
    const other = Buffer.from(bytes)
    other.writeUInt32LE(MODEL_VERSION + 1, 4)
    const damaged = Buffer.from(bytes)
    damaged[damaged.length - 9] = (damaged.at(-9) ?? 0) ^ 1
    expect(readModel(Buffer.from('PK\u0003\u0004'))).toEqual({ ok: false, refusal: 'not-a-model' })
    expect(readModel(other)).toEqual({ ok: false, refusal: 'model-of-other-version' })
    expect(readModel(damaged)).toEqual({ ok: false, refusal: 'model-damaged' })
    expect(readModel(bytes.subarray(0, 60))).toEqual({ ok: false, refusal: 'model-damaged' })
  })
})

test('the same lessons give the same model, to the byte', async () => {
  expect(writeModel(await trainTown()).equals(writeModel(model))).toBe(true)
})

test('one class, or next to nothing, teaches nothing', async () => {
  const options = { sources: [], day: '2026-11-24', folds: 3, wantedError: 0.02, elapsed: () => 1 }
  const lessons = lessonsOfTown()
  expect(await train(lessons.slice(0, 10), options)).toEqual({ ok: false, refusal: 'one-class-only' })
  expect(await train([...lessons.slice(0, 2), ...lessons.slice(-2)], options)).toEqual({
    ok: false,
    refusal: 'too-few-lessons',
  })
})
