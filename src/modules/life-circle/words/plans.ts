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

type Edit = {
  readonly edit: string
  readonly kind?: string
  readonly place?: string
  readonly gate?: number
  readonly at?: LngLatNamed
  readonly from?: LngLatNamed
  readonly to?: LngLatNamed
  readonly waitSeconds?: number
}
type LngLatNamed = { readonly lng: number; readonly lat: number }

const editNames: Readonly<Record<string, string>> = {
  add: '新增设施',
  move: '搬迁设施',
  close: '关闭设施',
  'open-gate': '打开一道门',
  'build-crossing': '修过街通道',
}

/** What the plans consist of, step by step, so that a file of them can be drawn and built by. */
export const editColumns = [
  { key: 'plan', title: '方案', width: 24 },
  { key: 'step', title: '步骤', kind: 'number' as const },
  { key: 'edit', title: '改动', width: 16 },
  { key: 'what', title: '设施或门', width: 24 },
  { key: 'lng', title: '经度', kind: 'number' as const },
  { key: 'lat', title: '纬度', kind: 'number' as const },
  { key: 'toLng', title: '终点经度', kind: 'number' as const },
  { key: 'toLat', title: '终点纬度', kind: 'number' as const },
  { key: 'wait', title: '等灯（秒）', kind: 'number' as const },
]

export const editRows = (plans: readonly (Named & { readonly edits: readonly Edit[] })[]) =>
  plans.flatMap(({ name, edits }) =>
    edits.map(({ edit, kind, place, gate, at, from, to, waitSeconds }, step) => {
      const first = at ?? from
      return {
        ...{ plan: name, step: step + 1, edit: editNames[edit] ?? edit },
        what: kind && isKind(kind) ? kindWords[kind].zh : (place ?? (gate === undefined ? '' : `${gate + 1} 号门`)),
        ...{ lng: first?.lng ?? null, lat: first?.lat ?? null, toLng: to?.lng ?? null, toLat: to?.lat ?? null },
        wait: waitSeconds ?? null,
      }
    }),
  )
