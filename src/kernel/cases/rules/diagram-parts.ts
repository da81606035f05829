import type { Tongue } from '../../../platform/words.ts'
import type { Move, Phase, PromiseByLevel, Stage } from '../model/procedure.ts'
import { endWords, type ProcedureWords, phaseWords, promiseSaid, roleWords, diagramWords as say } from '../words.ts'
import { phaseRank } from './main-path.ts'
import type { AnyProcedure } from './procedure.ts'
import { targets } from './table-names.ts'

/** A line of text; `byClock` is what time does by itself. */
export type Line = { readonly text: string; readonly byClock: boolean }
export type Box = {
  readonly id: string
  readonly name: string
  readonly phase: Phase
  readonly isEnd: boolean
  readonly lines: readonly Line[]
  /** All that is known of the stage, for whoever points at the box. */
  readonly tooltip: string
  /** For an end that can be reached from everywhere: the stage it is drawn beside. */
  readonly hangsOn: string | null
}
export type Arrow = { readonly from: string; readonly to: string; readonly lines: readonly Line[] }
export type Parts = {
  readonly boxes: readonly Box[]
  readonly arrows: readonly Arrow[]
  readonly spine: readonly string[]
}

type Speaking = { readonly procedure: AnyProcedure; readonly words: ProcedureWords; readonly tongue: Tongue }

/** A move that leads to one end from this many stages is named at the end instead of being drawn from everywhere. */
const FROM_EVERYWHERE = 4

/** The stages of a procedure as boxes, its moves as arrows: parallel ones become one arrow with several lines. */
export function partsOf(procedure: AnyProcedure, words: ProcedureWords, tongue: Tongue): Parts {
  const speaking = { procedure, words, tongue }
  return {
    boxes: Object.entries(procedure.stages).map(([id, stage]) => boxOf(speaking, id, stage)),
    arrows: arrowsOf(speaking),
    spine: spineOf(procedure),
  }
}

/** The way of a case that meets no trouble: always on to the next phase, or else to the next stage of its own. */
export function spineOf(procedure: AnyProcedure): readonly string[] {
  const names = Object.keys(procedure.stages)
  const rank = (stage: string) => phaseRank(procedure.stages[stage]?.phase ?? 'filed')
  const spine: string[] = []
  for (let here: string | undefined = procedure.initial; here && !spine.includes(here); ) {
    const from: string = here
    spine.push(from)
    const next = Object.values(procedure.moves)
      .filter((move) => move.from.includes(from))
      .flatMap((move) => targets(procedure, move))
      .filter((to) => [undefined, 'completed'].includes(procedure.stages[to]?.end))
      .map((to) => ({ to, rise: rank(to) - rank(from), later: names.indexOf(to) > names.indexOf(from) }))
    const onward = next.filter(({ rise }) => rise > 0).sort((a, b) => a.rise - b.rise)[0]
    here = (onward ?? next.find(({ rise, later }) => rise === 0 && later))?.to
  }
  return spine
}

const isByClock = (move: Move): boolean => move.by.every((role) => role === 'clock')
const leadsFromEverywhere = (procedure: AnyProcedure, move: Move): boolean =>
  move.from.length >= FROM_EVERYWHERE && targets(procedure, move).some((stage) => procedure.stages[stage]?.end)

function arrowsOf({ procedure, words, tongue }: Speaking): Arrow[] {
  const arrows = new Map<string, { from: string; to: string; lines: Line[] }>()
  for (const [name, move] of Object.entries(procedure.moves)) {
    if (leadsFromEverywhere(procedure, move)) continue
    const line = { text: words.moves[name]?.name[tongue] ?? name, byClock: isByClock(move) }
    for (const from of move.from)
      for (const to of targets(procedure, move)) {
        if (from === to) continue
        const arrow = arrows.get(`${from} ${to}`) ?? { from, to, lines: [] }
        arrows.set(`${from} ${to}`, arrow)
        arrow.lines.push(line)
      }
  }
  const peopleFirst = (a: Line, b: Line) => Number(a.byClock) - Number(b.byClock)
  return [...arrows.values()].map((arrow) => ({ ...arrow, lines: arrow.lines.toSorted(peopleFirst) }))
}

