import { type Said, said } from '../../../platform/words.ts'

/** What the operation log says was done here. */
export const lifeCircleOperations = {
  'life-circle.gap': said('将缺口转为任务', 'Made a gap a task'),
  'life-circle.network': said('导入路网', 'Imported a network'),
  'life-circle.spot': said('保存候选点位', 'Saved a spot'),
  'life-circle.spots.import': said('导入候选点位', 'Imported spots'),
  'life-circle.upkeep': said('登记点位维护', 'Recorded upkeep'),
  'life-circle.facility': said('保存设施', 'Saved a facility'),
  'life-circle.facilities.import': said('导入设施', 'Imported facilities'),
  'life-circle.profile': said('保存测算标准', 'Saved a profile'),
  'life-circle.standing': said('指定测算标准', 'Named the standing profile'),
  'life-circle.plan': said('生成规划方案', 'Made a plan'),
} as const satisfies Record<string, Said>
