import { type Said, said } from '../../../platform/words.ts'
import type { GridKind, Layer, PlacesRefusal, VersionState } from '../model/layers.ts'

export const layerWords = {
  district: said('区', 'district'),
  street: said('街道', 'streets'),
  community: said('社区', 'communities'),
  'social-grid': said('社会治理网格', 'social-governance grids'),
  'duty-grid': said('责任网格', 'duty grids'),
  'unit-grid': said('单元网格', 'unit grids'),
} as const satisfies Record<Layer, Said>

export const gridKindWords = {
  basic: said('基础网格', 'basic grid'),
  dedicated: said('专属网格', 'dedicated grid'),
} as const satisfies Record<GridKind, Said>

export const versionWords = {
  draft: said('待发布', 'draft'),
  published: said('已发布', 'published'),
  discarded: said('已作废', 'discarded'),
} as const satisfies Record<VersionState, Said>

export const placesRefusals = {
  'no-such-layer': said('没有这个图层', 'There is no such layer'),
  'no-such-version': said('没有这个版本', 'There is no such edition'),
  'version-not-a-draft': said('只有待发布的版本可以发布或作废', 'Only a draft can be published or discarded'),
  'from-before-the-last': said(
    '生效日期不能早于上一版本的生效日期，也不能早于今天',
    'It cannot begin before the edition before it, nor before today',
  ),
  'version-has-faults': said('检查报告中还有必须改正的问题', 'The report still holds faults that must be mended'),
  'base-no-longer-last': said(
    '这个版本只改了一部分，而它所依据的版本之后又发布过新版，请重新导入',
    'It redraws a part of an edition after which another was published meanwhile; import it again',
  ),
  'parent-layer-missing': said(
    '上级图层当天没有生效的版本，请先导入上级图层',
    'The layer above has no edition on that day; import that first',
  ),
  'no-such-feature': said('没有这个网格或区域', 'There is no such area'),
  'no-such-import': said('没有这次导入', 'There is no such import'),
  'import-still-running': said('检查还没有结束', 'The check is not over yet'),
  'import-over': said('这次导入已经结束', 'This import is over'),
  'file-unreadable': said(
    '读不懂这个文件：请上传 GeoJSON，或打包成 zip 的 Shapefile（含 .shp、.dbf）',
    'This file cannot be read: send GeoJSON, or a Shapefile in a zip (with .shp and .dbf)',
  ),
  'file-too-large': said('文件太大，超过 60 MB', 'The file is larger than 60 MB'),
  'file-without-areas': said('文件里没有任何区域', 'The file holds no areas'),
  'no-such-component': said('没有这个部件', 'There is no such component'),
  'component-there-already': said('这个部件编码已经登记', 'A component with this code is there already'),
  'component-code-wrong': said(
    '部件编码应为区划 6 位、类型 4 位、流水号 6 位，共 16 位数字',
    'The code of a component has 16 digits: district 6, type 4, serial 6',
  ),
  'component-type-unknown': said('没有这种部件类型', 'There is no such type of component'),
  'component-nowhere': said('部件的位置不在本区范围内', 'The component lies outside of this district'),
  'nothing-changed': said('没有任何改动', 'Nothing was changed'),
  'no-such-address': said('没有这个地址', 'There is no such address'),
  'address-level-wrong': said(
    '级别不符：楼栋属于小区、弄或道路，单元属于楼栋，室属于单元或楼栋',
    'The level does not fit: a building stands in an estate, a lane or a road, an entrance in a building, a room in either',
  ),
  'address-there-already': said('同一上级下已有这个地址', 'This address is there already'),
  'address-holds-others': said('它下面还有其他地址，先处理下级', 'Others lie in it; see to those first'),
} as const satisfies Record<PlacesRefusal, Said>
