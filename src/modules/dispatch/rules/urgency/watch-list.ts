import type { Day } from '../../../../platform/time.ts'
import { LONGEST_PHRASE, type TakingBack, type WatchLine } from '../../model/watch.ts'
import { isOver } from './past.ts'

/** A place in a text that a line of the list speaks of, in UTF-16 units. */
export type Alarm = Pick<WatchLine, 'id' | 'kind' | 'level' | 'reason'> & {
  readonly start: number
  readonly end: number
}

/** Parts of a phrase may stand so many characters apart. */
const GAP = 12
/** So far before a phrase a word can take it back. */
const BACK = 8

const sentenceEnd = /[。！？；!?;\n]/
const clauseEnd = /[，。！？；、：,!?;:\n]/

/** `last`: where the last part of the phrase begins. */
type Span = { readonly start: number; readonly last: number; readonly end: number }

const alternatives = (part: string): string[] =>
  part
    .split('/')
    .map((word) => word.trim())
    .filter((word) => word !== '')

/** Every place where one of the words stands. */
function placesOf(words: readonly string[], text: string): Span[] {
  return words.flatMap((word) => {
    const found: Span[] = []
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
      found.push({ start: at, last: at, end: at + word.length })
    return found
  })
}

/** Every place where the phrase stands: its parts in order, within one sentence, no two further apart than `GAP`. */
function phrasePlaces(phrase: string, text: string): Span[] {
  const [first = '', ...rest] = phrase.split('+')
  let spans = placesOf(alternatives(first), text)
  for (const part of rest) {
    const words = alternatives(part)
    spans = spans.flatMap((span) => {
      const reach = text.slice(span.end, span.end + GAP + Math.max(0, ...words.map((word) => word.length)))
      const [sentence = ''] = reach.split(sentenceEnd)
      const [next] = placesOf(words, sentence).sort((a, b) => a.start - b.start)
      return next ? [{ start: span.start, last: span.end + next.start, end: span.end + next.end }] : []
    })
  }
  return spans
}

/** Whether a line can be read at all: each part of the phrase has a word of two letters or more somewhere. */
export function isPhrase(phrase: string): boolean {
  const parts = phrase.split('+').map(alternatives)
  return phrase.length <= LONGEST_PHRASE && parts.every((words) => words.length > 0) && parts.flat().join('').length > 1
}

/** The part of the clause that stands right before a place. */
const clauseBefore = (text: string, start: number): string =>
  text
    .slice(Math.max(0, start - BACK), start)
    .split(clauseEnd)
    .at(-1) ?? ''

/** The words that take back, and the local day on which the text was told. */
export type Telling = TakingBack & { readonly today: Day }

/**
 * What in a text cannot wait, in the order of the text; of lines that meet in one place the more urgent one, then the shorter.
 * A word of `back` takes a phrase back in the same clause, at most eight characters before its first or its last part;
 * what is told of as over on the day of the telling is only marked.
 */
export function alarmsIn(text: string, list: readonly WatchLine[], { today, ...back }: Telling): Alarm[] {
  const found: Alarm[] = []
  for (const { id, kind, level, phrase, unless, takenBackBy, reason } of list) {
    const covered = placesOf(alternatives(unless), text)
    const words = takenBackBy === 'supposed' ? [...back.denied, ...back.supposed] : back.denied
    for (const { start, last, end } of phrasePlaces(phrase, text)) {
      if (covered.some((cover) => start < cover.end && cover.start < end)) continue
      const before = [clauseBefore(text, start), clauseBefore(text, last)]
      if (words.some((word) => before.some((clause) => clause.includes(word)))) continue
      const over = takenBackBy !== 'denied' && isOver(text, { start, end }, { ...back, today })
      found.push({ id, kind, level: over ? 'watch' : level, reason, start, end })
    }
  }
  found.sort(
    (a, b) => Number(b.level === 'urgent') - Number(a.level === 'urgent') || a.end - a.start - (b.end - b.start),
  )
  const taken = new Uint8Array(text.length)
  return found
    .filter(({ start, end }) => {
      const isFree = !taken.subarray(start, end).includes(1)
      taken.fill(1, start, end)
      return isFree
    })
    .sort((a, b) => a.start - b.start)
}

/** Whether the clock of two hours starts. */
export const isUrgent = (alarms: readonly Alarm[]): boolean => alarms.some(({ level }) => level === 'urgent')
