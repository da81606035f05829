import { afterAll, expect, test } from 'vitest'
import { plots } from '../../seed/plot.ts'
import { createSimulation } from '../../seed/simulate.ts'
import type { CaseState } from '../../src/kernel/cases/model/case.ts'
import { auditLedger } from '../../src/kernel/ledger/handle/audit.ts'
import type { StaffId } from '../../src/kernel/people/model.ts'
import { instant } from '../../src/platform/time.ts'
import { DISTRICT, type Town, town } from '../town.ts'
import { liFangWrites } from './cast.ts'

let here: Town
afterAll(() => here?.close())

test('twenty-three stories are lived to their ends by people and clocks alone', async () => {
  let hear: Parameters<typeof town>[1]
  here = await town('2026-03-02T09:30:00+08:00', (news) => hear?.(news))
  const { rows } = await here.db.pool.query<{ id: StaffId }>('select id from people.staff order by id')
  const staff = (await Promise.all(rows.map(({ id }) => here.directory.staff(DISTRICT, id)))).filter(
    (who) => who !== null,
  )
  const plotFor = new Map<string, (typeof plots)[number]>()
  const simulation = createSimulation({
    engine: here,
    runner: here.runner,
    clock: here.clock,
    staff,
    until: instant('2026-12-01T00:00:00+08:00'),
    planFor: (state: CaseState) => ({
      seed: state.id,
      plot: plotFor.get(state.filing.parent ?? state.id) ?? 'plain',
      pace: 1,
    }),
  })
  hear = (news) => {
    if (news.state.version === 1 && !news.state.filing.parent)
      plotFor.set(news.state.id, plots[plotFor.size] ?? 'plain')
    simulation.hear(news)
  }
  for (const _plot of plots) await liFangWrites(here)
  const done = await simulation.run()
  expect(done.refused).toBe(0)

  const { rows: cards } = await here.db.pool.query<{ id: string; stage: string; state: CaseState }>(
    'select id, stage, state from cases.card order by id',
  )
  const ends = Object.fromEntries(cards.map(({ id, stage }) => [plotFor.get(id) ?? 'joint task', stage]))
  expect(ends).toEqual({
    ...Object.fromEntries(plots.map((plot) => [plot, 'archived'])),
    declined: 'diverted',
    withdrawn: 'withdrawn',
    'joint task': 'completed',
  })
  const marksOf = (plot: string) => cards.find(({ id }) => plotFor.get(id) === plot)?.state.marks
  expect(marksOf('refused')).toMatchObject({ outcome: 'unsolved', verified: true })
  expect(marksOf('rated-badly')).toMatchObject({ rectified: true })
  expect(marksOf('returned-moved')).toMatchObject({ returned: true })
  expect((await auditLedger(here.db, {})).broken).toBeNull()
})
