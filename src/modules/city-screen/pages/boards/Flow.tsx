import { localTime } from '../../../../kernel/worktime/rules.ts'
import type { Instant } from '../../../../platform/time.ts'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Loaded } from '../../../../ui/parts/states.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import { useAddresses, useBoard } from '../reads.ts'
import '../screen.css'
import { screenPageWords as words } from '../words.ts'
import { Bars } from './Bars.tsx'

/** What came, was accepted, answered and closed today, hour by hour, all on one scale. */
export function Flow() {
  const { t, count } = useTongue()
  const { figureAddress } = useAddresses()
  return (
    <Loaded read={useBoard()}>
      {({ today, asOf }) => {
        const most = Math.max(1, ...today.hours.flatMap(({ n }) => n))
        const until = Number(localTime(asOf as Instant).slice(0, 2))
        return (
          <div className="flow">
            <ul className="flow-rows">
              {today.figures.map(({ key, title, numerator }) => (
                <li key={key}>
                  <Go className="flow-row" to={figureAddress(key, { from: today.day, to: today.day })}>
                    <span className="flow-name">{t(title)}</span>
                    <span className="flow-count">{count(numerator)}</span>
                    <Bars
                      counts={today.hours.find((row) => row.key === key)?.n ?? []}
                      most={most}
                      until={until}
                      label={`${t(title)} ${t(words.byHour)}`}
                    />
                  </Go>
                </li>
              ))}
            </ul>
            <div className="flow-hours" aria-hidden="true">
              {[0, 6, 12, 18].map((hour) => (
                <span key={hour}>
                  {hour}
                  {t(words.hour)}
                </span>
              ))}
            </div>
          </div>
        )
      }}
    </Loaded>
  )
}
