import { type Said, said } from '../../../platform/words.ts'
import { isKind } from '../model/kinds.ts'
import { kindWords } from './kinds.ts'

export const allMusts = said('全部必配设施', 'Every must-have')
export const comparedWords = (what: string): Said => (isKind(what) ? kindWords[what] : allMusts)

type Named = { readonly name: string }
type Line = { readonly what: string; readonly before: number; readonly of: number; readonly after: readonly number[] }

/** A comparison as a sheet: one column for each plan. */
export const compareColumns = (plans: readonly Named[]) => [
  { key: 'what', title: '设施', width: 24 },
  { key: 'of', title: '总人数', kind: 'number' as const },
  { key: 'before', title: '现状覆盖', kind: 'number' as const },
  ...plans.map(({ name }, at) => ({ key: `after${at}`, title: name, kind: 'number' as const })),
]

export const compareRows = (rows: readonly Line[]) =>
  rows.map(({ what, of, before, after }) => ({
    what: comparedWords(what).zh,
    of: Math.round(of),
    before: Math.round(before),
    ...Object.fromEntries(after.map((people, at) => [`after${at}`, Math.round(people)])),
  }))
