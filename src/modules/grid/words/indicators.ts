import { type Said, said } from '../../../platform/words.ts'

export const gridIndicatorTitles = {
  'grid-reported': said('网格上报量', 'Grid reports'),
  'grid-by-patrol': said('网格员自主上报量', 'Reported on patrol'),
  'grid-open': said('网格案卷在办', 'Grid cases open'),
  'grid-overdue': said('网格案卷超期', 'Grid cases overdue'),
  'grid-closed': said('网格案卷结案量', 'Grid cases closed'),
  'grid-registered-rate': said('立案率', 'Registration rate'),
  'grid-closed-rate': said('网格结案率', 'Grid closing rate'),
  'grid-in-time-rate': said('按期结案率', 'Closed in time'),
  'grid-reworked-rate': said('返工率', 'Done twice'),
  'grid-same-spot-rate': said('前后同址率', 'Pictures of the same place'),
} as const satisfies Record<string, Said>
export type GridIndicatorKey = keyof typeof gridIndicatorTitles

export const gridIndicatorWords = {
  source: said(
    '数字城管通行评价指标（GB/T 30428 系列，待核对原文）',
    'Common figures of digital city management (to be checked)',
  ),
  stillOpen: said('未立案、未结案的不计入', 'What is not registered or not closed yet is left out'),
  linked: said('并入原案卷的不重复计算', 'What was linked is not counted again'),
  noSpot: said('没有定位、无法比对的不计入', 'Where no position was given nothing can be said'),
} as const
