import { type Static, Type } from 'typebox'
import { OrNull, SaidView } from './views.ts'

/** A procedure as whoever edits a matter chooses and reads it. */
export const ProcedureView = Type.Object(
  {
    name: Type.String(),
    title: SaidView,
    /** Promises that its clocks need, with how each is called. */
    needs: Type.Array(Type.Object({ key: Type.String(), label: SaidView })),
  },
  { title: 'Procedure' },
)
export type ProcedureView = Static<typeof ProcedureView>

/** What publishing a draft would change for what is filed from then on; what is open keeps its version. */
export const Impact = Type.Object(
  {
    /** The moment for which the due dates are reckoned. */
    filedAt: Type.String(),
    dues: Type.Array(
      Type.Object({ key: Type.String(), label: SaidView, before: OrNull(Type.String()), after: OrNull(Type.String()) }),
    ),
    /** Who would be responsible where no place decides it; null: the same as before. */
    unit: OrNull(Type.Object({ before: OrNull(Type.String()), after: OrNull(Type.String()) })),
    open: Type.Array(Type.Object({ version: Type.Integer(), cases: Type.Integer() })),
  },
  { title: 'MatterImpact' },
)
export type Impact = Static<typeof Impact>
