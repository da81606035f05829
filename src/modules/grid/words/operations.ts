import { type Said, said } from '../../../platform/words.ts'

/** What the operation log says was done here. */
export const gridOperations = {
  'grid.proposals.export': said('导出主动治理建议', 'Exported the proposals'),
} as const satisfies Record<string, Said>
