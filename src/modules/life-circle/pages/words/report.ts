import { type Said, said } from '../../../../platform/words.ts'
import type { Mark } from '../../model/profile.ts'
import { editionSaid } from '../../words/profiles/edition.ts'

/** Of how many buildings left out so many are drawn, and who is reached. */
type Drawn = { readonly drawn: number; readonly all: number; readonly reached: string }

/** The planner's report, on paper. */
export const reportWords = {
  title: said('生活圈评估报告', 'Life circle report'),
  print: said('打印或存为 PDF', 'Print or save as PDF'),
  back: said('返回生活圈', 'Back to life circles'),
  where: said('评估范围', 'Area'),
  day: said('评估日期', 'Day'),
  profile: said('依据标准', 'Profile'),
  source: said('出处与确认程度', 'Source and mark'),
  network: said('步行路网', 'Walking network'),
  networkVersion: (version: number, source: string): Said =>
    said(`第 ${version} 版（${source}）`, `version ${version} (${source})`),
  profileVersion: (name: Said, version: number): Said => {
    const { zh, en } = editionSaid(version)
    return said(`${name.zh}，${zh}`, `${name.en}, ${en}`)
  },
  walker: said('评估人群', 'Walker'),
  facilities: said('设施数据校验码', 'Hash of the facilities'),
  marks: said('● 已查原文　○ 转述自他处　△ 未经确认的设定', '● read in the source  ○ told by others  △ unconfirmed'),
  summary: said('一、总体', '1. As a whole'),
  byKind: said('二、各类设施人口覆盖', '2. Coverage by kind'),
  byArea: said('三、分地区', '3. By area'),
  byWalker: said('四、哪些人群够不着', '4. Who is left out'),
  maps: said('五、地图', '5. Maps'),
  share: said('覆盖率', 'Share'),
  covered: said('够得着 / 居住人口', 'Reached / residents'),
  mark: said('确认', 'Mark'),
  pace: said('步速', 'Pace'),
  paceLine: (metres: number): Said => said(`${metres} 米/分`, `${metres} m/min`),
  lackAll: said('缺至少一类必配的人', 'Lack a must-have'),
  lackMost: said('缺得最多的必配设施', 'Must-haves that most lack'),
  lackLine: (kind: Said, people: string, of: string): Said =>
    said(`${kind.zh} ${people} / ${of}`, `${kind.en} ${people} / ${of}`),
  buildings: said('够得着 / 建筑', 'Reached / buildings'),
  size: said('千人指标', 'Size for every thousand people'),
  sizeHave: said('已有（每千人）', 'There is (per thousand)'),
  sizeAsked: said('应有（每千人）', 'Asked (per thousand)'),
  sizeKnown: said('填了规模 / 设施', 'Size on record / facilities'),
  scoreMap: said('各社区综合得分', 'Weighted score of communities'),
  scoreNote: said('按权重计的覆盖率，0 至 100 分', 'Weighted coverage, 0 to 100 points'),
  kindMap: (kind: Said): Said => said(`${kind.zh}：覆盖与缺口`, `${kind.en}: coverage and gaps`),
  kindNote: (places: number, { drawn, all, reached }: Drawn): Said =>
    said(
      `够得着的人 ${reached}；设施 ${places} 处；够不着的建筑 ${all} 栋${drawn < all ? `，图上是人最多的 ${drawn} 栋` : ''}`,
      `Reached: ${reached}; ${places} facilities; ${all} buildings left out${drawn < all ? `, the ${drawn} with most people drawn` : ''}`,
    ),
  facility: said('设施', 'Facility'),
  gap: said('够不着的建筑，越大人越多', 'Building left out, larger: more people'),
  nobody: said('无人居住', 'Nobody lives there'),
  north: said('北', 'N'),
} as const

export const markWords = {
  '●': said('已查原文', 'read in the source'),
  '○': said('转述自他处', 'told by others'),
  '△': said('未经确认', 'unconfirmed'),
} as const satisfies Record<Mark, Said>
