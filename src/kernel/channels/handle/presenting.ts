import type { Said } from '../../../platform/words.ts'
import type { Addressee, Notice } from '../model/notices.ts'
import { render } from '../rules/wording.ts'
import type { WordingBook } from './wordings.ts'

/** A notice as its addressee reads it. */
export type InboxLine = {
  readonly id: string
  readonly template: string
  readonly title: Said
  readonly text: Said
  readonly caseId: string | null
  readonly number: string | null
  readonly forUnit: string | null
  readonly at: string
  readonly readAt: string | null
}

/** The same as the log shows it: secrets covered, with what came of sending. */
export type LogLine = Omit<InboxLine, 'forUnit'> & {
  readonly to: Addressee
  readonly medium: string | null
  readonly outcome: string | null
  readonly attempts: number
  readonly due: string | null
  readonly sentAt: string | null
  readonly deadAt: string | null
}

export function inboxLine(notice: Notice, book: WordingBook): InboxLine {
  const { id, template, caseId, to, at, readAt } = notice
  const forUnit = to.kind === 'unit' ? to.id : null
  return { id, template, ...saidOf(notice, book, false), caseId, number: numberOf(notice), forUnit, at, readAt }
}

export function logLine(notice: Notice, book: WordingBook): LogLine {
  const { id, template, caseId, to, at, readAt, medium, outcome, attempts, due, sentAt, deadAt } = notice
  const told = { id, template, ...saidOf(notice, book, true), caseId, number: numberOf(notice), at, readAt }
  return { ...told, to, medium, outcome, attempts, due, sentAt, deadAt }
}

function saidOf({ template, params, at }: Notice, book: WordingBook, mask: boolean): { title: Said; text: Said } {
  const wording = book.at(template, at)
  const zh = render(wording, params, { tongue: 'zh', mask })
  const en = render(wording, params, { tongue: 'en', mask })
  return { title: { zh: zh.title, en: en.title }, text: { zh: zh.text, en: en.text } }
}

const numberOf = ({ params }: Notice): string | null => (typeof params.number === 'string' ? params.number : null)
