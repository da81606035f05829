import type { CodeRule } from '../model/layers.ts'

/** How codes are made where the city has not said otherwise. Serial digits and separators are to be confirmed (△). */
export const shippedCodeRules: readonly CodeRule[] = [
  { layer: 'district', lead: null, separator: '', serial: 6, source: 'GB/T 2260 行政区划代码', mark: '○' },
  { layer: 'street', lead: 'district', separator: '', serial: 3, source: 'GB/T 10114 县级以下行政区划代码', mark: '○' },
  { layer: 'community', lead: 'street', separator: '', serial: 3, source: '统计用区划代码 12 位', mark: '○' },
  { layer: 'social-grid', lead: 'community', separator: '-', serial: 2, source: '本系统约定', mark: '△' },
  { layer: 'duty-grid', lead: 'street', separator: 'Z', serial: 3, source: '本系统约定', mark: '△' },
  {
    layer: 'unit-grid',
    lead: 'community',
    separator: '',
    serial: 3,
    source: '北京市地方标准 15 位（CJ/T 213 为 14 位，流水号 2 位，待确认）',
    mark: '○',
  },
]
