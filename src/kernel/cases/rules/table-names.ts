import type { Effect, Guard, Move, Procedure, PromiseByLevel } from '../model/procedure.ts'

/** Names in a table that stand for nothing, each with where it is written. Without them the table can be explored. */
export function unknownNames(procedure: Procedure): string[] {
  const missing: string[] = []
  const need = (there: boolean, what: string) => {
    if (!there) missing.push(what)
  }
  need(procedure.initial in procedure.stages, `initial ${procedure.initial}`)
  if (procedure.lastRung !== undefined) need(procedure.lastRung in procedure.moves, `lastRung ${procedure.lastRung}`)
  for (const clock of procedure.starts ?? []) need(clock in procedure.clocks, `starts ${clock}`)
  for (const register of Object.values(procedure.refusal ?? {}))
    need(register in procedure.registers, `refusal ${register}`)
  for (const [name, stage] of Object.entries(procedure.stages)) {
    for (const move of stage.clock?.onEnd ?? []) need(move in procedure.moves, `${name}: ${move}`)
    if (typeof stage.owner === 'object') need(stage.owner.byLevel in procedure.registers, `${name}: owner`)
  }
  for (const [name, clock] of Object.entries(procedure.clocks)) {
    for (const move of clock.onEnd) need(move in procedure.moves, `${name}: ${move}`)
    if (clock.lastsWhile) need(clock.lastsWhile.clock in procedure.clocks, `${name}: ${clock.lastsWhile.clock}`)
    for (const reset of clock.lastsWhile?.resets ?? []) need(reset in procedure.registers, `${name}: ${reset}`)
  }
  for (const [name, move] of Object.entries(procedure.moves)) missing.push(...unknownInMove(procedure, name, move))
  return missing
}

function unknownInMove(procedure: Procedure, name: string, move: Move): string[] {
  const asked = Object.keys((move.asks as { properties?: object } | undefined)?.properties ?? {})
  const stages = [...move.from, ...targets(procedure, move)].filter((stage) => !(stage in procedure.stages))
  const compared = move.compares ? [move.compares.field] : []
  const referred = move.effects?.flatMap((one) => ('child' in one && one.under !== undefined ? [one.under] : [])) ?? []
  const spoken = [
    ...(move.sealed ?? []),
    ...(move.keeps ?? []),
    ...compared,
    ...referred,
    ...(move.alarms === undefined ? [] : [move.alarms]),
  ]
  const fields = spoken.filter((field) => !asked.includes(field))
  const named = [...(move.guards ?? []), ...(move.effects ?? [])].filter((one) => !isKnown(procedure, one))
  const level = move.level === undefined || move.level in procedure.registers ? [] : [move.level]
  const faults = [...stages, ...fields, ...level, ...named.map((one) => JSON.stringify(one))]
  return faults.map((what) => `${name}: ${what}`)
}

/** The stages a move may lead to, other than the one it is made at. */
export function targets(procedure: Procedure, move: Move): readonly string[] {
  if (move.to === 'stay') return []
  if (typeof move.to === 'string') return [move.to]
  const register = procedure.registers[move.to.register]
  return register && 'oneOf' in register ? register.oneOf : [move.to.register]
}

function isKnown(procedure: Procedure, named: Guard | Effect): boolean {
  if ('set' in named) return canHold(procedure, named.set, named.to)
  if ('raise' in named) return named.raise in procedure.registers
  if ('register' in named) return isGuardKnown(procedure, named)
  if ('start' in named && typeof named.promise === 'object' && !hasTermForEach(procedure, named.promise)) return false
  const clock = clockIn(named)
  return clock === null || clock in procedure.clocks
}

/** A level without a term would be a clock that nobody can start. */
function hasTermForEach(procedure: Procedure, { byLevel, promises }: PromiseByLevel): boolean {
  const register = procedure.registers[byLevel]
  const most = register && 'upTo' in register ? register.upTo : 0
  return most > 0 && most <= promises.length
}

function isGuardKnown(procedure: Procedure, guard: Extract<Guard, { register: string }>): boolean {
  if (!(guard.register in procedure.registers)) return false
  const value = 'is' in guard ? guard.is : 'not' in guard ? guard.not : null
  if (value !== null) return canHold(procedure, guard.register, value)
  const bound = 'below' in guard ? guard.below : 'atLeast' in guard ? guard.atLeast : 0
  return typeof bound === 'number' || bound in procedure.registers
}

function canHold(procedure: Procedure, name: string, value: number | string): boolean {
  const register = procedure.registers[name]
  if (!register) return false
  if ('oneOf' in register) return register.oneOf.includes(String(value))
  if ('given' in register) return register.given.includes(Number(value))
  return Number(value) >= 0 && Number(value) <= ('limit' in register ? register.limit : register.upTo)
}

function clockIn(named: Guard | Effect): string | null {
  for (const key of ['clock', 'start', 'stop', 'pause', 'resume', 'extend'] as const)
    if (key in named) return String((named as unknown as Record<string, string>)[key])
  return null
}
