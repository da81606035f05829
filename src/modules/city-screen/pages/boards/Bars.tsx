const HEIGHT = 40
const STEP = 10

/** A day as 24 bars; what is still to come is a line on the ground. Drawn for the eye, said by its label. */
export function Bars({
  counts,
  most,
  until,
  label,
}: {
  counts: readonly number[]
  most: number
  until: number
  label: string
}) {
  const height = (n: number) => (most === 0 || n === 0 ? 0 : Math.max(3, (n / most) * HEIGHT))
  return (
    <svg
      className="bars"
      viewBox={`0 0 ${24 * STEP} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      {Array.from({ length: 24 }, (_, hour) => ({ hour, n: counts[hour] ?? 0 })).map(({ hour, n }) => (
        <rect
          key={hour}
          data-state={hour > until ? 'ahead' : n > 0 ? 'some' : 'none'}
          x={hour * STEP + 1}
          y={HEIGHT - (height(n) || 1)}
          width={STEP - 2}
          height={height(n) || 1}
        />
      ))}
    </svg>
  )
}
