import type { CommunityKey } from '../places.ts'

/** What a block of the town is used for. */
export type BlockKind =
  | 'towers'
  | 'slabs'
  | 'old'
  | 'park'
  | 'primary'
  | 'middle'
  | 'kindergarten'
  | 'market'
  | 'hospital'
  | 'shops'
  | 'office'
  | 'civic'
  | 'factory'
  | 'terminal'
  | 'square'
  | 'fields'
  | 'village'

export type Block = readonly [name: string, kind: BlockKind]

/** A grid, block by block: from the south-western corner eastward, then row by row northward. Nine in the town, four in the country. */
export type Use = {
  readonly community: CommunityKey
  readonly grid: 1 | 2 | 3 | 4
  readonly blocks: readonly Block[]
  readonly streets?: { readonly up?: string; readonly across?: string }
}

const use = (community: CommunityKey, grid: Use['grid'], text: string, streets: Use['streets'] = {}): Use => ({
  community,
  grid,
  streets,
  blocks: text
    .trim()
    .split('\n')
    .flatMap((row) => row.split(','))
    .map((block): Block => {
      const [name = '', kind = 'slabs'] = block.trim().split(':')
      return [name, kind as BlockKind]
    }),
})

export const isRural = ({ community }: Use): boolean => community === 'shuiku'

