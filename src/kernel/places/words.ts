import { type Said, said } from '../../platform/words.ts'
import type { AreaFault, AreaLevel } from './model.ts'

export const levelWords = {
  street: said('街道', 'street'),
  community: said('社区', 'community'),
  grid: said('网格', 'grid'),
} as const satisfies Record<AreaLevel, Said>

export const areaFaultWords = {
  'code-not-of-level': said(
    '编码应以级别开头，如 street_、community_、grid_',
    'The code begins with its level: street_, community_ or grid_',
  ),
  'code-twice': said('编码重复', 'The same code stands twice'),
  'no-name': said('缺少名称', 'The name is missing'),
  'parent-missing': said('上级区域不存在，请先录入', 'The area it lies in is not there; enter that first'),
  'parent-of-wrong-level': said(
    '上级区域级别不符：社区属于街道，网格属于社区，街道无上级',
    'It lies in an area of the wrong level: a community lies in a street, a grid in a community, a street in none',
  ),
} as const satisfies Record<AreaFault, Said>
