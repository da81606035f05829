import type { JsonSchema } from '../../../platform/forms/schema.ts'
import type { BlankName, DocumentKind, FieldName, Regime, TextFault, Values } from '../model.ts'
import { blankWords, fieldWords } from '../words.ts'

type Asks = { readonly must: readonly FieldName[]; readonly may?: readonly FieldName[] }

/**
 * What each document has to say, beyond who writes to whom about which case on which day.
 * - accepted: 行政许可法 第三十二条第二款 (a dated paper under seal, for acceptance and for refusal alike); 信访工作条例
 *   第二十三条第二款 (in writing within 15 days, with way and procedure).
 * - supplement: 行政许可法 第三十二条第一款第四项 (everything that is missing, in one notice).
 * - declined: 行政许可法 第三十二条第一款第二项 and 北京市接诉即办工作条例 第十一条第三款第二项 (where to turn instead).
 * - extended: 行政许可法 第四十二条, 信访工作条例 第三十四条, 北京市接诉即办工作条例 第十五条第二项 (the reason is told).
 * - answer: 信访工作条例 第三十二条 (request, facts and reasons, opinion, its basis in law), 第三十五条 (review within
 *   30 days); 行政许可法 第三十八条第二款 (the reason of a no, reconsideration and suit).
 */
export function asksOf(kind: DocumentKind, regime: Regime): Asks {
  switch (kind) {
    case 'accepted':
      return { must: ['due', 'basis', 'contact'] }
    case 'supplement':
      return { must: ['missing', 'until', 'basis', 'contact'] }
    case 'declined':
      return { must: ['reason', 'turnTo', 'basis', 'remedy'] }
    case 'extended':
      return { must: ['reason', 'oldDue', 'newDue', 'basis', 'contact'] }
    case 'answer':
      return regime === 'petition'
        ? { must: ['facts', 'answer', 'basis', 'remedy'], may: ['outcome'] }
        : { must: ['answer', 'outcome', 'basis', 'remedy'], may: ['facts'] }
    case 'revocation':
      return { must: ['reason', 'basis', 'remedy'] }
  }
}

const longFields: readonly FieldName[] = ['facts', 'missing', 'reason', 'answer', 'turnTo', 'remedy', 'basis']
const LONGEST = 4_000

/** The form in which an officer reads over what the document will say; drawn by the page, checked at the door. */
export function formOf(kind: DocumentKind, regime: Regime): JsonSchema {
  const { must, may = [] } = asksOf(kind, regime)
  const names = fieldsIn(must, may)
  return {
    type: 'object',
    additionalProperties: false,
    'x-order': names,
    required: must,
    properties: Object.fromEntries(names.map((name) => [name, fieldSchema(name)])),
  }
}

const order: readonly FieldName[] = ['facts', 'missing', 'reason', 'answer', 'outcome', 'turnTo']
const fieldsIn = (must: readonly FieldName[], may: readonly FieldName[]): readonly FieldName[] => {
  const all = [...must, ...may]
  return [...order.filter((name) => all.includes(name)), ...all.filter((name) => !order.includes(name))]
}

const fieldSchema = (name: FieldName): JsonSchema => ({
  type: 'string',
  title: fieldWords[name].zh,
  'x-title-en': fieldWords[name].en,
  minLength: 2,
  maxLength: longFields.includes(name) ? LONGEST : 80,
  ...(longFields.includes(name) && { 'x-widget': 'textarea' }),
})

const blanks = new Map<string, BlankName>(Object.entries(blankWords).map(([name, word]) => [word, name as BlankName]))

/**
 * The paragraphs of a document: the template with its blanks filled in. A line with a blank of which nothing is known is
 * left out, so that what a document may lack leaves no hole; what it must have is asked for before.
 */
export function paragraphsOf(body: string, values: Values): readonly string[] {
  return body
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .flatMap((line) => {
      const named = [...line.matchAll(/【([^】]*)】/g)].map(([, word = '']) => blanks.get(word))
      const isKnown = named.every((name) => name === undefined || (values[name] ?? '') !== '')
      return isKnown ? filled(line, values).split('\n') : []
    })
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

const filled = (line: string, values: Values): string =>
  line.replace(/【([^】]*)】/g, (blank, word: string) => {
    const name = blanks.get(word)
    return name === undefined ? blank : (values[name] ?? '')
  })

/** What keeps a wording from being used: a blank that the law asks for and it lacks, or one that nobody can fill. */
export function textFaults(kind: DocumentKind, body: string): readonly TextFault[] {
  const found = [...body.matchAll(/【([^】]*)】/g)].map(([, word = '']) => word)
  const { must } = asksOf(kind, 'order')
  const needed: readonly BlankName[] =
    kind === 'revocation' ? [...must, 'aboutName', 'aboutNumber'] : [...must, 'title', 'case']
  return [
    ...needed
      .filter((name) => !found.includes(blankWords[name]))
      .map((name) => ({ fault: 'blank-missing' as const, blank: blankWords[name] })),
    ...found.filter((word) => !blanks.has(word)).map((blank) => ({ fault: 'blank-unknown' as const, blank })),
  ]
}
