import { localTime } from '../../../../kernel/worktime/rules.ts'
import type { Day, Instant } from '../../../../platform/time.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Loaded } from '../../../../ui/parts/states.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import { useMoment } from '../moment.ts'
import { useAddresses, useBoard } from '../reads.ts'
import { dayBefore } from '../useReplay.ts'
import '../screen.css'
import { screenPageWords as words } from '../words.ts'
import { Bars } from './Bars.tsx'

/** After midnight all is nought: that is said, and yesterday is one press away. */
function NothingYet({ day }: { day: Day }) {
  const { t } = useTongue()
  const { setSearch } = usePlace()
  const isThen = useMoment() !== null
  return (
    <p className="flow-none">
      {t(words.sinceMidnight)}
      {isThen ? null : (
        <Button kind="quiet" onPress={() => setSearch({ day: dayBefore(day), minute: '1440' })}>
          {t(words.seeYesterday)}
        </Button>
      )}
    </p>
  )
}

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
            {today.figures.every(({ numerator }) => numerator === 0) ? <NothingYet day={today.day as Day} /> : null}
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
