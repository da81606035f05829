import { useEffect, useEffectEvent, useState } from 'react'
import type { StaffMe } from '../../../kernel/people/pages/me.ts'
import { Button } from '../../../ui/parts/Button.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { Facts } from '../../../ui/parts/layout.tsx'
import { useKeyLabel, useKeyLabels, useShortcut } from '../../../ui/shortcut.ts'
import { useTongue } from '../../../ui/tongue.tsx'
import { Commands } from './Commands.tsx'
import './palette.css'
import { paletteWords as words } from './words.ts'

/** Ctrl+K (or ⌘K) opens everything one may do here, `?` the keys of the page. */
export function Palette({ me }: { me: StaffMe }) {
  const { t } = useTongue()
  const [open, setOpen] = useState<'commands' | 'keys' | null>(null)
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.isComposing) return
    event.preventDefault()
    // Over another dialog's question nothing else is asked.
    if (open !== null || document.querySelector('dialog[open]') === null)
      setOpen(open === 'commands' ? null : 'commands')
  })
  // The keyboard belongs to the document; this key works while one types as well.
  useEffect(() => {
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
  useKeyLabel('Ctrl K', words.title)
  useShortcut('?', () => setOpen('keys'), words.keysKey)
  const close = () => setOpen(null)
  return (
    <>
      <span className="palette-opener">
        <Button kind="quiet" name={t(words.open)} onPress={() => setOpen('commands')}>
          <kbd>Ctrl K</kbd>
        </Button>
      </span>
      <Dialog open={open === 'commands'} title={t(words.title)} onClose={close}>
        <Commands me={me} onDone={close} />
      </Dialog>
      <Dialog open={open === 'keys'} title={t(words.keys)} onClose={close}>
        <Keys />
      </Dialog>
    </>
  )
}

function Keys() {
  const { t } = useTongue()
  return (
    <Facts
      facts={useKeyLabels().map(({ key, label }) => ({
        label: t(label),
        value: <kbd>{key.length === 1 ? key.toUpperCase() : key}</kbd>,
      }))}
    />
  )
}
