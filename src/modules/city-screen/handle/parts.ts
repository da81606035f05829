import type { CaseDoorParts } from '../../../kernel/cases/handle/door-parts.ts'
import type { IndicatorDefinition } from '../../../kernel/indicators/model.ts'
import type { Ground } from '../../../kernel/module.ts'
import type { Hub } from '../../../platform/live/hub.ts'

/** What the screen is given: the published indicators and the parts of the city it reads. */
export type ScreenParts = Ground &
  Pick<CaseDoorParts, 'directory' | 'procedures' | 'words'> & {
    readonly indicators: readonly IndicatorDefinition[]
    readonly hub: Pick<Hub, 'subscribe'>
  }
