import { type Static, Type } from 'typebox'
import { OrNull, SaidView } from '../../../kernel/cases/model/views.ts'
import { conditions, readingFaults, sensorKinds } from './sensor.ts'

const Text = Type.String()
const TextOrNull = OrNull(Text)
const NumberOrNull = OrNull(Type.Number())
const SECONDS_MOST = 30 * 24 * 3_600

const sensorFields = {
  name: Type.String({ minLength: 1, maxLength: 60, title: '名称' }),
  kind: Type.Enum([...sensorKinds], { title: '种类' }),
  unit: Type.String({ maxLength: 12, title: '单位' }),
  place: Type.String({ minLength: 2, maxLength: 200, title: '位置' }),
  area: OrNull(Type.String({ maxLength: 60, title: '属地', pattern: '^\\d{6,12}(/\\d{6,12})*$' })),
  lat: OrNull(Type.Number({ minimum: -90, maximum: 90, title: '纬度' })),
  long: OrNull(Type.Number({ minimum: -180, maximum: 180, title: '经度' })),
  scale: Type.Number({ title: '校准系数' }),
  shift: Type.Number({ title: '校准偏移' }),
  maintenanceUntil: OrNull(
    Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$', title: '检修至' }),
  ),
  keepDays: Type.Integer({ minimum: 1, maximum: 3_660, title: '读数保存天数' }),
  active: Type.Boolean({ title: '启用' }),
}
export const SensorBody = Type.Object(sensorFields, { additionalProperties: false, title: 'SensorDraft' })
export type SensorBody = Static<typeof SensorBody>

export const SensorView = Type.Object(
  {
    id: Text,
    ...sensorFields,
    component: OrNull(Type.String({ description: 'the code of the component that it was bound to by hand' })),
    lastAt: TextOrNull,
    lastValue: NumberOrNull,
    /** normal, rising (a rule is about to be broken), alarm, silent, maintenance, off, never (it has not spoken yet). */
    state: Type.Enum(['normal', 'rising', 'alarm', 'silent', 'maintenance', 'off', 'never']),
  },
  { title: 'Sensor' },
)
export type SensorView = Static<typeof SensorView>

const ruleFields = {
  kind: Type.Enum([...sensorKinds], { title: '种类' }),
  sensor: OrNull(Type.String({ maxLength: 60, title: '传感器' })),
  when: Type.Enum([...conditions], { title: '条件' }),
  mark: Type.Number({ title: '触发值' }),
  clear: Type.Number({ title: '恢复值' }),
  hold: Type.Integer({ minimum: 0, maximum: SECONDS_MOST, title: '持续时间（秒）' }),
  clearHold: Type.Integer({ minimum: 0, maximum: SECONDS_MOST, title: '恢复持续时间（秒）' }),
  matter: Type.String({ pattern: '^matter_[0-9a-z_-]{1,60}$', title: '立案事项' }),
  title: Type.String({ minLength: 2, maxLength: 30, title: '案件标题' }),
  urgent: Type.Boolean({ title: '紧急' }),
  active: Type.Boolean({ title: '启用' }),
}
export const RuleBody = Type.Object(
  { ...ruleFields, version: Type.Integer({ minimum: 0, description: 'the version that was seen; 0 for a new rule' }) },
  { additionalProperties: false, title: 'SensorRuleDraft' },
)
export type RuleBody = Static<typeof RuleBody>

export const RuleView = Type.Object(
  { id: Text, version: Type.Integer(), ...ruleFields, matterName: OrNull(SaidView) },
  { title: 'SensorRule' },
)
export type RuleView = Static<typeof RuleView>

/** `matters`: what a rule may open today. */
export const RulesView = Type.Object(
  { rows: Type.Array(RuleView), matters: Type.Array(Type.Object({ id: Text, name: SaidView })) },
  { title: 'SensorRules' },
)
export type RulesView = Static<typeof RulesView>

export const RuleVersionView = Type.Object(
  { version: Type.Integer(), ...ruleFields, changedAt: Text, changedBy: Text },
  { title: 'SensorRuleVersion' },
)

export const PreviewView = Type.Object(
  {
    sensors: Type.Integer(),
    readings: Type.Integer(),
    rows: Type.Array(Type.Object({ sensor: Text, raisedAt: Text, recoveredAt: TextOrNull, peak: NumberOrNull })),
  },
  { title: 'SensorRulePreview' },
)
export type PreviewView = Static<typeof PreviewView>

export const ChartView = Type.Object(
  {
    from: Text,
    to: Text,
    rows: Type.Array(Type.Object({ at: Text, low: Type.Number(), high: Type.Number(), mean: Type.Number() })),
  },
  { title: 'SensorChart' },
)
export type ChartView = Static<typeof ChartView>

/** The curve behind a case. `times`: how often the rule was raised; `recoveredAt` null: it still is. */
export const MeasuredView = Type.Object(
  {
    sensor: Type.Object({ id: Text, name: Text, unit: Text }),
    when: Type.Enum([...conditions]),
    mark: NumberOrNull,
    times: Type.Integer(),
    beganAt: Text,
    recoveredAt: TextOrNull,
    peak: NumberOrNull,
    chart: ChartView,
  },
  { title: 'SensorBehindCase' },
)
export type MeasuredView = Static<typeof MeasuredView>

export const EpisodeView = Type.Object(
  {
    id: Text,
    sensor: Text,
    rule: Text,
    case: Text,
    number: TextOrNull,
    settled: OrNull(Type.Boolean()),
    beganAt: Text,
    raisedAt: Text,
    recoveredAt: TextOrNull,
    value: NumberOrNull,
    peak: NumberOrNull,
  },
  { title: 'SensorEpisode' },
)
export type EpisodeView = Static<typeof EpisodeView>

export const FaultView = Type.Object(
  { sensor: Text, fault: Type.Enum([...readingFaults]), count: Type.Integer(), lastAt: Text },
  { title: 'SensorFault' },
)
export type FaultView = Static<typeof FaultView>

export const READINGS_MOST = 5_000

export const ReadingsBody = Type.Object(
  {
    readings: Type.Array(Type.Unknown({ description: '{ sensor, at?, value }' }), {
      minItems: 1,
      maxItems: READINGS_MOST,
      title: '读数',
    }),
    atomic: Type.Optional(Type.Boolean({ title: '有错则全部不收' })),
  },
  { additionalProperties: false, title: 'SensorReadings' },
)
export const ReadingsTaken = Type.Object(
  {
    stored: Type.Integer(),
    repeated: Type.Integer({ description: 'were there already' }),
    faults: Type.Array(
      Type.Object({ row: Type.Integer({ description: 'counted from 1' }), sensor: Text, fault: Text, said: SaidView }),
    ),
  },
  { title: 'SensorReadingsTaken' },
)
