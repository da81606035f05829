import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { Button } from '../../../../../ui/parts/Button.tsx'
import { Dialog } from '../../../../../ui/parts/Dialog.tsx'
import { Row } from '../../../../../ui/parts/layout.tsx'
import { Notice } from '../../../../../ui/parts/Notice.tsx'
import { LoadingState } from '../../../../../ui/parts/states.tsx'
import { useTongue } from '../../../../../ui/tongue.tsx'
import { writingWords as words } from '../words/writing.ts'

const ResidentSignInForm = lazy(async () => ({
  default: (await import('../../../../../kernel/people/pages/ResidentSignIn.tsx')).ResidentSignInForm,
}))

export const SESSION_ENDED = 'session-ended'

/** Whoever wrote while signed in and is no longer chooses: sign in again, or go on without. Nothing is sent before. */
export function SessionEnded({ onWithout }: { onWithout(): void }) {
  const { t } = useTongue()
  const [signing, setSigning] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  // Whoever has just pressed the button at the end of a long page would not see what has come at its beginning.
  useEffect(() => {
    place.current?.focus({ preventScroll: true })
    place.current?.scrollIntoView({ block: 'center' })
  }, [])
  return (
    <div id={SESSION_ENDED} tabIndex={-1} ref={place}>
      <Notice tone="warn" title={t(words.sessionEnded)} spoken>
        <p>{t(words.sessionEndedText)}</p>
        <Row>
          <Button kind="primary" onPress={() => setSigning(true)}>
            {t(words.signInAgain)}
          </Button>
          <Button onPress={onWithout}>{t(words.goOnWithout)}</Button>
        </Row>
      </Notice>
      <Dialog open={signing} title={t(words.signInAgain)} onClose={() => setSigning(false)}>
        <Suspense fallback={<LoadingState shape="text" count={2} />}>
          <ResidentSignInForm onDone={() => setSigning(false)} />
        </Suspense>
      </Dialog>
    </div>
  )
}
