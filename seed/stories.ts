import { enterprises } from './stories/enterprises.ts'
import { environment } from './stories/environment.ts'
import { families } from './stories/families.ts'
import { homes } from './stories/homes.ts'
import { market } from './stories/market.ts'
import { offices } from './stories/offices.ts'
import { safety } from './stories/safety.ts'
import { streets } from './stories/streets.ts'
import { supply } from './stories/supply.ts'
import { traffic } from './stories/traffic.ts'
import { villages } from './stories/villages.ts'
import type { Story } from './story.ts'

/** Everything the people of the invented town have written in the last two months. */
export const stories: readonly Story[] = [
  ...streets,
  ...homes,
  ...supply,
  ...traffic,
  ...environment,
  ...market,
  ...families,
  ...safety,
  ...villages,
  ...offices,
  ...enterprises,
]
