import { FollowBox } from '../../../modules/orders/pages/resident/FollowBox.tsx'
import { FrontDoor } from '../../../modules/orders/pages/resident/FrontDoor.tsx'
import { OpenOrders } from '../../../modules/orders/pages/resident/OpenOrders.tsx'
import type { Said } from '../../../platform/words.ts'
import { useAppearance } from '../../../ui/appearance.tsx'
import { Go } from '../../../ui/parts/Go.tsx'
import { Icon, type IconName } from '../../../ui/parts/Icon.tsx'
import { Lead, Sheet, Soft, Stack } from '../../../ui/parts/layout.tsx'
import { useTongue } from '../../../ui/tongue.tsx'
import { residentWords as words } from '../words.ts'
import './Home.css'

const phones = [
  { number: '110', what: words.police },
  { number: '119', what: words.fire },
  { number: '120', what: words.ambulance },
  { number: '122', what: words.traffic },
]

const promises: readonly { icon: IconName; title: Said; text: Said }[] = [
  { icon: 'clock', title: words.promise1, text: words.promise1Text },
  { icon: 'shield', title: words.promise2, text: words.promise2Text },
  { icon: 'person', title: words.promise3, text: words.promise3Text },
]

const way: readonly { title: Said; text: Said }[] = [
  { title: words.way1, text: words.way1Text },
  { title: words.way2, text: words.way2Text },
  { title: words.way3, text: words.way3Text },
  { title: words.way4, text: words.way4Text },
]

/** In large type the page says one thing: what is it about. The rest is a press away. */
export function Home() {
  const { t } = useTongue()
  const { elder } = useAppearance()
  return (
    <div className="home">
      <Stack>
        <section className="home-ask">
          <h1>{t(words.ask)}</h1>
          <Lead>{t(words.askLead)}</Lead>
          <FrontDoor />
          <Phones />
        </section>
        <OpenOrders />
        <Doors />
        {elder ? <ToFollow /> : <FollowBox />}
      </Stack>
      {elder ? null : (
        <Stack>
          <Way />
          <Promises />
        </Stack>
      )}
    </div>
  )
}

function ToFollow() {
  const { t } = useTongue()
  return (
    <Go to="/follow" look="plain" icon="search" wide>
      {t(words.follow)}
    </Go>
  )
}

/** The other ways in: a printed code, and what was done near by. */
function Doors() {
  const { t } = useTongue()
  return (
    <nav className="home-doors" aria-label={t(words.doors)}>
      <Go to="/scan" look="plain" icon="scan" wide>
        {t(words.scan)}
      </Go>
      <Go to="/public" look="plain" icon="board" wide>
        {t(words.results)}
      </Go>
    </nav>
  )
}

function Promises() {
  const { t } = useTongue()
  return (
    <Sheet title={t(words.promise)}>
      {promises.map(({ icon, title, text }) => (
        <div className="home-promise" key={title.en}>
          <Icon name={icon} size="1.5em" />
          <div>
            <strong>{t(title)}</strong>
            <div>
              <Soft>{t(text)}</Soft>
            </div>
          </div>
        </div>
      ))}
    </Sheet>
  )
}

/** Whoever is in danger does not write. */
function Phones() {
  const { t } = useTongue()
  return (
    <nav className="home-urgent" aria-label={t(words.urgent)}>
      <span>{t(words.urgent)}</span>
      {phones.map(({ number, what }) => (
        <a className="home-phone" key={number} href={`tel:${number}`}>
          <strong>{number}</strong> {t(what)}
        </a>
      ))}
    </nav>
  )
}

/** What becomes of it, in four steps. */
function Way() {
  const { t } = useTongue()
  return (
    <Sheet title={t(words.way)}>
      <ol className="home-way">
        {way.map(({ title, text }) => (
          <li key={title.en}>
            <strong>{t(title)}</strong>
            <Soft>{t(text)}</Soft>
          </li>
        ))}
      </ol>
      <Go to="/promises" look="plain" icon="clock">
        {t(words.times)}
      </Go>
      <Soft>
        {t(words.hotlineText)} <Go to="tel:12345">12345</Go>
      </Soft>
    </Sheet>
  )
}
