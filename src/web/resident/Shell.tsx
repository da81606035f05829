import { Outlet } from '@tanstack/react-router'
import type { Said } from '../../platform/words.ts'
import { useAppearance } from '../../ui/appearance.tsx'
import { Button } from '../../ui/parts/Button.tsx'
import { Go } from '../../ui/parts/Go.tsx'
import { Icon, type IconName } from '../../ui/parts/Icon.tsx'
import { LanguageSwitch } from '../../ui/parts/LanguageSwitch.tsx'
import { ReadAloud } from '../../ui/parts/ReadAloud.tsx'
import { usePageTitle } from '../../ui/routing/pages.tsx'
import { usePlace } from '../../ui/routing/place.ts'
import { useTongue } from '../../ui/tongue.tsx'
import { uiWords } from '../../ui/words.ts'
import { useCity } from '../city.ts'
import { Bands } from './Bands.tsx'
import { has } from './pages.ts'
import './Shell.css'
import { residentWords as words } from './words.ts'

/** The tabs, in their order; one that has no page yet does not show. */
const tabs: readonly { to: string; icon: IconName; label: Said }[] = [
  { to: '/', icon: 'home', label: words.home },
  { to: '/write', icon: 'pen', label: words.write },
  { to: '/mine', icon: 'list', label: words.mine },
  { to: '/public', icon: 'board', label: words.public },
]

export function Shell() {
  const { t } = useTongue()
  const { elder } = useAppearance()
  const city = useCity().data
  usePageTitle(city ? `${city.name} ${t(words.face)}` : t(words.face))
  return (
    <div className="resident">
      <a className="skip" href="#content">
        {t(uiWords.skip)}
      </a>
      <TopBar name={city?.name} demo={city?.demo ?? false} />
      <main className="resident-main" id="content" tabIndex={-1}>
        <Outlet />
      </main>
      <DemoBand demo={city?.demo ?? false} />
      <div className="resident-foot">
        <Bands />
        {elder ? <Hotline /> : null}
        <TabBar />
      </div>
    </div>
  )
}

function TopBar({ name, demo }: { name: string | undefined; demo: boolean }) {
  const { t } = useTongue()
  const { elder, setElder } = useAppearance()
  return (
    <header className="resident-top">
      <div className="resident-top-line">
        <Go to="/" className="brand">
          <img className="brand-sign" src="/icon.svg" alt="" width="34" height="34" />
          <span>
            <span className="brand-name">{name ? `${name} ${t(words.face)}` : t(words.face)}</span>
            <span className="brand-motto">{t(demo ? words.demo : words.motto)}</span>
          </span>
        </Go>
        <div className="resident-tools">
          <Button kind="quiet" icon="type" pressed={elder} onPress={() => setElder(!elder)}>
            {t(elder ? words.elderOff : words.elderOn)}
          </Button>
          <LanguageSwitch />
          <Go to="/me" look="quiet" icon="person" name={t(words.account)}>
            {null}
          </Go>
        </div>
      </div>
    </header>
  )
}

/** Below the content: what comes with an answer must not push down what is being read. */
function DemoBand({ demo }: { demo: boolean }) {
  const { t } = useTongue()
  if (!demo) return null
  return (
    <aside className="demo-band" aria-label={t(words.demo)}>
      <p className="demo-line">
        <strong>{t(words.demo)}</strong> · {t(words.demoText)}
      </p>
    </aside>
  )
}

function TabBar() {
  const { t } = useTongue()
  const { path } = usePlace()
  const shown = tabs.flatMap((tab) => (has(tab.to) ? [tab] : []))
  return (
    <nav className="tabbar" aria-label={t(words.navigation)}>
      {shown.map(({ to, icon, label }) => (
        <Go key={to} to={to} current={isAt(path, to)}>
          <Icon name={icon} />
          <span>{t(label)}</span>
        </Go>
      ))}
    </nav>
  )
}

/** One's own notices and account belong to what is one's own. */
const isAt = (path: string, tab: string) =>
  tab === '/' ? path === '/' : path.startsWith(tab) || (tab === '/mine' && /^\/(me|notices|waiting)(\/|$)/.test(path))

/** In elder mode a number to call is always in sight. */
function Hotline() {
  const { t } = useTongue()
  return (
    <aside className="hotline-band" aria-label={t(words.hotline)}>
      <div className="hotline">
        <ReadAloud text={() => document.getElementById('content')?.innerText ?? ''} />
        <Go to="tel:12345" look="primary" icon="phone" name={`${t(words.hotline)} 12345`}>
          12345
        </Go>
      </div>
    </aside>
  )
}
