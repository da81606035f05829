import { type Said, said } from '../words.ts'
import type { OsmRefusal } from './model.ts'

export const osmRefusalWords = {
  empty: said('文件是空的，里面没有任何地图数据', 'The file is empty: there is no map in it'),
  'not-osm': said(
    '这不是 OpenStreetMap 文件（应为 .osm.pbf 或 .osm）',
    'This is no OpenStreetMap file (.osm.pbf or .osm is expected)',
  ),
  truncated: said('文件不完整，传输可能中断，请重新下载', 'The file is cut off; it may not have been copied whole'),
  damaged: said('文件已损坏，无法读取', 'The file is damaged and cannot be read'),
  unsupported: said(
    '文件使用了不支持的压缩或格式（只支持 zlib 压缩的单一时点地图）',
    'The file uses a compression or a feature that is not supported (zlib and maps of one moment are)',
  ),
  'no-points': said('文件里有道路但没有坐标点', 'The file holds ways, but none of their points'),
  'coordinates-swapped': said('经度和纬度写反了', 'Longitude and latitude are exchanged'),
  'coordinates-outside': said('有坐标超出经纬度范围', 'A point has coordinates that do not exist on earth'),
  cancelled: said('已取消', 'Cancelled'),
} as const satisfies Record<OsmRefusal, Said>
