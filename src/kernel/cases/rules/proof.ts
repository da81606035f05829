import type { Procedure } from '../model/procedure.ts'
import { type Fault, Faults } from './fault.ts'
import { idleLimits, moveFaults } from './table-faults.ts'
import { unknownNames } from './table-names.ts'
import { Walk } from './walk.ts'

export type { Fault, FaultKind } from './fault.ts'

export type Proof = { readonly states: number; readonly steps: number; readonly faults: readonly Fault[] }

/**
 * Explores every state that a case under this procedure can reach, joint handling and time included,
 * with any clock ending at any moment and every role held by somebody, and names what breaks the promises of design 2.1.
 * Why no fault can hide from it is argued in the README of this house.
 */
export function prove(procedure: Procedure): Proof {
  const faults = new Faults()
  for (const name of unknownNames(procedure)) faults.add('unknown-name', name)
  if (faults.list().length > 0) return { states: 0, steps: 0, faults: faults.list() }
  for (const [name, move] of Object.entries(procedure.moves))
    for (const kind of moveFaults(procedure, name, move)) faults.add(kind, name)
  for (const limit of idleLimits(procedure)) faults.add('limit-misused', limit)
  const walk = new Walk(procedure, faults)
  walk.explore()
  walk.judgeEnds()
  walk.judgeCircles()
  walk.judgeUse()
  return { states: walk.nodes.length, steps: walk.steps, faults: faults.list() }
}