function boxOf(speaking: Speaking, id: string, stage: Stage): Box {
  const { procedure, words, tongue } = speaking
  const name = words.stages[id]?.name[tongue] ?? id
  const owner = ownerText(stage, tongue)
  const promise = promiseAt(procedure, id)
  const clock = promise === null ? null : promiseSaid(promise)[tongue]
  const within = movesAt(procedure, id, (move) => targets(procedure, move).includes(id))
  const stays = movesAt(procedure, id, (move) => move.to === 'stay')
  const gathered = Object.entries(procedure.moves).filter(
    ([, move]) => leadsFromEverywhere(procedure, move) && targets(procedure, move).includes(id),
  )
  const lines: (Line | null)[] = [
    owner === null ? null : { text: owner, byClock: false },
    clock === null ? null : { text: clock, byClock: true },
    within.length === 0 ? null : { text: `${say.within[tongue]}${list(speaking, within)}`, byClock: false },
    ...gathered.map(([move]) => ({ text: `${say.anywhere[tongue]}${list(speaking, [move])}`, byClock: false })),
  ]
  const from = gathered.flatMap(([, move]) => move.from).map((one) => words.stages[one]?.name[tongue] ?? one)
  const tooltip = [
    `${name} · ${stage.end ? endWords[stage.end][tongue] : phaseWords[stage.phase][tongue]}`,
    ...(owner ? [`${say.owner[tongue]}${owner}`] : []),
    ...(clock ? [`${say.deadline[tongue]}${clock}`] : []),
    ...(from.length > 0 ? [`${say.from[tongue]}${from.join(comma[tongue])}`] : []),
    ...(stays.length > 0 ? [`${say.stays[tongue]}${list(speaking, stays)}`] : []),
  ].join('\n')
  return {
    id,
    name,
    phase: stage.phase,
    isEnd: stage.end !== undefined,
    lines: lines.filter((line) => line !== null),
    tooltip,
    hangsOn: gathered[0]?.[1].from[0] ?? null,
  }
}

/** The deadline that counts at a stage: its own, or that of the case, under the name that every move hither gives it. */
export function promiseAt(procedure: AnyProcedure, id: string): string | null {
  const stage = procedure.stages[id]
  if (!stage || stage.end) return null
  if (stage.clock) return stage.clock.promise
  const running = Object.entries(procedure.clocks).find(([, clock]) =>
    clock.onEnd.some((move) => procedure.moves[move]?.from.includes(id)),
  )
  if (!running) return null
  const [name, { promise }] = running
  const given = Object.values(procedure.moves)
    .filter((move) => targets(procedure, move).includes(id))
    .map((move) => move.effects?.find((effect) => 'start' in effect && effect.start === name))
    .map((effect) => (effect && 'start' in effect ? (firstOf(effect.promise) ?? promise) : promise))
  return new Set(given).size === 1 ? (given[0] ?? promise) : promise
}

/** Where each level has a term of its own, the first stands for them. */
const firstOf = (promise: string | PromiseByLevel | undefined): string | undefined =>
  typeof promise === 'object' ? promise.promises[0] : promise

const movesAt = (procedure: AnyProcedure, stage: string, keep: (move: Move) => boolean): string[] =>
  Object.entries(procedure.moves).flatMap(([name, move]) => (move.from.includes(stage) && keep(move) ? [name] : []))

const comma = { zh: '、', en: ', ' } as const satisfies Record<Tongue, string>
const list = ({ words, tongue }: Speaking, moves: readonly string[]): string =>
  [...new Set(moves.map((move) => words.moves[move]?.name[tongue] ?? move))].join(comma[tongue])

function ownerText({ owner }: Stage, tongue: Tongue): string | null {
  if (owner === undefined) return null
  const roles = typeof owner === 'string' ? [owner] : owner.roles
  return roles.map((role) => roleWords[role][tongue]).join(' → ')
}
