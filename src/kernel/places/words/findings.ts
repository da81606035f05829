import { type Said, said } from '../../../platform/words.ts'
import type { Finding } from '../model/topology.ts'

const plain = {
  'no-geometry': said('没有图形', 'It has no geometry'),
  'not-a-surface': said('不是面：网格应为多边形', 'It is no surface: a grid is a polygon'),
  'too-many-points': said('边界点超过 20000 个', 'Its border has more than 20,000 points'),
  'outside-the-district': said('在本区范围之外', 'It lies outside of the district'),
  'code-missing': said('缺少编码', 'The code is missing'),
  'code-shape': said('编码不符合本图层的编码规则', 'The code is not made by the rule of this layer'),
  'code-twice': said('编码重复', 'The same code stands twice'),
  'name-missing': said('缺少名称', 'The name is missing'),
  'parent-unknown': said('上级区域不存在', 'The area in which it should lie is not there'),
  'parent-not-in-code': said('编码与上级编码不一致', 'The code does not begin with that of the area in which it lies'),
  'text-too-long': said('文字超过 60 个字', 'A text has more than 60 letters'),
  'kind-unknown': said('网格类型只能是基础网格或专属网格', 'A grid is a basic or a dedicated one'),
  'not-a-number': said('坐标不是经纬度（度）', 'Coordinates are not degrees of longitude and latitude'),
  'not-closed': said('边界没有闭合', 'The border is not closed'),
  'too-few-points': said('边界不足三个点', 'The border has less than three points'),
  'crosses-itself': said('边界自相交', 'The border crosses itself'),
  'no-area': said('面积为零', 'It has no area'),
  gap: said('有空隙：这块地不属于任何网格', 'A gap: this ground belongs to none'),
  overlap: said('重叠：这块地同时属于多个网格', 'An overlap: this ground belongs to several'),
  'outside-parent': said('超出上级区域的边界', 'It reaches beyond the area in which it should lie'),
  'owner-not-a-unit': said('责任主体不是本区登记的单位，按文字保存', 'The owner is no unit of ours; kept as written'),
  'area-stated-otherwise': said(
    '文件中的面积与实测相差超过 1%',
    'The stated area differs by more than 1 % from the measured one',
  ),
  'kind-unstated': said('没有写明网格类型，按基础网格处理', 'No kind is stated; taken as a basic grid'),
} as const satisfies Record<Finding['fault'], Said>

const square = (area: number): string => (area < 10 ? area.toFixed(1) : String(Math.round(area)))

/** A finding as a sentence, with what was met and how much ground it is about. */
export function findingSaid({ fault, found, area }: Pick<Finding, 'fault' | 'found' | 'area'>): Said {
  const { zh, en } = plain[fault]
  const met = found === '' ? '' : `（${found}）`
  const ground = area === null ? '' : `，${square(area)} m²`
  return said(
    `${zh}${met}${ground}`,
    `${en}${found === '' ? '' : ` (${found})`}${area === null ? '' : `, ${square(area)} m²`}`,
  )
}
