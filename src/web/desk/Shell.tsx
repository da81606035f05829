import { Outlet } from '@tanstack/react-router'
import { Drawer } from 'antd'
import { useState } from 'react'
import { AlarmBar } from '../../kernel/cases/pages/desk/alarm/AlarmBar.tsx'
import { useMe } from '../../kernel/people/pages/me.ts'
import { useAppearance } from '../../ui/appearance.tsx'
import { Button } from '../../ui/parts/Button.tsx'
import { Go } from '../../ui/parts/Go.tsx'
import { LanguageSwitch } from '../../ui/parts/LanguageSwitch.tsx'
import { usePageTitle } from '../../ui/routing/pages.tsx'
import { useTongue } from '../../ui/tongue.tsx'
import { uiWords } from '../../ui/words.ts'
import { useCity } from '../city.ts'
import { DemoClock } from './DemoClock.tsx'
import { has } from './pages.ts'
import { Palette } from './palette/Palette.tsx'
import { Rail } from './Rail.tsx'
import { SearchBox } from './SearchBox.tsx'
import './Shell.css'
import { UserMenu } from './UserMenu.tsx'
import { deskWords as words } from './words.ts'

/** Who sits at the duty desk: the light burns for them until one has answered. */
const onDuty = ['intake', 'intake-head', 'dispatcher', 'supervisor']

export function Shell() {
  const { t, tongue } = useTongue()
  const city = useCity().data
  const me = useMe().data
  const [open, setOpen] = useState(false)
  const face = city ? `${city.name}${tongue === 'en' ? ' ' : ''}${t(words.face)}` : t(words.face)
  usePageTitle(face)
  const staff = me?.kind === 'staff' ? me : null
  return (
    <div className="desk" data-in={staff !== null}>
      <a className="desk-skip" href="#content">
        {t(uiWords.skip)}
      </a>
      <header className="desk-top">
        <span className="desk-menu">
          {staff ? (
            <Button kind="quiet" icon="list" name={t(words.openNavigation)} onPress={() => setOpen(true)}>
              {null}
            </Button>
          ) : null}
        </span>
        <Go to="/" className="desk-brand" name={face}>
          <img src="/icon.svg" alt="" width="26" height="26" />
          <span>{face}</span>
        </Go>
        {staff && has('/search') ? <SearchBox /> : null}
        <div className="desk-tools">
          {city?.demo ? staff ? <DemoClock me={staff} /> : <span className="desk-demo">{t(words.demo)}</span> : null}
          {staff ? <Palette me={staff} /> : null}
          <ToneSwitch />
          <LanguageSwitch />
          {staff ? <UserMenu me={staff} /> : null}
        </div>
      </header>
      {staff ? (
        <nav className="desk-rail" aria-label={t(words.navigation)}>
          <Rail me={staff} />
        </nav>
      ) : null}
      <Drawer open={open} onClose={() => setOpen(false)} placement="left" title={face} size={264}>
        {staff ? <Rail me={staff} onGo={() => setOpen(false)} /> : null}
      </Drawer>
      <main className="desk-main" id="content" tabIndex={-1}>
        {staff?.capacities.some((one) => onDuty.includes(one)) ? <AlarmBar answers /> : null}
        <Outlet />
      </main>
    </div>
  )
}

function ToneSwitch() {
  const { t } = useTongue()
  const { tone, chooseTone } = useAppearance()
  const next = tone === 'dark' ? 'light' : 'dark'
  return (
    <Button
      kind="quiet"
      icon={next === 'dark' ? 'moon' : 'sun'}
      name={t(next === 'dark' ? words.toDark : words.toLight)}
      onPress={() => chooseTone(next)}
    >
      {null}
    </Button>
  )
}
