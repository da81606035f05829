import { type Said, said } from '../../platform/words.ts'
import type { Condition, ReadingFault, SensorKind } from './model/sensor.ts'

export const kindWords = {
  'water-level': said('水位', 'Water level'),
  smoke: said('烟感', 'Smoke'),
  manhole: said('井盖', 'Manhole cover'),
  air: said('空气质量', 'Air quality'),
  temperature: said('温度', 'Temperature'),
  noise: said('噪声', 'Noise'),
  other: said('其他', 'Other'),
} as const satisfies Record<SensorKind, Said>

export const conditionWords = {
  above: said('达到或高于', 'at or above'),
  below: said('达到或低于', 'at or below'),
  equals: said('等于', 'equals'),
  silent: said('没有读数', 'no reading'),
} as const satisfies Record<Condition, Said>

export const faultWords = {
  'no-such-sensor': said('没有登记的传感器', 'no such sensor'),
  'sensor-inactive': said('传感器已停用', 'the sensor is out of use'),
  'no-number': said('value 不是数', 'value is no number'),
  'at-wrong': said('at 不是带时区的时间', 'at is no time with its zone'),
  'at-in-future': said('at 晚于现在，设备时钟有误', 'at lies in the future: the clock of the device is wrong'),
  unreadable: said('消息不是 JSON', 'the message is no JSON'),
} as const satisfies Record<ReadingFault, Said>

export const sensorRefusals: Readonly<Record<string, Said>> = {
  'no-such-sensor': said('没有这个传感器', 'There is no such sensor'),
  'no-such-rule': said('没有这条规则', 'There is no such rule'),
  'rule-changed-meanwhile': said('规则刚被别人改过，请刷新后再改', 'Somebody has just changed this rule; look again'),
  'rule-clear-wrong': said(
    '恢复值要比触发值宽松：高于触发的规则恢复值应更低，低于触发的应更高',
    'To recover must be easier than to be raised: lower for “above”, higher for “below”',
  ),
  'reading-days-reversed': said('开始日期晚于结束日期', 'The first day comes after the last'),
  'no-such-target': said('没有这个事项，或今天没有生效', 'There is no such matter in force today'),
}

const seconds = (count: number): Said => {
  if (count % 3_600 === 0 && count > 0) return said(`${count / 3_600} 小时`, `${count / 3_600} h`)
  return count % 60 === 0 && count > 0
    ? said(`${count / 60} 分钟`, `${count / 60} min`)
    : said(`${count} 秒`, `${count} s`)
}
export const spanWords = seconds

/** What stands in the case. Chinese: it is the case's own text. */
export const caseWords = {
  text: (name: string, place: string, what: string): string =>
    `${place}的传感器“${name}”${what}。由物联感知规则自动立案。`,
  raised: (when: string, mark: string, value: string, began: string): string =>
    `读数${when} ${mark}，自 ${began} 起持续超出，立案时为 ${value}`,
  silent: (since: string): string => `自 ${since} 起没有读数，可能断电、断网或损坏`,
  again: (what: string): string => `同一传感器再次触发：${what}`,
  recovered: (value: string, at: string, peak: string | null): string =>
    `读数已于 ${at} 恢复正常，现为 ${value}${peak === null ? '' : `，期间极值 ${peak}`}。请现场核实后再办结。`,
  spokeAgain: (at: string): string => `传感器已于 ${at} 恢复上报。`,
  urgent: (name: string): string => `传感器“${name}”报警`,
  with: (value: number, unit: string): string => `${Math.round(value * 100) / 100}${unit}`,
} as const
