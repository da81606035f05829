import type { Cell } from '../../../platform/tables/cell.ts'
import { cellText } from '../../../platform/tables/cell.ts'
import type { Column } from '../../../platform/tables/write.ts'
import type { Said } from '../../../platform/words.ts'
import type { Matter } from '../model.ts'
import { dutyRuleWords, type matterColumnWords, noWords, yesWords } from '../words/sheets.ts'
import { audienceWords, kindWords, statusWords } from '../words.ts'

/** How one column of the sheet of matters is written, and what its cells become in a matter at the door. */
export type MatterColumn = {
  readonly key: keyof typeof matterColumnWords
  /** Where its value stands in a matter; faults beneath it are this column's. */
  readonly at: string
  readonly kind?: Column['kind']
  readonly width?: number
  readonly write: (matter: Matter) => Cell
  /** undefined: the cell says nothing, the field stays away. What cannot be read is passed on for the door to refuse. */
  readonly read: (cell: Cell) => unknown
  /** The few words a cell may hold. */
  readonly choices?: readonly Said[]
}

type Words = Readonly<Record<string, Said>>

/** A person's word for a code, or the code itself; anything else is handed on as it is. */
export const codeOf = (words: Words, cell: Cell): string => {
  const text = cellText(cell)
  const known = Object.entries(words).find(([code, { zh, en }]) => [code, zh, en].includes(text))
  return known?.[0] ?? text
}

export const yesNo = (is: boolean | undefined): Cell => (is === undefined ? null : is ? yesWords.zh : noWords.zh)

export function truth(cell: Cell): unknown {
  const text = cellText(cell).toLowerCase()
  if (text === '') return undefined
  if ([yesWords.zh, yesWords.en, 'true', '1', 'y'].includes(text)) return true
  if ([noWords.zh, noWords.en, 'false', '0', 'n'].includes(text)) return false
  return text
}

/** A number, or the text that is none. */
export function amount(cell: Cell): unknown {
  const text = cellText(cell)
  if (text === '') return undefined
  return Number.isNaN(Number(text)) ? text : Number(text)
}

export const textOrNothing = (cell: Cell): unknown => cellText(cell) || undefined
export const textOrNull = (cell: Cell): unknown => cellText(cell) || null
const listed = (cell: Cell): string[] =>
  cellText(cell)
    .split(/[、,，;；\s]+/)
    .filter((part) => part !== '')

/** What a cell of JSON that is none becomes, so that the door refuses it and the fault can be named. */
export const notJson = Symbol('not JSON')

const json = (cell: Cell): unknown => {
  const text = cellText(cell)
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return notJson // JSON speaks by throwing
  }
}

const conditionLines = (cell: Cell): unknown => {
  const lines = cellText(cell)
    .split('\n')
    .filter((line) => line.trim() !== '')
  if (lines.length === 0) return undefined
  return lines.map((line) => {
    const [zh = '', en = zh] = line.split(' | ').map((part) => part.trim())
    return { zh, en }
  })
}

const text = cellText

export const yesOrNo = [yesWords, noWords]

