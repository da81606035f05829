import { basisWords, dayWords, deedWords, emptyPhrases, plainWords, type ReplyFaultKind } from '../words/reply.ts'
import { findPersonal } from './personal/find.ts'
import { maskOne } from './personal/mask.ts'

/** One thing to look at before an answer goes out, and where it shows: words of the answer, personal data covered. */
export type ReplyFault = { readonly kind: ReplyFaultKind; readonly words: readonly string[] }

type Asked = { readonly title: string; readonly text: string }

/**
 * Pure: what an answer may lack, for its writer to judge; it never bars anything. Office telephones are no personal
 * data. Whether the answer speaks of what was asked is judged by pairs of characters, so it errs towards silence.
 */
export function replyFaults(asked: Asked, reply: string): readonly ReplyFault[] {
  const empty = emptyPhrases.filter((phrase) => reply.includes(phrase))
  const said = without(reply, empty)
  const has = (words: readonly string[]) => words.some((word) => said.includes(word))
  const blanks = reply.match(/【[^】]*】/g) ?? []
  const found: readonly (readonly [ReplyFaultKind, boolean, (readonly string[])?])[] = [
    ['off-topic', isOffTopic(asked, said)],
    ['no-basis', !has(basisWords) && !/《[^》]+》|第[\d一二三四五六七八九十百]+条/.test(said)],
    ['no-date', !has(dayWords) && !/\d{1,2}\s*月\s*\d{1,2}\s*[日号]|\d{4}[-/.年]\d{1,2}/.test(said)],
    ['no-deed', !has(deedWords)],
    ['empty-phrases', empty.length > 0, empty],
    ['personal', others(reply).length > 0, others(reply)],
    ['unfilled', blanks.length > 0, blanks],
  ]
  return found.flatMap(([kind, holds, words = []]) => (holds ? [{ kind, words }] : []))
}

const others = (reply: string): string[] =>
  findPersonal(reply)
    .filter(({ kind }) => kind !== 'landline')
    .map(({ kind, start, end }) => maskOne(kind, reply.slice(start, end)))

function isOffTopic({ title, text }: Asked, reply: string): boolean {
  const telling = pairsOf(`${title}。${text}`)
  const answered = pairsOf(reply)
  return telling.size > 0 && ![...telling].some((pair) => answered.has(pair))
}

/** Pairs of neighbouring characters, plain words left out; runs of letters and figures count as one. */
function pairsOf(text: string): ReadonlySet<string> {
  const runs =
    without(text, plainWords)
      .toLowerCase()
      .match(/\p{Script=Han}{2,}|[a-z0-9]{2,}/gu) ?? []
  return new Set(runs.flatMap((run) => (/^[a-z0-9]/.test(run) ? [run] : pairsIn(run))))
}

const pairsIn = (run: string): string[] => Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2))

const without = (text: string, words: readonly string[]): string =>
  words.reduce((rest, word) => rest.replaceAll(word, ' '), text)
