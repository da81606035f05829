import { Outlet } from '@tanstack/react-router'
import { AlarmBar } from '../../kernel/cases/pages/desk/alarm/AlarmBar.tsx'
import { useMe } from '../../kernel/people/pages/me.ts'
import { formatDay, localDay, localTime } from '../../kernel/worktime/rules.ts'
import { usePageTitle } from '../../ui/routing/pages.tsx'
import { usePlace } from '../../ui/routing/place.ts'
import { useTongue } from '../../ui/tongue.tsx'
import { useCity, useCityNow } from '../city.ts'
import { sceneOf } from './boards.ts'
import './Shell.css'
import { screenWords as words } from './words.ts'

/** The frame of the wall: whose city, and what time it is there. */
export function Shell() {
  const { t } = useTongue()
  const { search, path } = usePlace()
  const city = useCity().data
  const me = useMe().data
  const face = city ? `${city.name} ${t(words.face)}` : t(words.face)
  usePageTitle(face, path === '/' ? sceneOf(search.scene)?.title : undefined)
  return (
    <div className="wall" data-kiosk={search.kiosk !== undefined}>
      <header className="wall-top">
        <h1 className="wall-title">
          <img src="/icon.svg" alt="" width="40" height="40" />
          {face}
        </h1>
        <WallClock />
      </header>
      <main className="wall-main" id="content" tabIndex={-1}>
        <Outlet />
      </main>
      {me?.kind === 'staff' ? (
        <aside className="wall-alarm">
          <AlarmBar answers={false} />
        </aside>
      ) : null}
    </div>
  )
}

function WallClock() {
  const { t } = useTongue()
  const now = useCityNow()
  const day = localDay(now)
  const weekday = t(words.weekdays).split(',')[new Date(day).getUTCDay()]
  return (
    <div className="wall-clock">
      <span className="wall-day">
        {t(formatDay(day))} {weekday}
      </span>
      <time className="wall-time" dateTime={now}>
        {localTime(now)}:{now.slice(17, 19)}
      </time>
    </div>
  )
}
