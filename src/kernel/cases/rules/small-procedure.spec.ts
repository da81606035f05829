import type { Move, Procedure } from '../model/procedure.ts'
import { generic, procedure } from './procedure.ts'
import type { FaultKind } from './proof.ts'

const intake = {
  take: { from: ['received'], to: 'working', by: ['intake'], event: 'Taken', effects: [{ start: 'main' }] },
  takeBySilence: { from: ['received'], to: 'working', by: ['clock'], event: 'Taken', effects: [{ start: 'main' }] },
  withdraw: { from: ['received', 'working'], to: 'withdrawn', by: ['applicant'], event: 'Gone', nature: ['cascades'] },
} as const

const work = {
  reply: {
    from: ['working'],
    to: 'checking',
    by: ['handler'],
    event: 'Replied',
    nature: ['works'],
    guards: [{ children: 'none-open', refusal: 'children-open' }],
    effects: [{ handlers: 'join' }, { stop: 'main' }],
  },
  replyAlone: {
    from: ['working'],
    to: 'checking',
    by: ['handler'],
    event: 'Replied',
    nature: ['works', 'cascades'],
    guards: [{ children: 'some-open', refusal: 'no-child-open' }],
    effects: [{ handlers: 'join' }, { child: 'recalled' }, { stop: 'main' }],
  },
  openChild: {
    from: ['working'],
    to: 'stay',
    by: ['handler'],
    event: 'Opened',
    effects: [{ handlers: 'join' }, { child: 'opens' }],
  },
  childEnded: {
    from: ['working', 'refusing', 'longer', 'checking', 'answered'],
    to: 'stay',
    by: ['system'],
    event: 'ChildEnded',
    guards: [{ children: 'some-open', refusal: 'no-child-open' }],
    effects: [{ child: 'ends' }],
  },
  askLonger: {
    from: ['working'],
    to: 'longer',
    by: ['handler'],
    event: 'LongerAsked',
    guards: [
      { clock: 'main', in: ['running'], refusal: 'too-late' },
      { register: 'extensions', below: 1, refusal: 'extended-enough' },
    ],
    effects: [{ handlers: 'join' }],
  },
  allowLonger: {
    from: ['longer'],
    to: 'working',
    by: ['approver'],
    event: 'LongerAllowed',
    guards: [{ actor: 'is-no-handler', refusal: 'your-own-work' }],
    effects: [{ raise: 'extensions' }, { extend: 'main' }],
  },
  refuseLonger: { from: ['longer'], to: 'working', by: ['approver'], event: 'LongerRefused' },
  longerLapses: { from: ['longer'], to: 'working', by: ['clock'], event: 'LongerLapsed' },
} as const

const ladder = {
  proposeNo: {
    from: ['working'],
    to: 'refusing',
    by: ['handler'],
    event: 'NoProposed',
    nature: ['works', 'proposes-no'],
    guards: [{ register: 'no', is: 'open', refusal: 'overruled-before' }],
    effects: [{ handlers: 'join' }, { set: 'level', to: 1 }],
  },
  overrule: {
    from: ['refusing'],
    to: 'working',
    by: ['section-head', 'top-leader'],
    level: 'level',
    event: 'Overruled',
    effects: [{ set: 'no', to: 'overruled' }],
  },
  confirmNo: {
    from: ['refusing'],
    to: 'checking',
    by: ['section-head', 'top-leader'],
    level: 'level',
    event: 'NoConfirmed',
    nature: ['decides-no'],
    guards: [
      { register: 'level', atLeast: 'demand', refusal: 'higher-level-demanded' },
      { actor: 'is-no-handler', refusal: 'your-own-work' },
      { children: 'none-open', refusal: 'children-open' },
    ],
    effects: [{ set: 'no', to: 'confirmed' }, { stop: 'main' }],
  },
  noRises: {
    from: ['refusing'],
    to: 'refusing',
    by: ['clock'],
    event: 'NoRose',
    nature: ['escalates'],
    guards: [{ register: 'level', below: 2, refusal: 'at-the-top' }],
    effects: [{ raise: 'level' }],
  },
  noLapses: {
    from: ['refusing'],
    to: 'working',
    by: ['clock'],
    event: 'NoLapsed',
    effects: [{ set: 'no', to: 'overruled' }],
  },
} as const

