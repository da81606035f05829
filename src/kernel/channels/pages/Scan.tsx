import { useState } from 'react'
import { useRead } from '../../../ui/api/reads.ts'
import { Button } from '../../../ui/parts/Button.tsx'
import { Form, Lead, Page, Sheet } from '../../../ui/parts/layout.tsx'
import { Notice } from '../../../ui/parts/Notice.tsx'
import { TextField } from '../../../ui/parts/TextField.tsx'
import { usePlace } from '../../../ui/routing/place.ts'
import { useTongue } from '../../../ui/tongue.tsx'
import { wayOfScan } from '../rules/entries.ts'
import { Kinds } from './Entry.tsx'
import './scan.css'
import { useCamera } from './useCamera.ts'
import { entryWords as words } from './words.ts'

/** A printed code by the camera, or by its letters. A code that is not ours is never opened. */
export function Scan() {
  const { t } = useTongue()
  const { go } = usePlace()
  const district = useRead<{ district: string }>('/api/city').data?.district ?? ''
  const [foreign, setForeign] = useState(false)
  const camera = useCamera((text) => {
    const way = wayOfScan(text, district)
    if (way === null) setForeign(true)
    else go(way)
  })
  return (
    <Page title={t(words.title)} lead={t(words.lead)}>
      <Sheet>
        {camera.can ? (
          <>
            {camera.state === 'on' ? (
              <>
                <video ref={camera.video} className="scan-picture" muted playsInline aria-label={t(words.picture)} />
                <Lead>{t(words.aim)}</Lead>
              </>
            ) : null}
            <Button
              kind={camera.state === 'on' ? 'plain' : 'primary'}
              icon="camera"
              wide
              onPress={camera.state === 'on' ? camera.close : camera.open}
            >
              {t(camera.state === 'on' ? words.stop : words.open)}
            </Button>
          </>
        ) : (
          <Notice>{t(words.cannotScan)}</Notice>
        )}
        {camera.state === 'denied' ? (
          <Notice tone="warn" spoken>
            {t(words.noCamera)}
          </Notice>
        ) : null}
        {foreign ? (
          <Notice tone="warn" spoken>
            {t(words.foreign)}
          </Notice>
        ) : null}
      </Sheet>
      <Typed district={district} />
      <Kinds />
    </Page>
  )
}

function Typed({ district }: { district: string }) {
  const { t } = useTongue()
  const { go } = usePlace()
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const way = wayOfScan(text, district)
  const open = () => {
    setTried(true)
    if (way !== null) go(way)
  }
  return (
    <Sheet title={t(words.typed)}>
      <Form onSend={open} label={t(words.typed)}>
        <TextField
          label={t(words.typedLabel)}
          hint={t(words.typedHint)}
          max={200}
          error={tried && way === null ? t(words.needTyped) : undefined}
          value={text}
          onChange={setText}
        />
        <div>
          <Button type="submit" icon="next">
            {t(words.go)}
          </Button>
        </div>
      </Form>
    </Sheet>
  )
}
