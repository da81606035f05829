import { useState } from 'react'
import { useAct } from '../../../../ui/api/acts.ts'
import { usePhotos } from '../../../../ui/api/photos.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Form } from '../../../../ui/parts/layout.tsx'
import { ProblemNotice } from '../../../../ui/parts/Notice.tsx'
import { Photos } from '../../../../ui/parts/Photos.tsx'
import { TextArea } from '../../../../ui/parts/TextArea.tsx'
import { useToast } from '../../../../ui/parts/Toast.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { SpotView } from '../../model/spot.ts'
import { spotWords } from '../words/circle.ts'
import { ledgerWords as words } from '../words/ledger.ts'

/** One visit of whoever cares for a spot. */
export function UpkeepForm({ spot, onDone }: { spot: SpotView; onDone(): void }) {
  const { t } = useTongue()
  const say = useToast()
  const [note, setNote] = useState('')
  const photos = usePhotos('/api/life-circle/photos')
  const send = useAct<object>(`/api/life-circle/spots/${spot.code}/upkeep`, {
    changes: ['spots'],
    onDone: () => {
      say(t(words.kept))
      onDone()
    },
  })
  return (
    <Form label={t(words.lookAfter)} onSend={() => send.act({ note, photos: photos.ids })}>
      <TextArea label={t(words.note)} required value={note} max={300} rows={3} onChange={setNote} />
      <Photos label={t(spotWords.photo)} {...photos.props} />
      <ProblemNotice problem={send.problem} />
      <Button kind="primary" type="submit" busy={send.busy || photos.busy}>
        {t(words.lookAfter)}
      </Button>
    </Form>
  )
}
