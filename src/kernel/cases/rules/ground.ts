import type { AnyProcedure } from './procedure.ts'

/** Whether somebody who walks has to go and look at cases of this procedure. */
const isWalked = ({ stages }: AnyProcedure): boolean =>
  Object.values(stages).some(({ owner }) =>
    owner === undefined
      ? false
      : typeof owner === 'string'
        ? owner === 'grid-worker'
        : owner.roles.includes('grid-worker'),
  )

type Where = { readonly district: string; readonly area: string | null; readonly grid: string | null }

/**
 * The grid under which a case is looked for. Where none is known, what is walked stands under the narrowest division that
 * is (community, street, at last the district): the posts of a grid centre name those codes, so somebody is always sent.
 */
export function gridOf(procedure: AnyProcedure, { district, area, grid }: Where): string | null {
  if (grid !== null || !isWalked(procedure)) return grid
  return area?.split('/').at(-1) || district
}

/** Whether a code of a post's grids is a grid; a division has six to twelve digits and nothing else. */
export const isGrid = (code: string): boolean => !/^\d{6,12}$/.test(code)
