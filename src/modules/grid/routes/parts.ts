import type { CasesRouteParts } from '../../../kernel/cases/routes/parts.ts'

export type GridRouteParts = CasesRouteParts
