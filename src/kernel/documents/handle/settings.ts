import type { Json } from '../../../platform/canonical.ts'
import type { Db } from '../../../platform/db/db.ts'
import { type Refused, refused } from '../../../platform/http/problem.ts'
import { type Said, said } from '../../../platform/words.ts'
import type { UnitId } from '../../organisations/model.ts'
import { above, type Tree } from '../../organisations/rules/tree.ts'
import { type Operator, operate } from '../../people/handle/operations.ts'
import { type DocumentKind, documentKinds, type LawTexts, type NumberFormat, type Regime, regimes } from '../model.ts'
import { textFaults } from '../rules/contents.ts'
import { formatFaults } from '../rules/number.ts'
import { addSetting, settingsOf, settingVersions } from '../store/settings.ts'
import { defaultFormat, defaultTexts, lawOf } from '../words/texts.ts'
import { formatFaultWords, textFaultWords } from '../words.ts'

/** How a district numbers and words its documents today. */
export type Settings = {
  readonly format: NumberFormat
  text(kind: DocumentKind): string
  law(regime: Regime, kind: DocumentKind): LawTexts
  /** The letters of an organ (机关代字); its short name while nobody has given it any. */
  word(unit: string, shortName: string): string
}

/** Reads them as they hold in this transaction. */
export async function readSettings(db: Db, district: string): Promise<Settings> {
  const held = new Map((await settingsOf(db, district)).map(({ key, body }) => [key, body]))
  return {
    format: (held.get('format') as NumberFormat | undefined) ?? defaultFormat,
    text: (kind) => textIn(held.get(`text/${kind}`)) ?? defaultTexts[kind],
    law: (regime, kind) => ({ ...lawOf[regime][kind], ...(held.get(`law/${regime}/${kind}`) as LawTexts | undefined) }),
    word: (unit, shortName) => textIn(held.get(`word/${unit}`)) ?? shortName,
  }
}

const textIn = (body: Json | undefined): string | null =>
  typeof body === 'object' && body !== null && 'text' in body && typeof body.text === 'string' ? body.text : null

/** What stands where nothing was written; null for what is no setting. */
export function defaultSetting(key: string, tree: Tree): Json | null {
  const [part, ...rest] = key.split('/')
  const kind = documentKinds.find((one) => one === rest.at(-1))
  const regime = regimes.find((one) => one === rest[0])
  if (key === 'format') return defaultFormat as unknown as Json
  if (part === 'text' && kind && rest.length === 1) return { text: defaultTexts[kind] }
  if (part === 'law' && regime && kind && rest.length === 2) return { ...lawOf[regime][kind] }
  const unit = part === 'word' && rest.length === 1 ? tree.get(rest[0] as UnitId) : undefined
  return unit ? { text: unit.shortName } : null
}

export type SettingFault = { readonly at: string; readonly said: Said }

/** What is wrong with a setting, in words; empty when it can be used. */
export function settingFaults(key: string, body: Json): readonly SettingFault[] {
  if (key === 'format') {
    const format = body as unknown as NumberFormat
    if (typeof format?.pattern !== 'string' || typeof format.kinds !== 'object') return [shapeless]
    return formatFaults(format).map((fault) => ({
      at: fault.startsWith('kind') ? '/kinds' : '/pattern',
      said: formatFaultWords[fault],
    }))
  }
  if (key.startsWith('law/')) {
    const texts = Object.entries((body ?? {}) as Readonly<Record<string, unknown>>)
    const fits = texts.every(([name, text]) => ['basis', 'remedy'].includes(name) && typeof text === 'string')
    return fits ? [] : [shapeless]
  }
  const text = textIn(body)?.trim() ?? ''
  if (text === '') return [{ at: '/text', said: said('请填写内容', 'Write something') }]
  if (!key.startsWith('text/')) return text.length > 20 ? [shapeless] : []
  const kind = documentKinds.find((one) => key === `text/${one}`)
  return kind === undefined
    ? [shapeless]
    : textFaults(kind, text).map(({ fault, blank }) => ({ at: '/text', said: textFaultWords[fault](blank) }))
}

const shapeless: SettingFault = { at: '', said: said('内容不完整或过长', 'Incomplete, or too long') }

type Change = { readonly key: string; readonly seen: number; readonly body: Json }

/** Writes the next version of a setting. `seen` is the version somebody read, 0 for what stood there by itself. */
export async function changeSetting(
  db: Db,
  tree: Tree,
  by: Operator,
  { key, seen, body }: Change,
): Promise<{ readonly ok: true; readonly version: number } | Refused> {
  if (defaultSetting(key, tree) === null) return refused('no-such-setting', 404)
  return operate(db, by, { what: 'documents.setting', target: key }, async (tx) => {
    if (settingFaults(key, body).length > 0) return refused('setting-unusable')
    const [last] = await settingVersions(tx, by.district, key)
    if ((last?.version ?? 0) !== seen) return refused('somebody-was-first')
    const one = { key, version: seen + 1, body, changedAt: by.at, changedBy: by.who }
    return (await addSetting(tx, by.district, one)) ? { ok: true, version: seen + 1 } : refused('somebody-was-first')
  })
}

/** The organ a unit belongs to: a section signs in the name of its department. */
export function organOf(tree: Tree, unit: UnitId): UnitId {
  const chain = [unit, ...above(tree, unit)]
  return chain.find((one) => tree.get(one)?.level !== 'section') ?? unit
}
