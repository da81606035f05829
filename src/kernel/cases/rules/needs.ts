import type { AnyProcedure } from './procedure.ts'

/** The promises a matter must make so that every clock of the procedure can be started. */
export function promisesNeeded(procedure: AnyProcedure): readonly string[] {
  const keys = new Set<string>()
  for (const stage of Object.values(procedure.stages)) if (stage.clock) keys.add(stage.clock.promise)
  for (const clock of Object.values(procedure.clocks)) keys.add(clock.promise)
  for (const move of Object.values(procedure.moves))
    for (const effect of move.effects ?? []) if ('start' in effect && effect.promise) keys.add(effect.promise)
  return [...keys].sort()
}
