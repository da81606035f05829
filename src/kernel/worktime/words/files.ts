import { type Said, said } from '../../../platform/words.ts'

/** Headings of a calendar as a file; an import reads what an export writes. */
export const calendarColumns = {
  day: said('日期', 'Day'),
  kind: said('类型', 'Kind'),
  name: said('名称', 'Name'),
} as const satisfies Record<string, Said>

export const kindNames = {
  holiday: said('放假', 'Holiday'),
  makeup: said('调休上班', 'Make-up workday'),
} as const satisfies Record<string, Said>
