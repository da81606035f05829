import { type Said, said } from '../../../platform/words.ts'

/** Why a case goes to a unit that the duty list does not name. */
export const precedentWords = {
  reason: said(
    '同类同属地的退单已裁定由该单位承办',
    'A dispute about the same category in the same place was ruled so',
  ),
} as const satisfies Record<string, Said>

type Lies = { readonly called: string; readonly community: string | null; readonly inGrid: string | null }

/** The rule, behind where the words of the message place it: 石桥小区属于桥头社区（桥头社区第二网格），职责清单…. */
export function reasonWith(lies: Lies | null, rule: Said): Said {
  if (lies === null || lies.community === null) return rule
  const { called, community, inGrid } = lies
  if (called === community) return said(`文中写的是${community}，${rule.zh}`, `The text names ${community}. ${rule.en}`)
  return said(
    `${called}属于${community}${inGrid && inGrid !== called ? `（${inGrid}）` : ''}，${rule.zh}`,
    `${called} lies in ${community}${inGrid && inGrid !== called ? ` (${inGrid})` : ''}. ${rule.en}`,
  )
}
