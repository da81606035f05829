import type { KnownProcedure } from '../../matters/model.ts'
import type { AnyProcedure } from './procedure.ts'

/** The promises a matter must make so that every clock of the procedure can be started. */
export function promisesNeeded(procedure: AnyProcedure): readonly string[] {
  const keys = new Set<string>()
  for (const stage of Object.values(procedure.stages)) if (stage.clock) keys.add(stage.clock.promise)
  for (const clock of Object.values(procedure.clocks)) keys.add(clock.promise)
  for (const promise of startedFor(procedure)) if (typeof promise === 'string') keys.add(promise)
  return [...keys].sort()
}

/** The promises of its milestones, in their order; a matter makes as many of them as it has milestones. */
export const milestonesOf = (procedure: AnyProcedure): readonly string[] =>
  startedFor(procedure).find((promise) => typeof promise === 'object')?.promises ?? []

const startedFor = (procedure: AnyProcedure) =>
  Object.values(procedure.moves).flatMap(({ effects = [] }) =>
    effects.flatMap((effect) => ('start' in effect && effect.promise ? [effect.promise] : [])),
  )

/** What the catalogue must know of a procedure to judge a matter. */
export const knownProcedure = (procedure: AnyProcedure): KnownProcedure => {
  const milestones = milestonesOf(procedure)
  return { name: procedure.name, needs: promisesNeeded(procedure), ...(milestones.length > 0 && { milestones }) }
}
