import type { CasesRouteParts } from '../../../kernel/cases/routes/parts.ts'
import type { DispatchParts } from '../handle/similar.ts'
import type { Watch } from '../handle/watching.ts'

export type DispatchRouteParts = DispatchParts & CasesRouteParts & { readonly watch: Watch }
