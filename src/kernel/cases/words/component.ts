import { type Said, said } from '../../../platform/words.ts'

/** Why a case goes to the unit that owns what it is about. */
export const componentWords = {
  owned: (code: string): Said =>
    said(`部件 ${code} 登记的权属单位，先属主后属地`, `Owner of component ${code} on the register; owners come first`),
} as const
