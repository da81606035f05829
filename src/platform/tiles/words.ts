import { osmRefusalWords } from '../osm/words.ts'
import { type Said, said } from '../words.ts'

type Made = { readonly tiles: number; readonly bytes: number; readonly path: string; readonly seconds: number }

/** What `npm run map` says. */
export const mapWords = {
  usage: said(
    '用法：npm run map -- 文件.osm.pbf（或 .osm），用 OpenStreetMap 数据制作本区底图',
    'Usage: npm run map -- FILE.osm.pbf (or .osm): makes the base map of the district from an extract of OpenStreetMap',
  ),
  noFile: (file: string): Said => said(`没有这个文件：${file}`, `There is no such file: ${file}`),
  reading: said('读取', 'reading'),
  cutting: said('切片', 'cutting'),
  unread: (refusal: keyof typeof osmRefusalWords | 'nothing-to-draw', at: number | null): Said => {
    const why =
      refusal === 'nothing-to-draw'
        ? said('文件里没有道路、水系、建筑等可画的内容', 'There are no roads, water or houses in it to be drawn')
        : osmRefusalWords[refusal]
    const where = at === null ? said('', '') : said(`（位置 ${at}）`, ` (at ${at})`)
    return said(
      `没有做成底图：${why.zh}${where.zh}。原有底图不变。`,
      `No map was made: ${why.en}${where.en}. The old one stays.`,
    )
  },
  made: ({ tiles, bytes, path, seconds }: Made): Said => {
    const [size, time] = [(bytes / 1024 / 1024).toFixed(1), seconds.toFixed(1)]
    return said(
      `底图已做好：${tiles} 张切片，${size} MB，用时 ${time} 秒，存于 ${path}。正在运行的系统几秒内自动换用。`,
      `The map is made: ${tiles} tiles, ${size} MB, ${time} s, in ${path}. A running server takes it up within seconds.`,
    )
  },
}
