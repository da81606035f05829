import type { Matter } from '../../matters/model.ts'
import { pathOf } from '../../matters/rules/categories.ts'
import { matterOfCategory } from '../../matters/rules/choose.ts'
import type { Filing } from '../model/case.ts'
import type { Move } from '../model/procedure.ts'
import type { AnyProcedure } from './procedure.ts'

/** The field of a move that names the category to which something is referred (转办); null where it refers nothing. */
export function referredBy(move: Move | undefined): string | null {
  const opens = move?.effects?.find((effect) => 'child' in effect && effect.child === 'opens')
  return opens && 'child' in opens ? (opens.under ?? null) : null
}

type Referring = {
  readonly from: Pick<Filing, 'matter' | 'kind' | 'procedure'>
  readonly category: string
  readonly procedures: Readonly<Record<string, AnyProcedure>>
}

/**
 * The matter to which a category is referred: one of another procedure, which begins at a desk of its own that needs
 * no unit to be named. Null where none covers the category.
 */
export function matterReferredTo<M extends Matter>(
  matters: readonly M[],
  { from, category, procedures }: Referring,
): M | null {
  const open = matters.filter(({ procedure: name }) => {
    const procedure = procedures[name]
    return name !== from.procedure && procedure?.stages[procedure.initial]?.owner === 'intake'
  })
  return matterOfCategory(open, pathOf(category), {
    id: from.matter as Matter['id'],
    kind: from.kind as Matter['kind'],
  })
}
