import type { NoticeParams, ParamName } from '../model/notices.ts'
import { newestParams } from '../store/notice-params.ts'
import { exampleParams } from '../words/wording-examples.ts'
import type { ChannelsParts } from './parts.ts'

export type WordingExample = {
  readonly params: NoticeParams
  /** Whether they are those of a notice that was given, or made up because none was yet. */
  readonly isReal: boolean
}

/**
 * The values a wording is shown with: of the newest notice given by this template, secrets covered; what that one did
 * not know is left out, as it would be. Null for a template nobody knows.
 */
export async function wordingExample(
  { db, templates }: Pick<ChannelsParts, 'db' | 'templates'>,
  district: string,
  key: string,
): Promise<WordingExample | null> {
  const words = Object.hasOwn(templates, key) ? templates[key] : undefined
  if (words === undefined) return null
  const found = await newestParams(db, district, key)
  const named: readonly ParamName[] = [...words.must, ...words.may]
  const values = found ?? exampleParams
  const params = Object.fromEntries(
    named.map((name) => [name, name === 'code' ? exampleParams.code : (values[name] ?? null)]),
  )
  return { params, isReal: found !== null }
}
