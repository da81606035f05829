import { useState } from 'react'
import { Button } from '../../../ui/parts/Button.tsx'
import { Confirm } from '../../../ui/parts/Confirm.tsx'
import { Go } from '../../../ui/parts/Go.tsx'
import { LanguageSwitch } from '../../../ui/parts/LanguageSwitch.tsx'
import { Row, Sheet } from '../../../ui/parts/layout.tsx'
import { useToast } from '../../../ui/parts/Toast.tsx'
import { useTongue } from '../../../ui/tongue.tsx'
import { galleryWords as words } from '../words.ts'

const colours = [
  'ground',
  'sheet',
  'sunken',
  'ink',
  'ink-soft',
  'mark',
  'act',
  'light-green',
  'light-yellow',
  'light-red',
]

export function Pressing() {
  const { t } = useTongue()
  const say = useToast()
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <Sheet title={t(words.buttons)}>
      <Row>
        <Button kind="primary" icon="pen">
          {t(words.submit)}
        </Button>
        <Button>{t(words.later)}</Button>
        <Button kind="quiet">{t(words.more)}</Button>
        <Button kind="danger">{t(words.withdraw)}</Button>
        <Button kind="primary" busy>
          {t(words.submit)}
        </Button>
      </Row>
      <div>
        <Button blocked={t(words.blocked)}>{t(words.rate)}</Button>
      </div>
      <Button kind="primary" wide>
        {t(words.submit)}
      </Button>
      <Row>
        <Go to="#more">{t(words.more)}</Go>
        <Go to="tel:12345" look="plain" icon="phone">
          12345
        </Go>
        <LanguageSwitch />
      </Row>
      <Row>
        <Button onPress={() => say(t(words.toast))}>{t(words.toastGo)}</Button>
        <Button onPress={() => setOpen(true)}>{t(words.dialogGo)}</Button>
      </Row>
      <Confirm open={open} title={t(words.dialogTitle)} act={t(words.withdraw)} danger onAct={close} onClose={close}>
        <p>{t(words.dialogText)}</p>
      </Confirm>
      <div className="gallery-colours" aria-hidden="true">
        {colours.map((colour) => (
          <span key={colour} style={{ background: `var(--${colour})` }} />
        ))}
      </div>
    </Sheet>
  )
}
