import { useState } from 'react'
import { useMe } from '../../../../kernel/people/pages/me.ts'
import type { Said } from '../../../../platform/words.ts'
import { useAct } from '../../../../ui/api/acts.ts'
import { troubleAt } from '../../../../ui/api/problem.ts'
import { withQuery } from '../../../../ui/api/reads.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Form, Lead, Sheet } from '../../../../ui/parts/layout.tsx'
import { ProblemNotice } from '../../../../ui/parts/Notice.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { TextArea } from '../../../../ui/parts/TextArea.tsx'
import { useToast } from '../../../../ui/parts/Toast.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { FromDoorView } from '../../model/circle.ts'
import type { Kind } from '../../model/kinds.ts'
import { sortedFromDoor } from '../../rules/door.ts'
import { kindWords } from '../../words/kinds.ts'
import { circleWords as words } from '../words/circle.ts'

type Props = { kinds: FromDoorView['kinds']; at: Readonly<Record<string, string | undefined>> }

/** 问需: what is needed around here, what is missing first. */
export function AskFor({ kinds, at }: Props) {
  const { t } = useTongue()
  const me = useMe().data
  const say = useToast()
  const said = (words: Said | undefined) => (words ? t(words) : undefined)
  // Of unknown hours is not missing, so it is not proposed before what is.
  const { missing: lacking, far } = sortedFromDoor(kinds)
  const missing = [...lacking, ...far.filter(({ enough }) => !enough)].map(({ kind }) => kind)
  const [kind, setKind] = useState<Kind | ''>(missing[0] ?? '')
  const [note, setNote] = useState('')
  const send = useAct<object>('/api/life-circle/wishes', {
    changes: ['wishes'],
    onDone: () => {
      setNote('')
      say(t(words.asked))
    },
  })
  if (me?.kind !== 'resident')
    return (
      <Sheet title={t(words.ask)}>
        <Go to={withQuery('/sign-in', { next: withQuery('/circle', at) })} look="plain">
          {t(words.signIn)}
        </Go>
      </Sheet>
    )
  const order = [...missing, ...kinds.map((one) => one.kind).filter((one) => !missing.includes(one))]
  return (
    <Sheet title={t(words.ask)}>
      <Lead>{t(words.askLead)}</Lead>
      <Form label={t(words.ask)} onSend={() => send.act({ kind, note, lng: Number(at.lng), lat: Number(at.lat) })}>
        <Select
          label={t(words.askKind)}
          value={kind}
          options={order.map((value) => ({ value, label: t(kindWords[value]) }))}
          error={said(troubleAt(send.problem, '/kind'))}
          onChange={setKind}
        />
        <TextArea label={t(words.askNote)} value={note} max={300} rows={3} onChange={setNote} />
        <ProblemNotice problem={send.problem} />
        <Button kind="primary" type="submit" busy={send.busy}>
          {t(words.askSend)}
        </Button>
      </Form>
    </Sheet>
  )
}
