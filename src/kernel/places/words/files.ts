/** Under which headings the attributes of an area stand in files, ours first. Compared without case and blanks. */
export const attributeNames = {
  code: ['code', '编码', '网格编码', '区划代码', '代码', 'gridcode', 'bgcode', 'grid_code', 'bm', 'id'],
  name: ['name', '名称', '网格名称', '区划名称', 'gridname', 'bgname', 'grid_name', 'mc'],
  parent: ['parent', '上级编码', '所属社区', '所属街道', 'parentcode', 'parent_cod'],
  landUse: ['land_use', '用地类别', '用地性质', 'landuse', 'ydlb'],
  grade: ['grade', '管理等级', '管理级别', 'gldj'],
  owner: ['owner', '责任主体', '责任单位', '管理单位', 'zrzt'],
  kind: ['kind', '网格类型', 'gridkind', 'wglx'],
  area: ['area_m2', '面积', '面积平方米', 'area', 'mj'],
} as const

/** How a file says that a grid is a dedicated one, or a basic one. */
export const kindNames = {
  basic: ['basic', '基础网格', '基础', '普通网格'],
  dedicated: ['dedicated', '专属网格', '专属', '专网'],
} as const
