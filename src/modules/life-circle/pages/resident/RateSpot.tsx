import { useState } from 'react'
import type { Static } from 'typebox'
import { useMe } from '../../../../kernel/people/pages/me.ts'
import { useAct } from '../../../../ui/api/acts.ts'
import { withQuery } from '../../../../ui/api/reads.ts'
import { useMyPosition } from '../../../../ui/map/position.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Form, Sheet } from '../../../../ui/parts/layout.tsx'
import { ProblemNotice } from '../../../../ui/parts/Notice.tsx'
import { type StarCount, Stars } from '../../../../ui/parts/Stars.tsx'
import { TextArea } from '../../../../ui/parts/TextArea.tsx'
import { useToast } from '../../../../ui/parts/Toast.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { SpotWhole } from '../../model/spot.ts'
import { spotWords as words } from '../words/circle.ts'

export type SpotSeen = Static<typeof SpotWhole>

/** A resident's opinion; where he stands is asked only if he says that he is there. */
export function RateSpot({ seen }: { seen: SpotSeen }) {
  const { t } = useTongue()
  const me = useMe().data
  const say = useToast()
  const [stars, setStars] = useState<StarCount | null>((seen.mine?.stars as StarCount | undefined) ?? null)
  const [note, setNote] = useState(seen.mine?.note ?? '')
  const position = useMyPosition(undefined)
  const send = useAct<object>(`/api/life-circle/spots/${seen.spot.code}/rating`, {
    changes: ['spots'],
    onDone: () => say(t(words.thanks)),
  })
  if (seen.spot.status !== 'in-use') return null
  if (me?.kind !== 'resident')
    return (
      <Sheet title={t(words.rate)}>
        <Go to={withQuery('/sign-in', { next: `/spots/${seen.spot.code}` })} look="plain">
          {t(words.signIn)}
        </Go>
      </Sheet>
    )
  const at = position.me && { at: { lng: position.me.at[0], lat: position.me.at[1] } }
  return (
    <Sheet title={t(words.rate)}>
      <Form label={t(words.rate)} onSend={() => stars !== null && send.act({ stars, note, ...at })}>
        <Stars label={t(words.stars)} value={stars} onChange={setStars} required />
        <TextArea label={t(words.note)} value={note} max={300} rows={3} onChange={setNote} />
        <Button icon="target" busy={position.busy} pressed={position.me !== null} onPress={() => void position.find()}>
          {t(words.onSpot)}
        </Button>
        {position.said ? <p role="status">{t(position.said)}</p> : null}
        <ProblemNotice problem={send.problem} />
        <Button kind="primary" type="submit" busy={send.busy} blocked={stars === null ? t(words.stars) : undefined}>
          {t(words.send)}
        </Button>
      </Form>
    </Sheet>
  )
}
