import type { Procedure } from '../model/procedure.ts'

/** Checks the names of a table against one another: a stage, move, register or clock that is not there does not compile. */
export const procedure = <
  const S extends string,
  const M extends string,
  const R extends string,
  const C extends string,
>(
  table: Procedure<S, M, R, C>,
): Procedure<S, M, R, C> => table

/** A table whose names have been checked, for code that serves every procedure alike. */
export type AnyProcedure = Procedure

export const generic = <S extends string, M extends string, R extends string, C extends string>(
  table: Procedure<S, M, R, C>,
): AnyProcedure => table as unknown as AnyProcedure
