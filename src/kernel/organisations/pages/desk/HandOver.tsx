import { useState } from 'react'
import { useAct } from '../../../../ui/api/acts.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Dialog } from '../../../../ui/parts/Dialog.tsx'
import { Facts, Row } from '../../../../ui/parts/layout.tsx'
import { Notice, ProblemNotice } from '../../../../ui/parts/Notice.tsx'
import { useToast } from '../../../../ui/parts/Toast.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import { uiWords } from '../../../../ui/words.ts'
import { PersonField } from './Pickers.tsx'
import { ORGANISATIONS, useTree } from './trees.ts'
import { leaveWords as words } from './words/leave.ts'

type Order = { readonly from: string; readonly to: string; readonly day: string }
type Plan = {
  readonly posts: readonly unknown[]
  readonly substitutions: readonly unknown[]
  readonly cases: readonly string[]
}
const HAND_OVER = '/api/organisations/hand-over'

/** Open cases go to a colleague, or everything does because somebody leaves for good; what would move is shown first. */
export function HandOver({ staff, leaves }: { staff: string; leaves: boolean }) {
  const { t } = useTongue()
  const say = useToast()
  const [open, setOpen] = useState(false)
  const [to, setTo] = useState('')
  const day = useTree().data?.day ?? ''
  const plan = useAct<Order, Plan>(`${HAND_OVER}/plan`)
  const close = () => {
    setOpen(false)
    setTo('')
    plan.reset()
  }
  const done = () => {
    say(t(leaves ? words.left : words.handed))
    close()
  }
  const act = useAct<Partial<Order>>(leaves ? HAND_OVER : `${HAND_OVER}/cases`, {
    changes: [ORGANISATIONS],
    onDone: done,
  })
  const choose = (next: string) => {
    setTo(next)
    act.reset()
    plan.reset()
    if (next !== '') plan.act({ from: staff, to: next, day })
  }
  const title = t(leaves ? words.leaveForGood : words.handCases)
  return (
    <>
      <Button kind={leaves ? 'danger' : 'plain'} onPress={() => setOpen(true)}>
        {title}
      </Button>
      <Dialog
        open={open}
        title={title}
        onClose={close}
        acts={
          <Row>
            <Button onPress={close}>{t(uiWords.cancel)}</Button>
            <Button
              kind={leaves ? 'danger' : 'primary'}
              busy={act.busy}
              blocked={plan.answer ? undefined : t(words.needed)}
              onPress={() => act.act(leaves ? { from: staff, to, day } : { from: staff, to })}
            >
              {title}
            </Button>
          </Row>
        }
      >
        <p>{t(leaves ? words.leaveForGoodText : words.handCasesText)}</p>
        <PersonField label={t(words.takes)} but={staff} value={to} onChange={choose} required />
        {plan.answer ? <WouldMove plan={plan.answer} leaves={leaves} /> : null}
        <ProblemNotice problem={act.problem ?? plan.problem} />
      </Dialog>
    </>
  )
}

function WouldMove({ plan: { posts, substitutions, cases }, leaves }: { plan: Plan; leaves: boolean }) {
  const { t, count } = useTongue()
  const ends = [
    { label: t(words.endsPosts), value: count(posts.length) },
    { label: t(words.endsSubstitutions), value: count(substitutions.length) },
  ]
  return (
    <Notice tone="warn" title={t(words.preview)} spoken>
      <Facts facts={[...(leaves ? ends : []), { label: t(words.movesCases), value: count(cases.length) }]} />
    </Notice>
  )
}
