import { expect, test } from 'vitest'
import { documentKinds, regimes } from '../model.ts'
import { defaultFormat, defaultTexts, lawOf } from '../words/texts.ts'
import { asksOf, formOf, paragraphsOf, textFaults } from './contents.ts'
import { checkOf, formatFaults, numberOf, verifyUrl } from './number.ts'

test('a number is letters of the office, letters of the kind, the year in its brackets and no leading zeros', () => {
  const counted = { word: '云住建', kind: 'extended', year: 2026, seq: 12 } as const
  expect(numberOf(defaultFormat, counted)).toBe('云住建延〔2026〕12号')
})

test.each([
  ['{word}{kind}〔{year}〕{seq}号', []],
  ['{word}〔{year}〕{seq}号', ['blank-missing']],
  ['{word}{kind}{year}{seq}{unit}', ['blank-unknown']],
] as const)('the format %s has the faults %j', (pattern, faults) => {
  expect(formatFaults({ ...defaultFormat, pattern })).toEqual(faults)
})

test('two kinds with the same letters would give the same numbers', () => {
  const kinds = { ...defaultFormat.kinds, extended: '受' }
  expect(formatFaults({ ...defaultFormat, kinds })).toEqual(['kind-letters-shared'])
})

test.each(documentKinds)('our own wording of %s says what the law asks for', (kind) => {
  expect(textFaults(kind, defaultTexts[kind])).toEqual([])
})

test('a wording without what the law asks for, or with a blank nobody can fill, is named', () => {
  const text = defaultTexts.supplement.replace('【补正内容】', '').replace('【依据】', '【法条】')
  expect(textFaults('supplement', text)).toEqual([
    { fault: 'blank-missing', blank: '补正内容' },
    { fault: 'blank-missing', blank: '依据' },
    { fault: 'blank-unknown', blank: '法条' },
  ])
})

test('what a document may lack leaves no hole, and lines that an officer wrote stay lines', () => {
  const values = { title: '路灯不亮', answer: '第一，已更换。\n第二，已巡查。', basis: '某规定。' }
  expect(paragraphsOf('关于【标题】\n事实：【事实和理由】\n【答复内容】\n依据：【依据】', values)).toEqual([
    '关于路灯不亮',
    '第一，已更换。',
    '第二，已巡查。',
    '依据：某规定。',
  ])
})

test('every kind asks for its basis under every law, and whoever is told no is told what he can do', () => {
  for (const kind of documentKinds)
    for (const regime of regimes) {
      const { must } = asksOf(kind, regime)
      expect(must, `${kind} ${regime}`).toContain('basis')
      if (['declined', 'answer', 'revocation'].includes(kind)) expect(must).toContain('remedy')
      expect(formOf(kind, regime).required).toEqual(must)
    }
  expect(asksOf('answer', 'petition').must).toContain('facts')
  expect(lawOf.petition.answer?.remedy).toContain('30日内')
})

test('the printed square carries the code and the first letters of the hash', () => {
  const hash = 'ab'.repeat(32)
  expect(verifyUrl('https://yiwang.example/', { code: 'abcdefghjk', hash })).toBe(
    `https://yiwang.example/verify?of=abcdefghjk&check=${checkOf(hash)}`,
  )
})
