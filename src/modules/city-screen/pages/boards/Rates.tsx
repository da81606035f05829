import { Figure, Figures } from '../../../../ui/parts/Figure.tsx'
import { Loaded } from '../../../../ui/parts/states.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import { toneOf, useAddresses, useBoard } from '../reads.ts'
import '../screen.css'
import { Rate } from './Facts.tsx'

/** What stands now, and every published rate of the last days. */
export function Rates() {
  const { t, count } = useTongue()
  const { figureAddress } = useAddresses()
  return (
    <Loaded read={useBoard()}>
      {({ rates, standing, from, to }) => (
        <div className="rates-board">
          <Figures>
            {standing.map((figure) => (
              <Figure
                key={figure.key}
                label={t(figure.title)}
                value={count(figure.numerator)}
                tone={toneOf(figure)}
                to={figureAddress(figure.key)}
              />
            ))}
          </Figures>
          <div className="rates-grid">
            {rates.map((figure) => (
              <Rate key={figure.key} figure={figure} from={from} to={to} />
            ))}
          </div>
        </div>
      )}
    </Loaded>
  )
}
