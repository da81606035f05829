/** What is written down from a table: its drawing, the list of its stages in a README, its rows in the glossary. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ServicePromise } from '../../matters/model.ts'
import { termWords } from '../../matters/words.ts'
import type { Stage } from '../model/procedure.ts'
import { endWords, type ProcedureWords, promiseSaid, roleWords } from '../words.ts'
import { diagram } from './diagram.ts'
import { collisions } from './diagram-collisions.spec.ts'
import { place } from './diagram-layout.ts'
import { partsOf, promiseAt } from './diagram-parts.ts'
import type { AnyProcedure } from './procedure.ts'

const root = join(import.meta.dirname, '../../../..')

type Spoken = { readonly procedure: AnyProcedure; readonly words: ProcedureWords }

/** `docs/procedures/<name>.svg` is what the table draws; call it inside a `describe`. */
export function isDrawn({ procedure, words }: Spoken): void {
  const file = join(root, 'docs/procedures', `${procedure.name}.svg`)

  test('docs/procedures shows the table as it is; UPDATE_DIAGRAMS=1 draws it anew', () => {
    const drawn = diagram(procedure, words)
    if (process.env.UPDATE_DIAGRAMS) writeFileSync(file, drawn)
    expect(readFileSync(file, 'utf8')).toBe(drawn)
  })

  test.each(['zh', 'en'] as const)('nothing stands on anything else (%s)', (tongue) => {
    expect(collisions(place(partsOf(procedure, words, tongue)))).toEqual([])
  })
}

type Listed = Spoken & {
  /** The README, from the root of the project, and the mark in it between which the list stands. */
  readonly file: string
  readonly mark: string
  /** The terms that the seeded catalogue promises, where the list names them. */
  readonly promises?: readonly ServicePromise[]
}

/** The README lists the stages as the table has them. */
export function isListed({ file: name, mark, ...listed }: Listed): void {
  test(`the table of ${mark} in the README is that of the procedure; UPDATE_DIAGRAMS=1 writes it anew`, () => {
    const file = join(root, name)
    const text = readFileSync(file, 'utf8')
    const fresh = text.replace(
      new RegExp(`<!-- ${mark} -->[\\s\\S]*<!-- /${mark} -->`),
      `<!-- ${mark} -->\n${stageTable(listed)}\n<!-- /${mark} -->`,
    )
    if (process.env.UPDATE_DIAGRAMS) writeFileSync(file, fresh)
    else expect(text).toBe(fresh)
  })
}

/** One row for each stage: who must act, how long, and what happens by itself when nobody does. */
function stageTable({ procedure, words, promises = [] }: Omit<Listed, 'file' | 'mark'>): string {
  const termAt = (id: string): string => {
    const key = promiseAt(procedure, id)
    const promise = promises.find((one) => one.key === key)
    if (key === null) return '—'
    return promise ? `${promiseSaid(key).zh} ${termWords(promise.term).zh} ${promise.mark}` : promiseSaid(key).zh
  }
  const silenceAt = (id: string, stage: Stage): string => {
    if (stage.end) return `终结：${endWords[stage.end].zh}`
    const ofTheCase = procedure.clocks.main?.onEnd.filter((move) => procedure.moves[move]?.from.includes(id))
    const moves = stage.clock?.onEnd ?? ofTheCase ?? []
    return moves.map((move) => words.moves[move]?.done.zh.replace(/\[.*?\]/g, '')).join('；最后 ')
  }
  const rows = Object.entries(procedure.stages).map(([id, stage]) =>
    [`${words.stages[id]?.name.zh}`, `\`${id}\``, ownerOf(stage), termAt(id), silenceAt(id, stage)].join(' | '),
  )
  return [
    '| 环节 | code | 谁负责 | 时限 | 到时没人办 |',
    '|---|---|---|---|---|',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n')
}

function ownerOf({ owner }: Stage): string {
  if (owner === undefined) return '—'
  const roles = typeof owner === 'string' ? [owner] : owner.roles
  return roles.map((role) => roleWords[role].zh).join(' → ')
}

/** The glossary has every stage and every move under its Chinese term. */
export function isInTheGlossary(tables: readonly Spoken[]): void {
  test('the glossary has every stage and every move under its Chinese term', () => {
    const glossary = readFileSync(join(root, 'docs/glossary.md'), 'utf8').split('\n')
    for (const { words } of tables)
      for (const [code, { name }] of [...Object.entries(words.stages), ...Object.entries(words.moves)]) {
        const row = glossary.find((line) => line.includes(`\`${code}\``) && line.includes(name.zh))
        expect(row, `${name.zh} ↔ ${code}`).toBeDefined()
      }
  })
}
