import { useState } from 'react'
import { useAct } from '../../../../../ui/api/acts.ts'
import { Button } from '../../../../../ui/parts/Button.tsx'
import { Confirm } from '../../../../../ui/parts/Confirm.tsx'
import { Go } from '../../../../../ui/parts/Go.tsx'
import { Facts, Row, Sheet, Soft, Told } from '../../../../../ui/parts/layout.tsx'
import { TextField } from '../../../../../ui/parts/TextField.tsx'
import { useTongue } from '../../../../../ui/tongue.tsx'
import type { CaseForStaff } from '../../../model/views.ts'
import { askedSaid, caseWords as words } from '../words/case.ts'
import { Marked } from './Marked.tsx'

/** What somebody told, in his own words; his name and telephone covered until there is a reason. */
export function Asked({ shown }: { shown: CaseForStaff }) {
  const { t } = useTongue()
  const { told, card } = shown
  const title = t(askedSaid(card.channel))
  if (told.state === 'destroyed')
    return (
      <Sheet title={title}>
        <Soft>{t(words.gone)}</Soft>
      </Sheet>
    )
  return (
    <Sheet title={title}>
      <Told>
        <Marked text={told.text} field="text" marks={shown.proposal?.marks ?? []} />
      </Told>
      <Facts
        facts={[
          { label: t(words.place), value: told.place },
          { label: t(words.happenedAt), value: told.happenedAt },
          ...told.form.map(({ label, value }) => ({ label: t(label), value })),
          // Nobody asked, so there is nobody to call.
          ...(card.channel === 'sensor' ? [] : [{ label: t(words.contact), value: <Contact shown={shown} /> }]),
        ]}
      />
    </Sheet>
  )
}

type Contact = { readonly name: string | null; readonly phone: string | null }

function Contact({ shown: { card, told, may } }: { shown: CaseForStaff }) {
  const { t } = useTongue()
  const [full, setFull] = useState<Contact | null>(null)
  const [asking, setAsking] = useState(false)
  const { name, phone } = full ?? told.contact
  return (
    <Row>
      <span>{[name, phone].filter(Boolean).join(' ') || '—'}</span>
      {full?.phone ? (
        <Go to={`tel:${full.phone}`} look="plain" icon="phone">
          {t(words.call)}
        </Go>
      ) : null}
      {may.unmask && !full && (name || phone) ? (
        <Button kind="quiet" icon="seen" onPress={() => setAsking(true)}>
          {t(words.unmask)}
        </Button>
      ) : null}
      <Unmask id={card.id} open={asking} onClose={() => setAsking(false)} onShown={setFull} />
    </Row>
  )
}

type UnmaskProps = { id: string; open: boolean; onClose(): void; onShown(contact: Contact): void }

function Unmask({ id, open, onClose, onShown }: UnmaskProps) {
  const { t } = useTongue()
  const [reason, setReason] = useState('')
  const look = useAct<{ what: 'contact'; reason: string }, Contact>(`/api/cases/${id}/unmask`, {
    onDone: (contact) => {
      onShown(contact)
      onClose()
    },
  })
  const tooShort = [...reason.trim()].length < 4
  return (
    <Confirm
      open={open}
      title={t(words.unmask)}
      act={t(words.unmaskAct)}
      busy={look.busy}
      blocked={tooShort ? t(words.unmaskShort) : undefined}
      problem={look.problem}
      onAct={() => look.act({ what: 'contact', reason: reason.trim() })}
      onClose={onClose}
    >
      <TextField
        label={t(words.unmaskReason)}
        hint={t(words.unmaskHint)}
        required
        max={200}
        value={reason}
        onChange={setReason}
      />
    </Confirm>
  )
}
