import type { Instant } from '../../../platform/time.ts'
import { type Said, said } from '../../../platform/words.ts'
import type { DueAccount, ExplainExtras } from '../../worktime/model.ts'
import { explain, light } from '../../worktime/rules.ts'
import type { CardRow } from '../model/card.ts'
import type { CaseEvent, CaseState } from '../model/case.ts'
import type { Phase } from '../model/procedure.ts'
import type { CaseLight, CaseLine, CaseLink, ClockView, DueView, LevelView, PathStep } from '../model/views.ts'
import { levelWords, stageClockWord } from '../words/doors.ts'
import { type ProcedureWords, phaseWords, promiseSaid } from '../words.ts'
import type { AnyProcedure } from './procedure.ts'
import { ratingIsOut } from './rating-out.ts'
import { STAGE_CLOCK } from './step.ts'

/** Every procedure's words by its name. */
export type Words = Readonly<Record<string, ProcedureWords>>

/** What stands behind the ids of a case. */
export type Names = {
  readonly words: Words
  matter(id: string, version: number): Said
  unit(id: string): string
  staff(id: string): string
  /** The number by which people speak of a case. */
  number(id: string): string
}

export const stageLabel = (words: Words, procedure: string, stage: string): Said =>
  words[procedure]?.stages[stage]?.name ?? said(stage, stage)

export const stageSentence = (words: Words, procedure: string, stage: string): Said =>
  words[procedure]?.stages[stage]?.now ?? said('', '')

type Timed = Pick<CardRow, 'settled' | 'overdue' | 'due' | 'warnAt'> & Partial<Pick<CardRow, 'stage'>>

/** Put on hold (挂账): its clock stands still by an approver's decision, so that it is neither late nor in time. */
export const HELD_STAGE = 'on-hold'

/** The light of a card: red also while the main promise stays broken, whatever clock runs next; on hold it shows none. */
export function lightOf({ settled, overdue, due, warnAt, stage }: Timed, now: Instant): CaseLight {
  if (settled || stage === HELD_STAGE) return 'none'
  if (overdue) return 'red'
  return due === null ? 'none' : light(now, { due, warnAt: warnAt ?? due })
}

/** A row of a list as it leaves the house. */
export function lineOf(row: CardRow, names: Names, now: Instant): CaseLine {
  const { matterVersion, warnAt: _kept, ...card } = row
  return {
    ...card,
    // In a list nobody is told of a rating before the rated may know it; who watches over ratings opens the case.
    stars: ratingIsOut(row) ? row.stars : null,
    matterName: names.matter(row.matter, matterVersion),
    stageLabel: stageLabel(names.words, row.procedure, row.stage),
    unitName: row.unit && names.unit(row.unit),
    holderName: row.holder && names.staff(row.holder),
    light: lightOf(row, now),
  }
}

export const linkOf = (row: CardRow, names: Names, now: Instant): CaseLink => {
  const { id, number, title, stage, stageLabel: label, unitName, ended, due, light: shown } = lineOf(row, names, now)
  return { id, number, title, stage, stageLabel: label, unitName, ended, due, light: shown }
}

const way: readonly Phase[] = ['filed', 'routed', 'working', 'checking', 'answered', 'ended']

/** "You are here": phases gone through, the present one, and those ahead. An early end leaves out what never came. */
export function pathOf(procedure: AnyProcedure, stages: readonly string[]): PathStep[] {
  const phaseOf = (stage: string | undefined): Phase => procedure.stages[stage ?? '']?.phase ?? 'filed'
  const been = new Set(stages.map(phaseOf))
  const here = phaseOf(stages.at(-1))
  const at = way.indexOf(here)
  return way.flatMap((phase, place) => {
    if (here === 'ended' && !been.has(phase)) return []
    return [{ phase, label: phaseWords[phase], state: place < at ? 'done' : place === at ? 'here' : 'ahead' } as const]
  })
}

/** The stages a case has stood in, in order. */
export const stagesOf = (events: readonly CaseEvent[]): string[] =>
  events.map(({ body }) => ('to' in body ? body.to : 'stage' in body ? body.stage : ''))

/** A due date with its light and the account of how it was reckoned. */
export const dueOf = (account: DueAccount, warnAt: Instant, now: Instant, extras?: ExplainExtras): DueView => ({
  at: account.due,
  light: light(now, { due: account.due, warnAt }),
  explained: explain(account, extras),
  provisional: account.provisional,
})

/** Every clock of a case, the one that ends first at the top. */
export const clocksOf = (
  { clocks }: CaseState,
  now: Instant,
  extrasOf: (clock: string) => ExplainExtras = () => ({}),
): ClockView[] =>
  Object.entries(clocks)
    .flatMap(([clock, { status, promise, account, warnAt }]): ClockView[] => {
      if (status === 'off') return []
      const { at, light: shown, explained, provisional } = dueOf(account, warnAt, now, extrasOf(clock))
      const what = promiseSaid(promise)
      const label =
        clock === STAGE_CLOCK ? said(`${stageClockWord.zh}：${what.zh}`, `${stageClockWord.en}: ${what.en}`) : what
      const lit = status === 'running' ? shown : status === 'ended' ? 'red' : 'none'
      return [
        { clock, promise, label, status, due: at, unit: account.term.unit, warnAt, light: lit, provisional, explained },
      ]
    })
    .sort((a, b) => (a.due < b.due ? -1 : 1))

/** Levels that somebody needs to know, where they have risen above their beginning. */
export const levelsOf = ({ registers, stage }: CaseState, procedure: AnyProcedure): LevelView[] =>
  Object.entries(levelWords).flatMap(([register, { label, values }]) => {
    const value = registers[register]
    const words = values[Number(value) as keyof typeof values] as Said | undefined
    const owner = procedure.stages[stage]?.owner
    const isLadder = Object.values(procedure.stages).some(
      (one) => typeof one.owner === 'object' && one.owner.byLevel === register,
    )
    // A ladder's level says something only while the case stands on it.
    if (isLadder && !(typeof owner === 'object' && owner.byLevel === register)) return []
    return typeof value === 'number' && words ? [{ register, label, value, said: words }] : []
  })
