import { useTongue } from '../../../ui/tongue.tsx'
import type { Aspect } from '../model/kinds.ts'
import { aspectWords } from '../words/kinds.ts'
import { plannerWords } from './words/planner.ts'
import './six-aspects.css'

type Scored = { readonly aspect: Aspect; readonly score: number | null }
type Props = { label: string; aspects: readonly Scored[] }

const RADIUS = 100
const rings = [25, 50, 75, 100]

/** Where a share of 0 to 100 stands on one of the spokes, the first upward, clockwise. */
function spoke(at: number, of: number, share: number): readonly [number, number] {
  const turn = (2 * Math.PI * at) / of - Math.PI / 2
  return [Math.cos(turn) * RADIUS * (share / 100), Math.sin(turn) * RADIUS * (share / 100)]
}

/** The corners of a web over the spokes that have a share; those without are left out, not drawn at nought. */
const outline = (shares: readonly (number | null)[]): string =>
  shares
    .flatMap((share, at) => (share === null ? [] : [spoke(at, shares.length, share)]))
    .map((corner) => corner.map((one) => one.toFixed(1)).join(','))
    .join(' ')

/**
 * The six aspects as a web; the figures stand beside it for whoever does not see it. An aspect nobody asks for has a
 * dashed spoke, no corner, and says that it is not measured.
 */
export function SixAspects({ label, aspects }: Props) {
  const { t } = useTongue()
  return (
    <figure className="six" aria-label={label}>
      <svg viewBox="-165 -130 330 260" aria-hidden="true">
        {rings.map((share) => (
          <polygon key={share} className="six-ring" points={outline(aspects.map(() => share))} />
        ))}
        {aspects.map(({ aspect, score }, at) => {
          const [x, y] = spoke(at, aspects.length, 100)
          return <line key={aspect} className="six-ring" data-none={score === null} x1="0" y1="0" x2={x} y2={y} />
        })}
        <polygon className="six-shape" points={outline(aspects.map(({ score }) => score))} />
        {aspects.map(({ aspect, score }, at) => {
          const [x, y] = spoke(at, aspects.length, score ?? 0)
          return score === null ? null : <circle key={aspect} className="six-corner" cx={x} cy={y} r="4" />
        })}
        {aspects.map(({ aspect, score }, at) => {
          const [x, y] = spoke(at, aspects.length, 122)
          return (
            <text
              key={aspect}
              className="six-name"
              data-none={score === null}
              x={x}
              y={y}
              textAnchor="middle"
              dominantBaseline="middle"
            >
              {t(aspectWords[aspect])}
            </text>
          )
        })}
      </svg>
      <figcaption>
        <dl className="six-figures">
          {aspects.map(({ aspect, score }) => (
            <div key={aspect}>
              <dt>{t(aspectWords[aspect])}</dt>
              <dd>{score === null ? t(plannerWords.notMeasured) : score.toFixed(0)}</dd>
            </div>
          ))}
        </dl>
      </figcaption>
    </figure>
  )
}
