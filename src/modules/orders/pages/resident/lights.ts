import type { CaseLight } from '../../../../kernel/cases/model/views.ts'
import type { LightColour } from '../../../../ui/parts/Light.tsx'

/** The lamp of a case: where no clock runs, it is off. */
export const colourOf = (light: CaseLight): LightColour => (light === 'none' ? 'off' : light)
