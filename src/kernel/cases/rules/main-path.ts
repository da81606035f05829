import type { Phase } from '../model/procedure.ts'
import type { AnyProcedure } from './procedure.ts'

const everyPhase = ['filed', 'routed', 'working', 'checking', 'answered', 'ended'] as const satisfies readonly Phase[]

/** The way every case under this procedure goes, in order: the phases its stages stand in. */
export function mainPath(procedure: AnyProcedure): readonly Phase[] {
  const used = new Set(Object.values(procedure.stages).map((stage) => stage.phase))
  return everyPhase.filter((phase) => used.has(phase))
}

/** How far a phase lies along the way: 0 for the first. */
export const phaseRank = (phase: Phase): number => everyPhase.indexOf(phase)
