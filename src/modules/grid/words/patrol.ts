import { type Said, said } from '../../../platform/words.ts'

/** What stands in a report whose writer had no hand free to write. */
export const reportWords = {
  seen: (name: Said): Said => said(`巡查发现：${name.zh}。`, `Seen on patrol: ${name.en}.`),
  urgent: said('网格员现场判断情况紧急', 'Judged urgent on the spot by the grid worker'),
} as const
