import type { ProcedureWords } from '../../../kernel/cases/words.ts'
import { gridWords } from '../words.ts'
import type { GridMove, GridStage } from './grid-event.ts'

/** The table of this house with its words; a stage or move without words does not compile here. */
export const spoken = { grid: gridWords } satisfies { grid: ProcedureWords<GridStage, GridMove> }
