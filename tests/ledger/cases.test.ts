import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { CaseEvent, CaseId, CaseState } from '../../src/kernel/cases/model/case.ts'
import { caseOf, evolve } from '../../src/kernel/cases/rules/evolve.ts'
import type { AnyProcedure } from '../../src/kernel/cases/rules/procedure.ts'
import { gridProcedure } from '../../src/modules/grid/rules/grid-event.ts'
import { taskProcedure } from '../../src/modules/life-circle/rules/task.ts'
import { assistProcedure } from '../../src/modules/orders/rules/assist.ts'
import { everyEventOf } from '../../src/modules/orders/rules/lives.spec.ts'
import { orderProcedure } from '../../src/modules/orders/rules/order.ts'

const procedures: readonly AnyProcedure[] = [orderProcedure, assistProcedure, gridProcedure, taskProcedure]
const here = import.meta.dirname
const folder = join(here, '2026-11')

const typesOf = (procedure: AnyProcedure) => ['Filed', ...Object.values(procedure.moves).map(({ event }) => event)]
const fileOf = (procedure: AnyProcedure, type: string) => `${type}-${procedure.name}.json`

type Sample = CaseEvent & { readonly district: string; readonly stream: CaseId; readonly seq: number }

/** `UPDATE_SAMPLES=1` writes samples for event types that have none; it never touches one that is there. */
function writeMissing(): void {
  mkdirSync(folder, { recursive: true })
  for (const procedure of procedures) {
    const found = everyEventOf(procedure)
    for (const [type, { event, seq, id }] of found) {
      const file = join(folder, fileOf(procedure, type))
      if (existsSync(file)) continue
      const { secret, body, ...rest } = event
      const sealed = secret ? { sealed: { under: 'person_li', box: 'AQ' } } : {}
      const sample = { district: '349901', stream: id, seq, ...rest, body: { ...body, ...sealed } }
      writeFileSync(file, `${JSON.stringify(sample, null, 2)}\n`)
    }
  }
}

if (process.env.UPDATE_SAMPLES) writeMissing()

const all = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter((file) =>
  procedures.some(({ name }) => file.endsWith(`-${name}.json`)),
)
const read = (file: string) => JSON.parse(readFileSync(join(here, file), 'utf8')) as Sample

test.each(procedures.map((procedure) => [procedure.name, procedure] as const))(
  'every event that %s can write has a sample for ever',
  (_name, procedure) => {
    const there = new Set(all.map((file) => file.split('/').at(-1)))
    expect(typesOf(procedure).filter((type) => !there.has(fileOf(procedure, type)))).toEqual([])
  },
)

test.each(all)('the sample %s is still understood', (file) => {
  const filed = read(join('2026-11', `Filed-${file.slice(file.lastIndexOf('-') + 1)}`))
  const { seq: _seq, stream, district: _district, ...event } = read(file)
  const before = caseOf(stream, [filed]) as CaseState
  const after = event.type === 'Filed' ? before : evolve(before, event, stream)
  expect(after.version).toBe(event.type === 'Filed' ? 1 : 2)
  expect('to' in event.body ? after.stage : event.body.stage).toBe('to' in event.body ? event.body.to : after.stage)
})
