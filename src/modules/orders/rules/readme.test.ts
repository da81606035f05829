import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Stage } from '../../../kernel/cases/model/procedure.ts'
import { promiseAt } from '../../../kernel/cases/rules/diagram-parts.ts'
import type { AnyProcedure } from '../../../kernel/cases/rules/procedure.ts'
import { endWords, promiseSaid, roleWords } from '../../../kernel/cases/words.ts'
import { orderPromises } from '../../../kernel/matters/seed/promises.ts'
import { termWords } from '../../../kernel/matters/words.ts'
import { assistProcedure } from './assist.ts'
import { orderProcedure } from './order.ts'
import { wordsOf } from './spoken.ts'

const root = join(import.meta.dirname, '../../../..')

/** One row for each stage: who must act, how long, and what happens by itself when nobody does. */
function stageTable(procedure: AnyProcedure): string {
  const words = wordsOf(procedure.name)
  const rows = Object.entries(procedure.stages).map(([id, stage]) =>
    [
      `${words.stages[id]?.name.zh}`,
      `\`${id}\``,
      ownerOf(stage),
      termAt(procedure, id),
      silenceAt(procedure, id, stage),
    ].join(' | '),
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

function termAt(procedure: AnyProcedure, id: string): string {
  const key = promiseAt(procedure, id)
  const promise = procedure === orderProcedure ? orderPromises.find((one) => one.key === key) : undefined
  if (key === null) return '—'
  return promise ? `${promiseSaid(key).zh} ${termWords(promise.term).zh} ${promise.mark}` : promiseSaid(key).zh
}

function silenceAt(procedure: AnyProcedure, id: string, stage: Stage): string {
  const words = wordsOf(procedure.name)
  if (stage.end) return `终结：${endWords[stage.end].zh}`
  const moves =
    stage.clock?.onEnd ?? procedure.clocks.main?.onEnd.filter((move) => procedure.moves[move]?.from.includes(id)) ?? []
  return moves.map((move) => words.moves[move]?.done.zh.replace(/\[.*?\]/g, '')).join('；最后 ')
}

test.each([
  ['stages', orderProcedure],
  ['assist', assistProcedure],
])('the table of %s in the README is that of the procedure; UPDATE_DIAGRAMS=1 writes it anew', (mark, procedure) => {
  const file = join(root, 'src/modules/orders/README.md')
  const text = readFileSync(file, 'utf8')
  const fresh = text.replace(
    new RegExp(`<!-- ${mark} -->[\\s\\S]*<!-- /${mark} -->`),
    `<!-- ${mark} -->\n${stageTable(procedure)}\n<!-- /${mark} -->`,
  )
  if (process.env.UPDATE_DIAGRAMS) writeFileSync(file, fresh)
  else expect(text).toBe(fresh)
})

test('the glossary has every stage and every move under its Chinese term', () => {
  const glossary = readFileSync(join(root, 'docs/glossary.md'), 'utf8')
  for (const procedure of [orderProcedure, assistProcedure]) {
    const words = wordsOf(procedure.name)
    for (const [code, { name }] of [...Object.entries(words.stages), ...Object.entries(words.moves)]) {
      const row = glossary.split('\n').find((line) => line.includes(`\`${code}\``) && line.includes(name.zh))
      expect(row, `${name.zh} ↔ ${code}`).toBeDefined()
    }
  }
})
