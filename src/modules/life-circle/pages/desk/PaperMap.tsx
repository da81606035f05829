import { polygonsOf, type Ring, type Surface } from '../../../../platform/geo/shapes.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { ReportMap } from '../../model/report.ts'
import { labelPoint, type Sheet, sheetOf } from '../../rules/paper.ts'
import { reportWords as words } from '../words/report.ts'

type Shaded = { readonly code: string; readonly name: string; readonly surface: Surface; readonly share: number | null }
type Props = {
  title: string
  note: string
  areas: readonly Shaded[]
  facilities?: ReportMap['facilities']
  gaps?: ReportMap['gaps']
}

const classes = [0, 1, 2, 3, 4] as const
const classOf = (share: number | null) => (share === null ? 'none' : Math.min(4, Math.floor(share * 5)))

/** A map of lines and fills that prints as sharp as the paper: areas by share, facilities as dots, gaps as squares. */
export function PaperMap({ title, note, areas, facilities = [], gaps = [] }: Props) {
  const { t } = useTongue()
  const sheet = sheetOf(areas.map(({ surface }) => surface))
  if (!sheet) return null
  return (
    <figure className="paper-map">
      <figcaption>
        <strong>{title}</strong>
        <span>{note}</span>
      </figcaption>
      <svg viewBox={`0 0 ${sheet.width} ${sheet.height}`} role="img" aria-label={title}>
        {areas.map(({ code, surface, share }) => (
          <path key={code} className="paper-area" data-class={classOf(share)} d={pathOf(sheet, surface)} />
        ))}
        <Gaps sheet={sheet} gaps={gaps} />
        {facilities.map(({ lng, lat }) => {
          const [x, y] = sheet.place([lng, lat])
          return <circle key={`${lng} ${lat}`} className="paper-facility" cx={x} cy={y} r="3" />
        })}
        <Names sheet={sheet} areas={areas} />
        <line className="paper-scale" x1="8" x2={8 + sheet.kilometre} y1={sheet.height - 6} y2={sheet.height - 6} />
        <text className="paper-scale-name" x="8" y={sheet.height - 10}>
          1 km
        </text>
        <text className="paper-scale-name" x={sheet.width - 16} y="14">
          ↑{t(words.north)}
        </text>
      </svg>
      <Legend withPlaces={facilities.length > 0 || gaps.length > 0} />
    </figure>
  )
}

const pathOf = ({ place }: Sheet, surface: Surface): string =>
  polygonsOf(surface)
    .flat()
    .map((ring: Ring) => `M${ring.map((point) => place(point).map((one) => one.toFixed(1))).join('L')}Z`)
    .join('')

/** The side grows with the root of the people, so that the surface tells how many. */
function Gaps({ sheet, gaps }: { sheet: Sheet; gaps: ReportMap['gaps'] }) {
  const most = gaps.reduce((max, { people }) => Math.max(max, people), 1)
  return gaps.map(({ lng, lat, people }) => {
    const [x, y] = sheet.place([lng, lat])
    const side = 1 + 4 * Math.sqrt(people / most)
    const key = `${lng} ${lat}`
    return <rect key={key} className="paper-gap" x={x - side / 2} y={y - side / 2} width={side} height={side} />
  })
}

const Names = ({ sheet, areas }: { sheet: Sheet; areas: readonly Shaded[] }) =>
  areas.map(({ code, name, surface, share }) => {
    const point = labelPoint(surface)
    if (!point) return null
    const [x, y] = sheet.place(point)
    return (
      <text key={code} className="paper-name" x={x} y={y} textAnchor="middle">
        {name} {share === null ? '—' : `${(share * 100).toFixed(0)}%`}
      </text>
    )
  })

function Legend({ withPlaces }: { withPlaces: boolean }) {
  const { t } = useTongue()
  return (
    <ul className="paper-legend">
      {classes.map((one) => (
        <li key={one}>
          <svg viewBox="0 0 12 12" aria-hidden="true">
            <rect className="paper-area" data-class={one} width="12" height="12" />
          </svg>
          {one * 20}–{one * 20 + 20}%
        </li>
      ))}
      {withPlaces ? (
        <>
          <li>
            <svg viewBox="0 0 12 12" aria-hidden="true">
              <circle className="paper-facility" cx="6" cy="6" r="4" />
            </svg>
            {t(words.facility)}
          </li>
          <li>
            <svg viewBox="0 0 12 12" aria-hidden="true">
              <rect className="paper-gap" x="3" y="3" width="6" height="6" />
            </svg>
            {t(words.gap)}
          </li>
        </>
      ) : null}
    </ul>
  )
}
