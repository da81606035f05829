import { type Said, said } from '../../../platform/words.ts'

/** Why a case goes to a unit that the duty list does not name. */
export const precedentWords = {
  reason: said(
    '同类同属地的退单已裁定由该单位承办',
    'A dispute about the same category in the same place was ruled so',
  ),
} as const satisfies Record<string, Said>
