import { malformed } from '../../../platform/http/malformed.ts'
import { type Refused, refused } from '../../../platform/http/problem.ts'
import type { Instant } from '../../../platform/time.ts'
import { type Operator, operate } from '../../people/handle/operations.ts'
import type { Template, TemplateWords, Wording, WordingBody } from '../model/notices.ts'
import { faultsOfWording } from '../rules/wording.ts'
import { addWording, type StoredWording, wordingsOf } from '../store/templates.ts'
import { unknownTemplate } from '../words/notices.ts'
import { wordingFaultSaid } from '../words/wording-faults.ts'
import type { ChannelsParts } from './parts.ts'

type Parts = Pick<ChannelsParts, 'db' | 'templates'>

/** The words of a district at any moment: a notice of last week is read as it was worded last week. */
export type WordingBook = {
  /** The house's knowledge of the key; null when nobody knows it. */
  known(key: string): TemplateWords | null
  at(key: string, when: Instant): Wording
}

export async function wordingBook({ db, templates }: Parts, district: string): Promise<WordingBook> {
  const stored = await wordingsOf(db, district)
  const known = (key: string): TemplateWords | null => (Object.hasOwn(templates, key) ? (templates[key] ?? null) : null)
  return {
    known,
    at: (key, when) =>
      stored.findLast((wording) => wording.key === key && wording.since <= when) ?? known(key) ?? unknownTemplate,
  }
}

/** Every template as it is worded now. */
export async function templatesNow({ db, templates }: Parts, district: string): Promise<Template[]> {
  const stored = await wordingsOf(db, district)
  return Object.entries(templates).map(([key, words]) => {
    const newest = stored.findLast((wording) => wording.key === key)
    return { ...words, version: 0, since: null, by: null, ...newest, key }
  })
}

/** How a template was worded before, newest first, down to the words the house came with. */
export async function wordingHistory(
  { db, templates }: Parts,
  district: string,
  key: string,
): Promise<Template[] | null> {
  const words = Object.hasOwn(templates, key) ? templates[key] : undefined
  if (words === undefined) return null
  const stored = (await wordingsOf(db, district)).filter((wording) => wording.key === key)
  const first: Template = { ...words, key, version: 0, since: null, by: null }
  return [first, ...stored.map((wording) => ({ ...words, ...wording }))].reverse()
}

/**
 * A new wording, in force from now on; the ones before stay. Throws `malformed` with a place and a reason for each
 * fault, so the editor shows them where they are.
 */
export async function reword(
  { db, templates }: Parts,
  by: Operator,
  key: string,
  body: WordingBody,
): Promise<{ ok: true; version: number } | Refused> {
  const template = Object.hasOwn(templates, key) ? templates[key] : undefined
  if (template === undefined) return refused('no-such-template', 404)
  const faults = faultsOfWording(body, template)
  if (faults.length > 0)
    throw malformed(
      faults.map((fault) => ({ in: 'body', pointer: `/${fault.part}/${fault.tongue}`, ...wordingFaultSaid(fault) })),
    )
  const next: StoredWording = {
    key,
    version: body.after + 1,
    title: body.title,
    text: body.text,
    since: by.at,
    by: by.who,
  }
  return operate(db, by, { what: 'channels.template.reword', target: key }, async (tx) =>
    (await addWording(tx, by.district, next))
      ? { ok: true, version: next.version }
      : refused('wording-changed-meanwhile'),
  )
}
