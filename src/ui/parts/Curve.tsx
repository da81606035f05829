import './Curve.css'

const WIDE = 800
const HIGH = 234
const LEFT = 52
const FOOT = 24
/** Above the curve stands its unit, however long: beside the figures it would be cut. */
const TOP = 24

type Part = { readonly at: string; readonly low: number; readonly high: number; readonly mean: number }

type Props = {
  /** What the curve shows, for who does not see it; told its lowest and highest value. */
  label(low: string, high: string): string
  unit: string
  /** The span of time, ISO instants. */
  from: string
  to: string
  rows: readonly Part[]
  /** Values that are drawn across, such as those of a rule. */
  marks: readonly number[]
  /** How a moment is written. */
  time(at: string): string
  /** Said where nothing was measured. */
  empty: string
}

/** What was measured in a span: the mean as a line, the lowest and highest of each part as a band. */
export function Curve({ label, unit, from: begin, to: end, rows, marks, time, empty }: Props) {
  if (rows.length === 0) return <p>{empty}</p>
  const low = Math.min(...rows.map((row) => row.low), ...marks)
  const high = Math.max(...rows.map((row) => row.high), ...marks)
  const room = (high - low) * 0.08 || 1
  const [from, to] = [Date.parse(begin), Date.parse(end)]
  const x = (at: string) => LEFT + Math.max(0, (Date.parse(at) - from) / (to - from)) * (WIDE - LEFT)
  const y = (value: number) => TOP + ((high + room - value) / (high - low + 2 * room)) * (HIGH - TOP - FOOT)
  const figure = (value: number) => String(Math.round(value * 100) / 100)
  const shown = (value: number) => `${figure(value)}${unit}`
  const path = (points: readonly string[]) => `M${points.join('L')}`
  const line = rows.map((row) => `${x(row.at).toFixed(1)},${y(row.mean).toFixed(1)}`)
  const above = rows.map((row) => `${x(row.at).toFixed(1)},${y(row.high).toFixed(1)}`)
  const below = rows.map((row) => `${x(row.at).toFixed(1)},${y(row.low).toFixed(1)}`).reverse()
  return (
    <svg className="curve" viewBox={`0 0 ${WIDE} ${HIGH}`} role="img" aria-label={label(shown(low), shown(high))}>
      <line className="edge" x1={LEFT} x2={WIDE} y1={HIGH - FOOT} y2={HIGH - FOOT} />
      <path className="band" d={`${path([...above, ...below])}Z`} />
      <path className="line" d={path(line)} />
      {marks.map((mark) => (
        <line key={mark} className="mark" x1={LEFT} x2={WIDE} y1={y(mark)} y2={y(mark)} />
      ))}
      {[low, high].map((value) => (
        <text key={value} x={LEFT - 6} y={y(value) + 4} textAnchor="end">
          {figure(value)}
        </text>
      ))}
      <text x="0" y="11">
        {unit}
      </text>
      <text x={LEFT} y={HIGH - 6}>
        {time(begin)}
      </text>
      <text x={WIDE} y={HIGH - 6} textAnchor="end">
        {time(end)}
      </text>
    </svg>
  )
}