const check = {
  pass: {
    from: ['checking'],
    to: 'answered',
    by: ['verifier'],
    event: 'Passed',
    nature: ['verifies'],
    guards: [
      { actor: 'is-no-handler', refusal: 'your-own-work' },
      { register: 'no', not: 'confirmed', refusal: 'pass-the-no' },
    ],
  },
  passNo: {
    from: ['checking'],
    to: 'answered',
    by: ['verifier'],
    event: 'NoPassed',
    nature: ['verifies', 'says-no'],
    guards: [
      { actor: 'is-no-handler', refusal: 'your-own-work' },
      { register: 'no', is: 'confirmed', refusal: 'nothing-confirmed' },
    ],
  },
  fail: {
    from: ['checking'],
    to: 'working',
    by: ['verifier'],
    event: 'Failed',
    nature: ['verifies'],
    guards: [{ actor: 'is-no-handler', refusal: 'your-own-work' }],
    effects: [{ set: 'no', to: 'open' }, { start: 'main' }],
  },
  rate: { from: ['answered'], to: 'stay', by: ['applicant'], event: 'Rated', nature: ['rates'] },
  close: {
    from: ['answered'],
    to: 'closed',
    by: ['visit-steward'],
    event: 'Closed',
    guards: [{ actor: 'is-no-handler', refusal: 'your-own-work' }],
  },
  closeBySilence: { from: ['answered'], to: 'closed', by: ['clock'], event: 'Closed' },
} as const

const watch = {
  late: {
    from: ['working', 'refusing', 'longer', 'checking'],
    to: 'stay',
    by: ['clock'],
    event: 'Late',
    nature: ['escalates'],
    effects: [{ start: 'watch' }],
  },
  stillLate: {
    from: ['working', 'refusing', 'longer', 'checking'],
    to: 'stay',
    by: ['clock'],
    event: 'StillLate',
    nature: ['escalates'],
    effects: [{ start: 'watch' }],
  },
} as const

/** A small sound procedure with every part that a real one has: silence, ladder, extension, children, check, supervision. */
export const small: Procedure = generic(
  procedure({
    name: 'small',
    version: 1,
    initial: 'received',
    approvers: ['approver'],
    refusal: { demand: 'demand', level: 'level' },
    lastRung: 'stillLate',
    registers: {
      extensions: { limit: 1 },
      no: { from: 'open', oneOf: ['open', 'confirmed', 'overruled'] },
      level: { from: 0, upTo: 2 },
      demand: { given: [1, 2] },
    },
    clocks: {
      main: { promise: 'main', onEnd: ['late'] },
      watch: {
        promise: 'watch',
        onEnd: ['stillLate'],
        lastsWhile: { clock: 'main', in: ['ended'], resets: [] },
      },
    },
    stages: {
      received: { phase: 'filed', owner: 'intake', clock: { promise: 'intake', onEnd: ['takeBySilence'] } },
      working: { phase: 'working', owner: 'handler' },
      refusing: {
        phase: 'working',
        owner: { byLevel: 'level', roles: ['section-head', 'top-leader'] },
        clock: { promise: 'level', onEnd: ['noRises', 'noLapses'] },
      },
      longer: { phase: 'working', owner: 'approver', clock: { promise: 'longer', onEnd: ['longerLapses'] } },
      checking: { phase: 'checking', owner: 'verifier', clock: { promise: 'check', onEnd: ['late'] } },
      answered: { phase: 'answered', owner: 'visit-steward', clock: { promise: 'visit', onEnd: ['closeBySilence'] } },
      closed: { phase: 'ended', end: 'completed', settled: true },
      withdrawn: { phase: 'ended', end: 'withdrawn', settled: true },
    },
    moves: { ...intake, ...work, ...ladder, ...check, ...watch },
  }),
)

/** The same table with one thing otherwise; what is set to null is taken out. */
type Otherwise<T> = { readonly [K in keyof T]?: T[K] | null }
const otherwise = <T extends object>(table: T, change: Otherwise<T>): T =>
  Object.fromEntries(Object.entries({ ...table, ...change }).filter(([, value]) => value !== null)) as T

export const withMove = (table: Procedure, name: string, change: Otherwise<Move>): Procedure => ({
  ...table,
  moves: { ...table.moves, [name]: otherwise(table.moves[name] as Move, change) },
})

export const withStage = (
  table: Procedure,
  name: string,
  change: Otherwise<Procedure['stages'][string]>,
): Procedure => ({
  ...table,
  stages: { ...table.stages, [name]: otherwise(table.stages[name] as Procedure['stages'][string], change) },
})

export const withClock = (
  table: Procedure,
  name: string,
  change: Otherwise<Procedure['clocks'][string]>,
): Procedure => ({
  ...table,
  clocks: { ...table.clocks, [name]: otherwise(table.clocks[name] as Procedure['clocks'][string], change) },
})

/** The move without the guard that answers with this refusal. */
export const unguarded = (table: Procedure, name: string, refusal: string): Procedure =>
  withMove(table, name, { guards: table.moves[name]?.guards?.filter((guard) => guard.refusal !== refusal) ?? [] })

export const adding = (table: Procedure, moves: Record<string, Move>): Procedure => ({
  ...table,
  moves: { ...table.moves, ...moves },
})

/** What is wrong, the table with that one thing otherwise, and the fault the checker must find: kind, place and way there. */
export type Seeded = readonly [wrong: string, table: Procedure, kind: FaultKind, at: string, path?: readonly string[]]
