import { caseOperations } from '../kernel/cases/words/doors.ts'
import { channelOperations } from '../kernel/channels/words/operations.ts'
import { documentOperations } from '../kernel/documents/words.ts'
import { matterOperations } from '../kernel/matters/words/operations.ts'
import { organisationOperations } from '../kernel/organisations/words.ts'
import { operations } from '../kernel/people/words.ts'
import { placesOperations } from '../kernel/places/words/operations.ts'
import { worktimeOperations } from '../kernel/worktime/words.ts'
import { exchangeOperations } from '../modules/exchange/words/operations.ts'
import { gridOperations } from '../modules/grid/words/operations.ts'
import { lifeCircleOperations } from '../modules/life-circle/words/operations.ts'
import { sensorOperations } from '../modules/sensors/words/operations.ts'
import type { Said } from '../platform/words.ts'

/** Every deed that the operation log may tell of. */
export const knownOperations: Readonly<Record<string, Said>> = {
  ...operations,
  ...organisationOperations,
  ...placesOperations,
  ...worktimeOperations,
  ...matterOperations,
  ...channelOperations,
  ...caseOperations,
  ...documentOperations,
  ...exchangeOperations,
  ...gridOperations,
  ...lifeCircleOperations,
  ...sensorOperations,
}

/** What a code of the operation log says, whichever house wrote it. */
export const operationSaid = (code: string): Said | undefined => knownOperations[code]
