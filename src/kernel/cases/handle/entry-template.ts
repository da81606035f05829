import type { Readable } from 'node:stream'
import type { TableFormat } from '../../../platform/tables/read.ts'
import { type Column, tableStream } from '../../../platform/tables/write.ts'
import { entryColumns } from '../model/entry-files.ts'
import { entryChannels } from '../rules/entry-rows.ts'
import {
  entryColumnHints,
  entryColumnWords,
  entryExamples,
  entryTableWords,
  exampleMark,
} from '../words/entry-files.ts'
import { channelWords } from '../words.ts'
import type { CaseDoorParts } from './door-parts.ts'
import { entryChoices } from './entry-files.ts'

/** The table to fill in: columns with drop-downs, and a sheet that explains them with examples. */
export async function entryTemplate(parts: CaseDoorParts, district: string, format: TableFormat): Promise<Readable> {
  const { areas, categories } = await entryChoices(parts, district)
  const offered: Readonly<Partial<Record<(typeof entryColumns)[number], readonly string[]>>> = {
    area: [...areas.keys()],
    category: [...categories],
    channel: entryChannels.map((channel) => channelWords[channel].zh),
  }
  const wide = new Set<string>(['title', 'text', 'place', 'area', 'category'])
  const columns = entryColumns.map((key): Column => {
    const choices = offered[key]
    const kind = key === 'happenedOn' ? ('date' as const) : ('text' as const)
    return { key, title: entryColumnWords[key].zh, width: wide.has(key) ? 32 : 14, kind, ...(choices && { choices }) }
  })
  const explained = entryColumns.map((column) => ({
    column: entryColumnWords[column].zh,
    hint: entryColumnHints[column].zh,
    ...Object.fromEntries(
      entryExamples.map((example, at) => [
        `example${at}`,
        (example as Record<string, { zh: string }>)[column]?.zh ?? '',
      ]),
    ),
  }))
  const explanations: Column[] = [
    { key: 'column', title: entryTableWords.column.zh, width: 12 },
    { key: 'hint', title: entryTableWords.hint.zh, width: 60 },
    ...entryExamples.map((_, at) => ({ key: `example${at}`, title: entryTableWords.example(at + 1).zh, width: 40 })),
  ]
  return tableStream(format, [
    { name: entryTableWords.sheet.zh, columns, rows: [exampleRow()] },
    { name: entryTableWords.explanations.zh, columns: explanations, rows: explained },
  ])
}

/** How a row looks, as it stands beneath the headings until somebody writes over it. */
function exampleRow(): Record<string, string> {
  const [example] = entryExamples
  const cells = Object.entries(example).map(([column, { zh }]) => [column, zh])
  return { ...Object.fromEntries(cells), title: `${exampleMark.zh}${example.title.zh}` }
}
