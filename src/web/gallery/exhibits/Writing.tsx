import { useState } from 'react'
import { Button } from '../../../ui/parts/Button.tsx'
import { Sheet } from '../../../ui/parts/layout.tsx'
import { Photos } from '../../../ui/parts/Photos.tsx'
import { ReadAloud } from '../../../ui/parts/ReadAloud.tsx'
import { Select } from '../../../ui/parts/Select.tsx'
import { TextArea } from '../../../ui/parts/TextArea.tsx'
import { TextField } from '../../../ui/parts/TextField.tsx'
import { useTongue } from '../../../ui/tongue.tsx'
import { galleryWords as words } from '../words.ts'

// A street lamp by day and by night, drawn for the gallery.
const lamp = (sky: string) =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><rect width="100" height="100" fill="${sky}"/><path d="M30 100V30q0-12 12-12h22" stroke="#5b6675" stroke-width="5" fill="none"/><path d="M58 16h22l-5 10H63z" fill="#39424f"/></svg>`)}`

export function Writing() {
  const { t } = useTongue()
  const [phone, setPhone] = useState('1380013800')
  const [text, setText] = useState(t(words.whatText))
  const [kind, setKind] = useState<'road' | 'noise' | 'water' | ''>('')
  const name = t(words.photoName)
  return (
    <Sheet title={t(words.form)}>
      <TextArea
        label={t(words.what)}
        example={t(words.whatExample)}
        value={text}
        onChange={setText}
        max={2000}
        required
        kept
        voice
      />
      <ReadAloud text={() => text} />
      <TextArea label={t(words.what)} value={t(words.whatText)} onChange={() => undefined} max={20} rows={2} />
      <TextField
        label={t(words.phone)}
        hint={t(words.phoneHint)}
        error={t(words.phoneError)}
        required
        type="tel"
        keys="tel"
        value={phone}
        onChange={setPhone}
        beside={<Button>{t(words.sendCode)}</Button>}
      />
      <Select
        label={t(words.kind)}
        value={kind}
        onChange={setKind}
        options={[
          { value: 'road', label: t(words.kindRoad) },
          { value: 'noise', label: t(words.kindNoise) },
          { value: 'water', label: t(words.kindWater) },
        ]}
      />
      <Photos
        label={t(words.photos)}
        onAdd={() => undefined}
        onRemove={() => undefined}
        photos={[
          { id: '1', name: `${name} 1`, preview: lamp('#cfe3f5'), state: 'sent' },
          { id: '2', name: `${name} 2`, preview: lamp('#27374d'), state: 'sending', progress: 0.6 },
          { id: '3', name: `${name} 3`, preview: lamp('#f3d9b1'), state: 'failed' },
        ]}
      />
    </Sheet>
  )
}
