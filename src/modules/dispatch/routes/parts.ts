import type { CasesRouteParts } from '../../../kernel/cases/routes/parts.ts'
import type { Learning, LearningParts } from '../handle/learning.ts'
import type { DispatchParts } from '../handle/similar.ts'
import type { Watch } from '../handle/watching.ts'

export type DispatchRouteParts = DispatchParts &
  CasesRouteParts &
  LearningParts & { readonly watch: Watch; readonly learning: Learning }
