import { formatInstant } from '../../../../kernel/worktime/rules.ts'
import type { Instant } from '../../../../platform/time.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { ChartView } from '../../model/views.ts'
import { sensorWords as words } from './words/sensors.ts'
import './Chart.css'

const WIDE = 800
const HIGH = 220
const LEFT = 52
const FOOT = 24
const TOP = 10

type Props = { name: string; unit: string; chart: ChartView; marks: readonly number[] }

/** What a sensor measured: the mean as a line, the lowest and highest of each part as a band, the marks of its rules. */
export function Chart({ name, unit, chart, marks }: Props) {
  const { t } = useTongue()
  const { rows } = chart
  if (rows.length === 0) return <p>{t(words.noReadings)}</p>
  const low = Math.min(...rows.map((row) => row.low), ...marks)
  const high = Math.max(...rows.map((row) => row.high), ...marks)
  const room = (high - low) * 0.08 || 1
  const [from, to] = [Date.parse(chart.from), Date.parse(chart.to)]
  const x = (at: string) => LEFT + ((Date.parse(at) - from) / (to - from)) * (WIDE - LEFT)
  const y = (value: number) => TOP + ((high + room - value) / (high - low + 2 * room)) * (HIGH - TOP - FOOT)
  const shown = (value: number) => `${Math.round(value * 100) / 100}${unit}`
  const path = (points: readonly string[]) => `M${points.join('L')}`
  const line = rows.map((row) => `${x(row.at).toFixed(1)},${y(row.mean).toFixed(1)}`)
  const above = rows.map((row) => `${x(row.at).toFixed(1)},${y(row.high).toFixed(1)}`)
  const below = rows.map((row) => `${x(row.at).toFixed(1)},${y(row.low).toFixed(1)}`).reverse()
  return (
    <svg
      className="sensor-chart"
      viewBox={`0 0 ${WIDE} ${HIGH}`}
      role="img"
      aria-label={t(words.chart(name, shown(low), shown(high)))}
    >
      <line className="edge" x1={LEFT} x2={WIDE} y1={HIGH - FOOT} y2={HIGH - FOOT} />
      <path className="band" d={`${path([...above, ...below])}Z`} />
      <path className="line" d={path(line)} />
      {marks.map((mark) => (
        <line key={mark} className="mark" x1={LEFT} x2={WIDE} y1={y(mark)} y2={y(mark)} />
      ))}
      {[low, high].map((value) => (
        <text key={value} x={LEFT - 6} y={y(value) + 4} textAnchor="end">
          {shown(value)}
        </text>
      ))}
      <text x={LEFT} y={HIGH - 6}>
        {t(formatInstant(chart.from as Instant))}
      </text>
      <text x={WIDE} y={HIGH - 6} textAnchor="end">
        {t(formatInstant(chart.to as Instant))}
      </text>
    </svg>
  )
}
