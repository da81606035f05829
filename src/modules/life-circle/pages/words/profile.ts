import { type Said, said } from '../../../../platform/words.ts'
import type { Mark } from '../../model/profile.ts'
import { editionSaid } from '../../words/profiles/edition.ts'

/** The profiles that circles are measured by. */
export const profileWords = {
  title: said('生活圈标准', 'Profiles'),
  lead: said(
    '要配什么、走多远、每千人多少、各类人走多快；每一版都留着',
    'What must be there, how far, how much per thousand, how fast people walk; every version is kept',
  ),
  back: said('回到生活圈', 'Back to life circles'),
  choose: said('看哪套标准', 'Which profile'),
  version: said('看哪一版', 'Which version'),
  shipped: said('随系统提供', 'came with the product'),
  versionLine: (version: number, what: string): Said => {
    const { zh, en } = editionSaid(version)
    return said(`${zh} ${what}`, `${en} ${what}`)
  },
  source: said('出处', 'Source'),
  mark: said('确认程度', 'Confirmed'),
  marks: {
    '●': said('● 已核对原文', '● read in the source'),
    '○': said('○ 转引', '○ told by others'),
    '△': said('△ 待确认，可修改的设置', '△ unconfirmed, a setting'),
  } satisfies Record<Mark, Said>,
  standing: said('本区默认', 'Default of the district'),
  setStanding: said('设为本区默认', 'Make it the default'),
  setDone: said('已设为默认，所有数字按它重算', 'It is the default now; every figure is reckoned by it'),
  inactive: said('未启用', 'Not in use'),
  paces: said('步速', 'Paces'),
  walker: said('谁', 'Who'),
  pace: said('米每分钟', 'Metres a minute'),
  demands: said('配置要求', 'What it asks for'),
  kind: said('设施', 'Facility'),
  tier: said('圈层', 'Tier'),
  minutes: (minutes: number): Said => said(`${minutes} 分钟`, `${minutes} min`),
  metres: (metres: number): Said => said(`${metres} 米`, `${metres} m`),
  level: said('要求', 'Demand'),
  limit: said('步行上限', 'Walk at most'),
  unit: said('上限单位', 'Limit in'),
  inMinutes: said('分钟', 'minutes'),
  inMetres: said('米', 'metres'),
  weight: said('权重', 'Weight'),
  perThousand: said('千人指标', 'Per thousand'),
  perThousandUnit: said('千人指标单位', 'Per thousand, in'),
  none: said('不要求', 'none'),
  per: (amount: number, unit: string): Said => said(`${amount} ${unit}`, `${amount} ${unit}`),
  edit: said('改出新版本', 'Write a new version'),
  editLine: said('修改', 'Change'),
  addLine: said('增加一类', 'Add a kind'),
  removeLine: said('删去这一类', 'Remove this kind'),
  done: said('好', 'Done'),
  note: said('修改说明', 'What was changed, and why'),
  active: said('启用这套标准', 'This profile is in use'),
  preview: said('先看会变什么', 'See what would change'),
  previewTitle: said('按新版本测算，本区会变成', 'By the new version the district would change to'),
  nothing: said('没有一类设施的覆盖会变', 'The coverage of no kind would change'),
  before: said('现在', 'Now'),
  after: said('新版本', 'New version'),
  everybody: said('全部必配都够得着', 'Reach every must-have'),
  score: said('综合得分', 'Weighted score'),
  save: said('存为新版本', 'Keep as a new version'),
  saved: (version: number): Said => said(`已存为第 ${version} 版`, `Kept as version ${version}`),
  drop: said('放弃修改', 'Drop the changes'),
  kept: said('上次没存的修改还在', 'What was changed last time and not kept is still here'),
  share: (percent: string, covered: number, of: number): Said =>
    said(`${percent}%（${covered} / ${of} 人）`, `${percent} % (${covered} of ${of})`),
} as const
