import type { Move, Procedure } from '../model/procedure.ts'
import { targets } from './table-names.ts'

/**
 * For each stage, the registers whose value can still matter: read on some path before they are set again.
 * Never too few, so two states that agree on them have the same future and the proof may take them for one
 * (live-variable analysis). What the proof itself reads, the level of a refusal and the level demanded, counts as read.
 */
export function liveRegisters(procedure: Procedure): ReadonlyMap<string, readonly string[]> {
  const live = new Map(Object.keys(procedure.stages).map((stage) => [stage, readAt(procedure, stage)]))
  for (let grew = true; grew; ) {
    grew = false
    for (const move of Object.values(procedure.moves))
      for (const from of move.from)
        for (const to of move.to === 'stay' ? [from] : targets(procedure, move))
          for (const register of live.get(to) ?? [])
            if (!isSet(move, register) && !live.get(from)?.has(register)) {
              live.get(from)?.add(register)
              grew = true
            }
  }
  return new Map([...live].map(([stage, registers]) => [stage, [...registers].sort()]))
}

/** A raise reads its register only for itself: it matters where the register is read later, which the spreading sees. */
function readAt(procedure: Procedure, stage: string): Set<string> {
  const read = new Set<string>()
  const owner = procedure.stages[stage]?.owner
  if (typeof owner === 'object') read.add(owner.byLevel)
  for (const move of Object.values(procedure.moves))
    if (move.from.includes(stage)) for (const register of readBy(procedure, move)) read.add(register)
  return read
}

function readBy(procedure: Procedure, move: Move): string[] {
  const read = typeof move.to === 'string' ? [] : [move.to.register]
  if (move.nature?.includes('decides-no')) read.push(...Object.values(procedure.refusal ?? {}))
  for (const effect of move.effects ?? [])
    if ('start' in effect && typeof effect.promise === 'object') read.push(effect.promise.byLevel)
  for (const guard of move.guards ?? []) {
    if (!('register' in guard) || 'limit' in (procedure.registers[guard.register] ?? {})) continue
    read.push(guard.register)
    if ('below' in guard && typeof guard.below === 'string') read.push(guard.below)
    if ('atLeast' in guard && typeof guard.atLeast === 'string') read.push(guard.atLeast)
  }
  return read
}

const isSet = (move: Move, register: string): boolean =>
  move.effects?.some((effect) => 'set' in effect && effect.set === register) ?? false
