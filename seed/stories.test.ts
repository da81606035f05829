import { expect, test } from 'vitest'
import { matterByWords } from '../src/kernel/matters/rules/choose.ts'
import { seedMatters } from '../src/kernel/matters/seed/matters.ts'
import { seedUnits } from '../src/kernel/organisations/seed/units.ts'
import { cornerIn } from './places.ts'
import { residents } from './residents.ts'
import { stories } from './stories.ts'

const matters = seedMatters('349901')
const everythingSaid = stories.flatMap(({ title, text, reply = '', says = {}, where }) => [
  title,
  text,
  reply,
  where[0],
  ...Object.values(says),
])

test('a hundred and sixty messages, no two alike, of sixty people and of some who give no name', () => {
  expect(stories.length).toBeGreaterThan(160)
  for (const of of ['id', 'title', 'text'] as const)
    expect(new Set(stories.map((story) => story[of])).size).toBe(stories.length)
  const answers = stories.flatMap(({ reply }) => reply ?? [])
  expect(answers.length).toBeGreaterThan(100)
  expect(new Set(answers).size).toBe(answers.length)
  expect(new Set(stories.flatMap(({ who }) => who ?? [])).size).toBe(residents.length)
  expect(stories.filter(({ who }) => who === null).length).toBeGreaterThan(10)
  for (const by of ['hotline', 'counter', 'mailbox']) expect(stories.some((story) => story.by === by)).toBe(true)
})

test('messages are as long and as short as people write, and fit the form', () => {
  const lengths = stories.map(({ text }) => [...text].length)
  expect(Math.min(...lengths)).toBeLessThan(20)
  expect(Math.max(...lengths)).toBeGreaterThan(110)
  for (const { title, text, reply } of stories) {
    expect([...title].length).toBeGreaterThanOrEqual(4)
    expect([...title].length).toBeLessThanOrEqual(50)
    expect([...text].length).toBeGreaterThanOrEqual(10)
    if (reply) expect(reply.length).toBeGreaterThanOrEqual(10)
  }
})

test('nobody can be called or identified: telephones are of the reserved look, no number of an identity card', () => {
  for (const { phone } of residents) expect(phone).toMatch(/^139000000\d\d$/)
  const numbers = everythingSaid.flatMap((words) => words.match(/\d[\d-]{6,}/g) ?? [])
  expect(numbers.filter((number) => number.replaceAll('-', '').length > 8)).toEqual([])
})

test('the words of a message lead to its matter nine times in ten', () => {
  const known = new Map(matters.map((matter) => [matter.id, matter]))
  expect(stories.filter(({ about }) => !known.has(`matter_${about}`)).map(({ id }) => id)).toEqual([])
  const astray = stories.filter(({ about, title, text }) => {
    const chosen = matterByWords(matters, { title, text })?.id ?? 'matter_anything-else'
    return chosen !== `matter_${about}`
  })
  expect(astray.length, astray.map(({ id }) => id).join(' ')).toBeLessThan(stories.length / 10)
  expect(new Set(stories.map(({ about }) => about)).size).toBeGreaterThan(45)
})

test('a story names only corners, units and other stories that there are', () => {
  const units = new Set(seedUnits('349901', '2010-01-01').map(({ id }) => id))
  const ids = new Set(stories.map(({ id }) => id))
  for (const { where, otherUnit, repeats } of stories) {
    if (where[1] !== null) expect(cornerIn('349901', where[1]).area).toMatch(/^349901\d{3}\/349901\d{6}$/)
    if (otherUnit) expect(units).toContain(otherUnit)
    if (repeats) expect(ids).toContain(repeats)
  }
})
