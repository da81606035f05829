import { said } from '../../../../../platform/words.ts'

/** The curve of the sensor behind a case. */
export const measuredWords = {
  title: said('传感器读数', 'What the sensor measured'),
  sensor: said('传感器', 'Sensor'),
  mark: said('触发值', 'Mark'),
  peak: said('极值', 'Peak'),
  began: said('开始', 'Began'),
  over: said('恢复', 'Recovered'),
  notYet: said('尚未恢复', 'Not yet'),
  times: (count: number) => said(`触发 ${count} 次`, `Raised ${count} times`),
  raised: said('触发', 'Raised'),
  lasts: said(
    '读数还没有恢复，请到现场看清楚再反馈。',
    'The readings have not recovered: look on the spot before you report it done.',
  ),
  silent: said('传感器失联，没有读数。', 'The sensor has fallen silent.'),
  curve: (name: string, low: string, high: string) =>
    said(`${name}的读数，最低 ${low}，最高 ${high}`, `Readings of ${name}, from ${low} to ${high}`),
  none: said('这段时间没有读数', 'No readings in this span'),
} as const