/** The whole town. Estates and houses bear the names by which people write of them. */
export const uses: readonly Use[] = [
  use(
    'qiaotou',
    1,
    `桥东里:old, 桥东里:old, 云溪影院:shops\n老粮站宿舍:old, 桥头幼儿园:kindergarten, 桥东里:old\n:park, 老粮站宿舍:slabs, 云溪茶厂:office`,
  ),
  use(
    'qiaotou',
    2,
    `石桥小区:slabs, 石桥小区:slabs, 溪岸绿地:park\n桥头派出所:civic, 石桥小区:slabs, 溪岸绿地:park\n:park, :park, 溪岸绿地:park`,
  ),
  use(
    'qiaotou',
    3,
    `:park, 桥西里:old, 桥西里:old\n云溪市场:market, 桥西里:old, 桥西里:old\n云溪街道办事处:civic, 云溪中学:middle, 桥西里:old`,
  ),
  use(
    'qiaotou',
    4,
    `溪畔花园:towers, 溪畔花园:towers, 溪岸绿地:park\n桥头小学:primary, 溪畔花园:towers, 溪岸绿地:park\n商业地块:shops, 溪畔花园:towers, 溪岸绿地:park`,
  ),
  use(
    'zhaohua',
    1,
    `朝花苑:slabs, 朝花苑:slabs, 朝花苑:slabs\n朝花幼儿园:kindergarten, 朝花苑:slabs, 朝花苑:slabs\n朝花绿地:park, 朝花苑:slabs, 东环汽修:factory`,
  ),
  use(
    'zhaohua',
    2,
    `印刷厂宿舍:old, 印刷厂宿舍:old, 云溪印刷厂:factory\n溪东绿地:park, 印刷厂宿舍:old, 云溪印刷厂:factory\n溪东绿地:park, 印刷厂宿舍:old, 印艺文创园:office`,
  ),
  use(
    'zhaohua',
    3,
    `朝阳新村:slabs, 朝阳新村:slabs, 朝阳新村:slabs\n朝阳小学:primary, 朝阳新村:slabs, 朝阳新村:slabs\n朝阳里商场工地:shops, 朝阳新村:slabs, 朝阳公园:park`,
    { up: '朝阳巷' },
  ),
  use(
    'zhaohua',
    4,
    `临江苑:towers, 临江苑:towers, 临江苑:towers\n百花商场:shops, 百花路商铺:shops, 朝花菜场:market\n百花广场:square, 百花路商铺:shops, 朝花里:old`,
    { across: '百花路步行街' },
  ),
  use(
    'dukou',
    1,
    `渡口新村:slabs, 渡口新村:slabs, 渡口新村:slabs\n渡口社区医院:hospital, 渡口新村:slabs, 渡口中学:middle\n渡口绿地:park, 渡口新村:slabs, 望江街道办事处:civic`,
  ),
  use(
    'dukou',
    2,
    `望江名邸:towers, 望江名邸:towers, 望江名邸:towers\n望江幼儿园:kindergarten, 望江名邸:towers, 望江汽车城:shops\n西江果园:fields, 望江花圃:fields, 望江物流:factory`,
  ),
  use(
    'dukou',
    3,
    `船厂旧址:park, 船厂旧址:park, 船厂家属院:old\n云江船厂:factory, 船厂家属院:old, 船厂家属院:old\n船厂小学:primary, 船厂家属院:old, 船厂家属院:old`,
  ),
  use(
    'dukou',
    4,
    `老轮渡站:civic, 江滨公园:park, 江滨公园:park\n渡口菜场:market, 渡口新村:old, 渡口新村:slabs\n望江广场:square, 渡口新村:old, 渡口新村:slabs`,
  ),
  use(
    'lianchi',
    1,
    `莲池小区:slabs, 莲池小区:slabs, 莲池小区:slabs\n莲池小学:primary, 莲池小区:slabs, 莲池小区:slabs\n莲池绿地:park, 莲池小区:slabs, 莲池商务楼:office`,
  ),
  use(
    'lianchi',
    2,
    `荷塘人家:towers, 荷塘人家:towers, 荷塘人家:towers\n荷塘幼儿园:kindergarten, 荷塘人家:towers, 荷塘人家:towers\n荷塘绿地:park, 荷塘商铺:shops, 荷塘人家:towers`,
  ),
  use(
    'lianchi',
    3,
    `江岸绿地:park, 云溪师范学校:middle, 云溪师范学校:middle\n师范附小:primary, 师范家属院:old, 师范家属院:old\n师范家属院:old, 师范家属院:old, 师范路商铺:shops`,
  ),
  use(
    'lianchi',
    4,
    `江岸绿地:park, 莲池公园:park, 莲池公园:park\n莲池农贸市场:market, 莲池公园:park, 莲池公园:park\n莲池里:old, 莲池里:old, 莲池里:slabs`,
  ),
  use(
    'songlin',
    1,
    `松林一村:slabs, 松林一村:slabs, 松林一村:slabs\n松林小学:primary, 松林一村:slabs, 松林菜场:market\n白石街道办事处:civic, 松林一村:slabs, 松林绿地:park`,
  ),
  use(
    'songlin',
    2,
    `松林二村:slabs, 松林二村:slabs, 松林二村:slabs\n松林幼儿园:kindergarten, 松林二村:slabs, 松林二村:slabs\n松林中学:middle, 松林二村:slabs, 松林公园:park`,
  ),
  use(
    'songlin',
    3,
    `云溪水泥厂:factory, 白石工业园:factory, 白石工业园:factory\n白石工业园:factory, 白石工业园:factory, 白石工业园:factory\n白石工业园二期:factory, 白石工业园二期:factory, 园区服务中心:office`,
  ),
  use(
    'songlin',
    4,
    `采石场宿舍:old, 采石场宿舍:old, 采石场:factory\n采石场宿舍:old, 采石场:factory, 采石场:factory\n松岗林地:park, 松岗林地:park, 松岗林地:park`,
  ),
  use('shuiku', 1, `水库新村:village, 东干渠田块:fields\n水库茶园:fields, 白石小学:primary`),
  use('shuiku', 2, `大坝村民组:village, 库区林地:park\n库区林地:park, 库区林地:park`),
  use('shuiku', 3, `上白石村:village, 上白石田块:fields\n上白石果园:fields, 北田块:fields`),
  use('shuiku', 4, `下白石村:village, 下白石田块:fields\n下白石茶园:fields, 下白石田块:fields`),
  use(
    'hubin',
    1,
    `湖滨雅苑:towers, 南湖西岸:park, 南湖西岸:park\n湖滨雅苑:towers, 湖滨雅苑:towers, 湖滨雅苑:towers\n湖滨雅苑:towers, 湖滨体育馆:civic, 湖滨雅苑:towers`,
  ),
  use(
    'hubin',
    2,
    `南湖一号:towers, 南湖一号:towers, 南湖一号:towers\n南湖一号:towers, 南湖西岸:park, 南湖西岸:park\n南湖西岸:park, 南湖西岸:park, 南湖西岸:park`,
  ),
  use(
    'hubin',
    3,
    `南湖东岸:park, 湖滨小学:primary, 湖畔里:slabs\n湖滨幼儿园:kindergarten, 湖畔里:slabs, 湖畔里:slabs\n湖滨中学:middle, 湖畔里:slabs, 湖畔里:slabs`,
  ),
  use(
    'hubin',
    4,
    `湖心路商业街:shops, 安居家具城:shops, 湖畔人家:slabs\n南湖公园:park, 湖心路商业街:shops, 湖畔人家:slabs\n南湖公园:park, 云溪图书馆:civic, 湖畔人家:slabs`,
  ),
  use(
    'xincheng',
    1,
    `新城国际:towers, 新城国际:towers, 新城国际:towers\n新城幼儿园:kindergarten, 新城国际:towers, 新城国际:towers\n新城东侧工地:shops, 新城国际:towers, 新城公园:park`,
  ),
  use(
    'xincheng',
    2,
    `金桂园:towers, 金桂园:towers, 金桂园:towers\n金桂小学:primary, 银杏里:towers, 银杏里:towers\n金桂商场:shops, 银杏里:towers, 新城中学:middle`,
  ),
  use(
    'xincheng',
    3,
    `新城公交枢纽:terminal, 新城菜场:market, 新城人家:towers\n新城快递站:shops, 新城人家:towers, 新城人家:towers\n新城绿地:park, 新城人家:towers, 南湖街道办事处:civic`,
  ),
  use(
    'xincheng',
    4,
    `云创园:office, 云创园:office, 区政务服务中心:civic\n云创园:office, 新城医院:hospital, 新城医院:hospital\n云溪站前广场:square, 区属工程公司:office, 人才公寓:towers`,
  ),
]
