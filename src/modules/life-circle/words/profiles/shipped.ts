import { gb50180 } from './gb50180.ts'
import type { ShippedProfile } from './lines.ts'
import { shanghai2016, shanghai2024 } from './shanghai.ts'
import { tdt1062 } from './tdt1062.ts'

/** The profiles that the product comes with, in the order in which they are offered; a city edits them. */
export const shippedProfiles: readonly ShippedProfile[] = [gb50180, tdt1062, shanghai2016, shanghai2024]
