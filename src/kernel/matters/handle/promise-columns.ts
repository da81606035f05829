import type { Cell } from '../../../platform/tables/cell.ts'
import { cellText } from '../../../platform/tables/cell.ts'
import type { Column } from '../../../platform/tables/write.ts'
import type { Said } from '../../../platform/words.ts'
import type { Warning } from '../../worktime/model.ts'
import { unitWords } from '../../worktime/words.ts'
import type { ServicePromise } from '../model.ts'
import { type promiseColumnWords, startWords } from '../words/sheets.ts'
import { amount, codeOf, textOrNothing, textOrNull, truth, yesNo, yesOrNo } from './matter-columns.ts'

/** How one column of the sheet of promises is written, and what its cells become. */
export type PromiseColumn = {
  readonly key: Exclude<keyof typeof promiseColumnWords, 'matter' | 'version'>
  readonly at: string
  readonly kind?: Column['kind']
  readonly width?: number
  readonly write: (promise: ServicePromise) => Cell
  readonly read: (cell: Cell) => unknown
  readonly choices?: readonly Said[]
}

const unit = (code: keyof typeof unitWords | undefined): Cell => (code === undefined ? null : unitWords[code].zh)
const start = (code: keyof typeof startWords | undefined): Cell => (code === undefined ? null : startWords[code].zh)
const readUnit = (cell: Cell): unknown => codeOf(unitWords, cell) || undefined
const readStart = (cell: Cell): unknown => codeOf(startWords, cell) || undefined

const units = Object.values(unitWords)
const starts = Object.values(startWords)

function warningText(warning: Warning | undefined): Cell {
  if (warning === undefined) return null
  if ('share' in warning) return `${Number((warning.share * 100).toFixed(6))}%`
  return `${warning.amount} ${unitWords[warning.unit].zh}`
}

/** `25%`, or `1 工作日`; anything else is handed on for the door to refuse. */
function readWarning(cell: Cell): unknown {
  const text = cellText(cell)
  if (text === '') return undefined
  const share = /^(\d+(?:\.\d+)?)\s*[%％]$/.exec(text)
  if (share) return { share: Number((Number(share[1]) / 100).toFixed(8)) }
  const [, number, name = ''] = /^(\d+(?:\.\d+)?)\s*个?\s*(\S+)$/.exec(text) ?? []
  return number === undefined ? text : { amount: Number(number), unit: codeOf(unitWords, name) }
}

export const promiseColumns: readonly PromiseColumn[] = [
  { key: 'key', at: '/key', width: 18, write: (p) => p.key, read: cellText },
  { key: 'amount', at: '/term/amount', kind: 'number', width: 8, write: (p) => p.term.amount, read: amount },
  { key: 'unit', at: '/term/unit', width: 10, write: (p) => unit(p.term.unit), read: readUnit, choices: units },
  { key: 'start', at: '/term/start', width: 10, write: (p) => start(p.term.start), read: readStart, choices: starts },
  { key: 'warning', at: '/warning', width: 12, write: (p) => warningText(p.warning), read: readWarning },
  {
    key: 'maxExtensions',
    at: '/maxExtensions',
    kind: 'number',
    width: 10,
    write: (p) => p.maxExtensions ?? null,
    read: amount,
  },
  {
    key: 'extensionAmount',
    at: '/extension/amount',
    kind: 'number',
    width: 10,
    write: (p) => p.extension?.amount ?? null,
    read: amount,
  },
  {
    key: 'extensionUnit',
    at: '/extension/unit',
    width: 10,
    write: (p) => unit(p.extension?.unit),
    read: readUnit,
    choices: units,
  },
  {
    key: 'extensionStart',
    at: '/extension/start',
    width: 10,
    write: (p) => start(p.extension?.start),
    read: readStart,
  },
  { key: 'pausable', at: '/pausable', width: 8, write: (p) => yesNo(p.pausable), read: truth, choices: yesOrNo },
  {
    key: 'legalAmount',
    at: '/legal/term/amount',
    kind: 'number',
    width: 10,
    write: (p) => p.legal?.term.amount ?? null,
    read: amount,
  },
  {
    key: 'legalUnit',
    at: '/legal/term/unit',
    width: 10,
    write: (p) => unit(p.legal?.term.unit),
    read: readUnit,
    choices: units,
  },
  {
    key: 'legalStart',
    at: '/legal/term/start',
    width: 10,
    write: (p) => start(p.legal?.term.start),
    read: readStart,
    choices: starts,
  },
  { key: 'legalBasis', at: '/legal/basis', width: 30, write: (p) => p.legal?.basis ?? null, read: textOrNothing },
  { key: 'source', at: '/source', width: 40, write: (p) => p.source, read: cellText },
  { key: 'mark', at: '/mark', width: 8, write: (p) => p.mark, read: cellText },
  { key: 'from', at: '/from', kind: 'date', width: 12, write: (p) => p.from, read: cellText },
  { key: 'until', at: '/until', kind: 'date', width: 12, write: (p) => p.until, read: textOrNull },
]