export const matterColumns: readonly MatterColumn[] = [
  { key: 'id', at: '/id', width: 24, write: (m) => m.id, read: text },
  { key: 'version', at: '/version', kind: 'number', width: 6, write: (m) => m.version, read: (c) => amount(c) ?? 0 },
  {
    key: 'status',
    at: '/status',
    width: 8,
    write: (m) => statusWords[m.status].zh,
    read: (c) => codeOf(statusWords, c) || 'draft',
    choices: Object.values(statusWords),
  },
  { key: 'nameZh', at: '/name/zh', width: 28, write: (m) => m.name.zh, read: text },
  { key: 'nameEn', at: '/name/en', width: 28, write: (m) => m.name.en, read: text },
  { key: 'code', at: '/code', width: 20, write: (m) => m.code ?? null, read: textOrNothing },
  {
    key: 'category',
    at: '/category',
    width: 28,
    write: (m) => m.category.join('/'),
    read: (c) =>
      text(c)
        .split('/')
        .map((step) => step.trim())
        .filter((step) => step !== ''),
  },
  {
    key: 'kind',
    at: '/kind',
    width: 8,
    write: (m) => kindWords[m.kind].zh,
    read: (c) => codeOf(kindWords, c),
    choices: Object.values(kindWords),
  },
  { key: 'procedure', at: '/procedure', width: 10, write: (m) => m.procedure, read: text },
  {
    key: 'dutyRule',
    at: '/duty/rule',
    width: 12,
    write: (m) => dutyRuleWords[m.duty.rule].zh,
    read: (c) => codeOf(dutyRuleWords, c) || 'duty-list',
    choices: Object.values(dutyRuleWords),
  },
  { key: 'dutyUnit', at: '/duty/unit', write: (m) => m.duty.unit ?? null, read: textOrNothing },
  {
    key: 'confirmAt',
    at: '/refusalLadder/confirmAt',
    kind: 'number',
    width: 10,
    write: (m) => m.refusalLadder.confirmAt,
    read: amount,
  },
  {
    key: 'ratingAsked',
    at: '/rating/asked',
    width: 8,
    write: (m) => yesNo(m.rating.asked),
    read: truth,
    choices: yesOrNo,
  },
  {
    key: 'ratingRectify',
    at: '/rating/rectify',
    width: 8,
    write: (m) => yesNo(m.rating.rectify),
    read: truth,
    choices: yesOrNo,
  },
  { key: 'urgent', at: '/urgent', width: 6, write: (m) => yesNo(m.urgent), read: truth, choices: yesOrNo },
  { key: 'internal', at: '/internal', width: 6, write: (m) => yesNo(m.internal), read: truth, choices: yesOrNo },
  {
    key: 'audience',
    at: '/audience',
    width: 12,
    write: (m) => m.audience.map((one) => audienceWords[one].zh).join('、'),
    read: (c) => listed(c).map((one) => codeOf(audienceWords, one)),
    choices: Object.values(audienceWords),
  },
  { key: 'intakeWords', at: '/intakeWords', width: 30, write: (m) => m.intakeWords.join('、'), read: listed },
  { key: 'effectiveFrom', at: '/effectiveFrom', kind: 'date', width: 12, write: (m) => m.effectiveFrom, read: text },
  { key: 'effectiveTo', at: '/effectiveTo', kind: 'date', width: 12, write: (m) => m.effectiveTo, read: textOrNull },
  { key: 'sourceDoc', at: '/sourceDoc', width: 30, write: (m) => m.sourceDoc, read: text },
  {
    key: 'conditions',
    at: '/conditions',
    width: 30,
    write: (m) => m.conditions?.map(({ zh, en }) => `${zh} | ${en}`).join('\n') ?? null,
    read: conditionLines,
  },
  {
    key: 'closing',
    at: '/closing',
    width: 30,
    write: (m) => m.closing?.map(({ zh, en }) => `${zh} | ${en}`).join('\n') ?? null,
    read: conditionLines,
  },
  {
    key: 'milestones',
    at: '/milestones',
    width: 30,
    write: (m) => (m.milestones ? JSON.stringify(m.milestones) : null),
    read: json,
  },
  {
    key: 'componentTypes',
    at: '/componentTypes',
    width: 16,
    write: (m) => m.componentTypes?.join('、') || null,
    read: (c) => {
      const types = listed(c)
      return types.length > 0 ? types : undefined
    },
  },
  {
    key: 'papers',
    at: '/papers',
    width: 30,
    write: (m) => (m.papers.length > 0 ? JSON.stringify(m.papers) : null),
    read: (c) => json(c) ?? [],
  },
  { key: 'form', at: '/form', width: 30, write: (m) => JSON.stringify(m.form), read: json },
]
