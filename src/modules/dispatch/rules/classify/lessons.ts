import type { Lesson, RowTrouble } from '../../model/classify.ts'

export type LessonsRead = {
  readonly lessons: readonly Lesson[]
  /** Lines that could not be read, counted from 1. */
  readonly troubles: readonly { readonly line: number; readonly trouble: RowTrouble }[]
}

/**
 * Lessons from lines of JSON: `{topic, detail, label?}` as people wrote them, or `{text, label}` already cut into words.
 * Blank lines are passed over; one bad line does not spoil the others.
 */
export function readLessons(text: string): LessonsRead {
  const lessons: Lesson[] = []
  const troubles: { line: number; trouble: RowTrouble }[] = []
  const lines = text.replace(/^\ufeff/, '').split('\n')
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue
    const read = readLine(line)
    if (typeof read === 'string') troubles.push({ line: at + 1, trouble: read })
    else lessons.push(read)
  }
  return { lessons, troubles }
}

function readLine(line: string): Lesson | RowTrouble {
  const row = parsed(line)
  if (row === undefined) return 'not-json'
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return 'not-an-object'
  const { topic = '', detail = '', text, label = null } = row as Readonly<Record<string, unknown>>
  if (label !== null && typeof label !== 'string') return 'field-is-no-text'
  if (text !== undefined) return segmented(text, label)
  if (typeof topic !== 'string' || typeof detail !== 'string') return 'field-is-no-text'
  if (`${topic}${detail}`.trim() === '') return 'no-text'
  return { form: 'raw', title: topic, detail, label: label === '' ? null : label }
}

function segmented(words: unknown, label: string | null): Lesson | RowTrouble {
  if (typeof words !== 'string') return 'field-is-no-text'
  if (words.trim() === '') return 'no-text'
  return label === null || label === '' ? 'no-label' : { form: 'segmented', words, label }
}

/** Undefined where a line is no JSON: it comes from a file of any origin. */
function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
