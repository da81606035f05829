import { cellText, recordsOf, type Sheet } from '../../../platform/tables/cell.ts'
import type { Day } from '../../../platform/time.ts'
import type { Said } from '../../../platform/words.ts'
import { messageLimits } from '../../matters/model/message.ts'
import { callNumberOf } from '../../people/rules/phone.ts'
import { isDay } from '../../worktime/rules/days.ts'
import { type EntryColumn, type EntryRowFault, entryColumns } from '../model/entry-files.ts'
import { callNumberWords, happenedWords } from '../words/doors.ts'
import { entryColumnWords, entryFaultWords, exampleMark } from '../words/entry-files.ts'
import { channelWords } from '../words.ts'
import { proposedTitle } from './title.ts'

export const entryChannels = ['hotline', 'counter', 'mailbox'] as const
export type EntryChannel = (typeof entryChannels)[number]

/** What the columns of the district offer: the words in a cell, and what they stand for. */
export type EntryChoices = {
  /** Name of an area with those above it, `云溪街道/桥头社区`, to its code. */
  readonly areas: ReadonlyMap<string, string>
  /** Paths of categories, names from the trunk. */
  readonly categories: ReadonlySet<string>
}

/** One row as the door of single entries takes it. */
export type RowEntry = {
  readonly channel: EntryChannel
  readonly caller: { readonly name?: string; readonly phone?: string }
  readonly title: string
  readonly text: string
  readonly place?: string
  readonly area?: string
  readonly category?: string
  readonly happenedAt?: string
}

export type ReadRow =
  | { readonly row: number; readonly entry: RowEntry }
  | { readonly row: number; readonly faults: readonly EntryRowFault[] }

type Texts = Readonly<Record<EntryColumn, string>>

/** The rows of the first sheet, each an entry or everything that is wrong with it; null where the text has no column. */
export function readEntryRows(sheet: Sheet, choices: EntryChoices, today: Day): readonly ReadRow[] | null {
  const { columns, records } = recordsOf(sheet)
  const heading = (column: EntryColumn) => columns.find((one) => isNamed(one, entryColumnWords[column]))
  if (heading('text') === undefined) return null
  return records.flatMap(({ row, cells }) => {
    const texts = Object.fromEntries(
      entryColumns.map((column) => [column, cellText(cells[heading(column) ?? ''])]),
    ) as Texts
    return isExample(texts) ? [] : [{ row, ...readRow(texts, choices, today) }]
  })
}

/** The row that the template brings along. */
const isExample = ({ title }: Texts): boolean => title.startsWith(exampleMark.zh) || title.startsWith(exampleMark.en)

const isNamed = (heading: string, { zh, en }: Said): boolean =>
  heading.replace(/[*＊\s]+$/u, '') === zh || heading.toLowerCase() === en.toLowerCase()

function readRow(texts: Texts, choices: EntryChoices, today: Day): { entry: RowEntry } | { faults: EntryRowFault[] } {
  const faults: EntryRowFault[] = []
  const wrong = (column: EntryColumn, said: Said): undefined => void faults.push({ column, said })
  const within = (column: 'name' | 'title' | 'text' | 'place') => {
    if (texts[column].length > messageLimits[column].max)
      wrong(column, entryFaultWords.tooLong(messageLimits[column].max))
    return texts[column]
  }
  const [name, title, text, place] = [within('name'), within('title'), within('text'), within('place')]
  if (text.length < messageLimits.noted.min) wrong('text', entryFaultWords.textMissing)
  const phone = texts.phone === '' ? '' : (callNumberOf(texts.phone) ?? wrong('phone', callNumberWords))
  const area = texts.area === '' ? '' : (areaIn(texts.area, choices) ?? wrong('area', entryFaultWords.area))
  const category = categoryIn(texts.category, choices) ?? wrong('category', entryFaultWords.category)
  const channel = channelIn(texts.channel) ?? wrong('channel', entryFaultWords.channel)
  const day = texts.happenedOn === '' ? '' : (dayIn(texts.happenedOn) ?? wrong('happenedOn', entryFaultWords.day))
  if (day && day > today) wrong('happenedOn', happenedWords)
  if (faults.length > 0 || channel === undefined) return { faults }
  const caller = { ...(name && { name }), ...(phone && { phone }) }
  const rest = { ...(place && { place }), ...(area && { area }), ...(category && { category }) }
  return {
    entry: { channel, caller, title: title || proposedTitle(text), text, ...rest, ...(day && { happenedAt: day }) },
  }
}

/** A path however somebody writes its strokes: `街道 / 社区`, `街道＞社区`. */
export const plainPath = (text: string): string =>
  text
    .split(/[/／>＞]/)
    .map((step) => step.trim())
    .filter((step) => step !== '')
    .join('/')

const areaIn = (text: string, { areas }: EntryChoices): string | undefined => {
  const path = pathAmong(text, areas)
  return path === undefined ? undefined : areas.get(path)
}

const categoryIn = (text: string, { categories }: EntryChoices): string | undefined =>
  text === '' ? '' : pathAmong(text, categories)

/** The path that is meant: written whole, or by its end alone where nothing else ends so (`桥头社区`). */
function pathAmong(text: string, paths: Pick<ReadonlySet<string>, 'has' | 'keys'>): string | undefined {
  const path = plainPath(text)
  if (paths.has(path)) return path
  const [found, ...others] = [...paths.keys()].filter((one) => one.endsWith(`/${path}`))
  return others.length === 0 ? found : undefined
}

const channelIn = (text: string): EntryChannel | undefined =>
  text === ''
    ? 'counter'
    : entryChannels.find((one) => text === one || text === channelWords[one].zh || text === channelWords[one].en)

/** A day as spreadsheets and people write it: `2026-3-2`, `2026/03/02`, `2026.3.2`, `2026年3月2日`, a time behind it. */
function dayIn(text: string): string | undefined {
  const found = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?(?:[T\s].*)?$/.exec(text)
  if (found === null) return undefined
  const [, year = '', month = '', day = ''] = found
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(written) ? written : undefined
}
