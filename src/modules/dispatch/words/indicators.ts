import { type Said, said } from '../../../platform/words.ts'

export const sortingIndicatorTitles = {
  'sorting-low-rate': said('派单建议低把握率', 'Proposals not sure'),
  'sorting-corrected-rate': said('派单建议更正率', 'Proposals corrected'),
} as const satisfies Record<string, Said>
export type SortingIndicatorKey = keyof typeof sortingIndicatorTitles

export const sortingIndicatorWords = {
  source: said('智能派单建议的运行监测', 'How the proposals of the dispatch board fare'),
  unmeasured: said('没有给出把握程度的建议不计入', 'Proposals that claimed no confidence are left out'),
} as const
