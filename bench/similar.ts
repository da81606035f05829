import { dict } from '@node-rs/jieba/dict.js'
import { createSimilarIndex, type SimilarIndex } from '../src/modules/dispatch/rules/similar/similar.ts'
import { cutForIndex } from '../src/platform/text/cut.ts'
import { line, spreadOf } from './figures.ts'

type Chance = () => number

/** The same chances every time (mulberry32). */
function chances(seed: number): Chance {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Words of the Chinese dictionary as often as they are used, so that common and rare words stand as in real texts. */
function wordsByUse(chance: Chance): () => string {
  const words: string[] = []
  const sums: number[] = []
  let sum = 0
  for (const entry of Buffer.from(dict).toString('utf8').split('\n')) {
    const [word = '', times = '0'] = entry.split(' ')
    if (!/^\p{Script=Han}{2,}$/u.test(word)) continue
    words.push(word)
    sum += Number(times)
    sums.push(sum)
  }
  return () => {
    const wanted = chance() * sum
    let [low, high] = [0, sums.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] ?? 0) < wanted) low = middle + 1
      else high = middle
    }
    return words[low] ?? ''
  }
}

type Text = { readonly title: string[]; readonly words: string[] }

/** A title of six words and a body of thirty to a hundred and eighty, as the messages of real platforms. */
function textOf(word: () => string, chance: Chance): Text {
  const title = Array.from({ length: 6 }, word)
  return { title, words: [...title, ...Array.from({ length: 30 + Math.floor(chance() ** 2 * 150) }, word)] }
}

/** Somebody else's words for the same: two of the title and three in ten of the body are others. */
function reworded({ title, words }: Text, word: () => string, chance: Chance): Text {
  const other = title.map((one, at) => (at < 2 ? word() : one))
  return { title: other, words: [...other, ...words.slice(6).map((one) => (chance() < 0.3 ? word() : one))] }
}

const EVERY = 500

/** Compares texts with `count` others in this process and prints how fast, how much memory, and whether it finds what is there. */
export function benchSimilar(count: number, seconds: number): void {
  const chance = chances(7)
  const word = wordsByUse(chance)
  const index = createSimilarIndex()
  const known: { readonly id: string; readonly text: Text }[] = []
  const before = process.memoryUsage()
  const began = performance.now()
  for (let at = 0; at < count; at++) {
    const text = textOf(word, chance)
    const id = `case_349901_${String(at).padStart(26, '0')}`
    index.add({ id, ...text, day: 19_000 + (at % 2_000), area: '' })
    if (at % EVERY === 0) known.push({ id, text })
  }
  const took = (performance.now() - began) / 1000
  const after = process.memoryUsage()
  const heap = after.heapUsed - before.heapUsed
  console.log(line('similar: texts made and added', count / took, null, `${count} texts`))
  console.log(
    line(
      'similar: memory',
      null,
      null,
      `${per(index.bytes(), count)} typed arrays, ${per(Math.max(0, heap), count)} heap with ids`,
    ),
  )
  const asks = known.map(({ id, text }) => ({ id, text: reworded(text, word, chance) }))
  askAll(index, asks, seconds, 'words cut before')
  askAll(index, asks, seconds, 'text cut as well')
}

const per = (bytes: number, count: number): string =>
  `${(bytes / 2 ** 20).toFixed(0)} MiB = ${(bytes / count).toFixed(0)} bytes a text`

type Ask = { readonly id: string; readonly text: Text }

function askAll(
  index: SimilarIndex,
  asks: readonly Ask[],
  seconds: number,
  how: 'words cut before' | 'text cut as well',
) {
  const written = asks.map(({ text }) => ({ title: text.title.join(''), whole: text.words.join('') }))
  cutForIndex('词典') // loads the dictionary
  const times: number[] = []
  let first = 0
  const began = performance.now()
  const cpu = process.cpuUsage()
  while (performance.now() - began < seconds * 1000) {
    const at = times.length % asks.length
    const ask = asks[at]
    const letters = written[at]
    if (!ask || !letters) break
    const start = performance.now()
    const { title, words } =
      how === 'words cut before' ? ask.text : { title: cutForIndex(letters.title), words: cutForIndex(letters.whole) }
    const [best] = index.find({ title, words, day: 20_000, area: '', limit: 10 })
    times.push(performance.now() - start)
    if (best?.id === ask.id) first++
  }
  const rate = times.length / ((performance.now() - began) / 1000)
  const { user, system } = process.cpuUsage(cpu)
  const alone = `${((times.length * 1e6) / (user + system)).toFixed(0)} per second of one core`
  const found = `reworded text found first ${((100 * first) / times.length).toFixed(1)} %`
  console.log(
    line(
      `similar: one against ${index.size().toLocaleString('en')}, ${how}`,
      rate,
      spreadOf(times),
      `${alone}; ${found}`,
    ),
  )
}
