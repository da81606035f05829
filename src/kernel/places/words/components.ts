import { type Said, said } from '../../../platform/words.ts'
import type { ComponentClass, ComponentFields, ComponentState, ComponentType } from '../model/components.ts'

export const classWords = {
  utilities: said('公用设施', 'utilities'),
  traffic: said('道路交通', 'roads and traffic'),
  sanitation: said('市容环境', 'city appearance'),
  greenery: said('园林绿化', 'greenery'),
  buildings: said('房屋土地', 'buildings and land'),
  other: said('其他设施', 'other facilities'),
  extension: said('扩展部件', 'extensions'),
} as const satisfies Record<ComponentClass, Said>

export const componentStateWords = {
  'in-use': said('完好', 'in use'),
  damaged: said('破损', 'damaged'),
  missing: said('缺失', 'missing'),
  'under-repair': said('维修中', 'under repair'),
  removed: said('已拆除', 'removed'),
} as const satisfies Record<ComponentState, Said>

export const componentFieldWords = {
  name: said('名称', 'name'),
  owner: said('权属单位', 'owner'),
  keeper: said('养护单位', 'keeper'),
  state: said('状态', 'state'),
  place: said('位置描述', 'place'),
  lng: said('经度', 'longitude'),
  lat: said('纬度', 'latitude'),
  note: said('备注', 'note'),
} as const satisfies Record<keyof ComponentFields, Said>

const type = (code: string, kind: ComponentClass, name: string): ComponentType => ({
  code,
  class: kind,
  name,
  active: true,
  mark: '△',
})

/** What is shipped; the codes are to be confirmed against the code table of GB/T 30428.2 (△), and a city edits them. */
export const shippedTypes: readonly ComponentType[] = [
  type('0101', 'utilities', '上水井盖'),
  type('0102', 'utilities', '污水井盖'),
  type('0103', 'utilities', '雨水井盖'),
  type('0104', 'utilities', '雨水箅子'),
  type('0105', 'utilities', '电力井盖'),
  type('0106', 'utilities', '通信井盖'),
  type('0107', 'utilities', '燃气井盖'),
  type('0108', 'utilities', '消防设施'),
  type('0109', 'utilities', '路灯'),
  type('0110', 'utilities', '变压器（箱）'),
  type('0111', 'utilities', '健身设施'),
  type('0201', 'traffic', '公交站亭'),
  type('0202', 'traffic', '交通信号灯'),
  type('0203', 'traffic', '交通标志牌'),
  type('0204', 'traffic', '交通护栏'),
  type('0205', 'traffic', '路名牌'),
  type('0206', 'traffic', '桥梁'),
  type('0301', 'sanitation', '公共厕所'),
  type('0302', 'sanitation', '垃圾箱'),
  type('0303', 'sanitation', '垃圾收集点'),
  type('0304', 'sanitation', '户外广告'),
  type('0401', 'greenery', '行道树'),
  type('0402', 'greenery', '绿地'),
  type('0403', 'greenery', '城市座椅'),
  type('0501', 'buildings', '宣传栏'),
  type('0502', 'buildings', '人防工事'),
  type('0601', 'other', '水域附属设施'),
  type('0602', 'other', '监控设施'),
]
