import { lazy, Suspense } from 'react'
import { Go } from '../../ui/parts/Go.tsx'
import { Page, Row } from '../../ui/parts/layout.tsx'
import { useTongue } from '../../ui/tongue.tsx'
import { CasePage } from './exhibits/CasePage.tsx'
import { Choices } from './exhibits/Choices.tsx'
import { Figured } from './exhibits/Figured.tsx'
import { Kept } from './exhibits/Kept.tsx'
import { Lists } from './exhibits/Lists.tsx'
import { Mapped } from './exhibits/Mapped.tsx'
import { Pressing } from './exhibits/Pressing.tsx'
import { SchemaDrawn } from './exhibits/SchemaDrawn.tsx'
import { States } from './exhibits/States.tsx'
import { Town } from './exhibits/Town.tsx'
import { Way, WayLyingDown } from './exhibits/Way.tsx'
import { Writing } from './exhibits/Writing.tsx'
import './gallery.css'
import { addressOf, nameOf, type Outfit, outfits } from './outfit.ts'
import { galleryWords } from './words.ts'

const Antd = lazy(async () => ({ default: (await import('./exhibits/Antd.tsx')).Antd }))

/** Every part in every state, dressed as the address says. The map has a room of its own: it takes a machine's whole attention. */
export function Gallery({ outfit, room }: { outfit: Outfit; room: string | null }) {
  const { t } = useTongue()
  const isMap = room === 'map'
  return (
    <main className="gallery">
      <Page title={t(galleryWords.title)} lead={t(galleryWords.lead)} wide>
        <nav aria-label={t(galleryWords.title)}>
          <Row>
            {outfits.map((other) => (
              <Go
                key={nameOf(other)}
                to={addressOf(other, room)}
                look={nameOf(other) === nameOf(outfit) ? 'primary' : 'plain'}
              >
                {nameOf(other)}
              </Go>
            ))}
            <Go to={addressOf(outfit, 'town')} look="plain">
              {t(galleryWords.town)}
            </Go>
            <Go to={addressOf(outfit, isMap ? null : 'map')} look="plain">
              {t(isMap ? galleryWords.allParts : galleryWords.map)}
            </Go>
          </Row>
        </nav>
        {room === 'town' ? <Town /> : isMap ? <Mapped /> : <Parts outfit={outfit} />}
      </Page>
    </main>
  )
}

function Parts({ outfit }: { outfit: Outfit }) {
  return (
    <>
      <WayLyingDown />
      {outfit.theme === 'desk' ? (
        <Suspense>
          <Antd outfit={outfit} />
        </Suspense>
      ) : null}
      <div className="gallery-rooms">
        <Pressing />
        <Writing />
        <Choices />
        <SchemaDrawn />
        <Way />
        <CasePage />
        <Figured />
        <Lists />
        <Kept theme={outfit.theme} />
        <States />
      </div>
    </>
  )
}
