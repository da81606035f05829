import type { DispatchParts } from '../handle/similar.ts'
import type { Watch } from '../handle/watching.ts'

export type DispatchRouteParts = DispatchParts & { readonly watch: Watch }
