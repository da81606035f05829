import { messageLimits } from '../../../../../kernel/matters/model/message.ts'
import { useMe } from '../../../../../kernel/people/pages/me.ts'
import { Go } from '../../../../../ui/parts/Go.tsx'
import { Lead, Row, Sheet, Soft } from '../../../../../ui/parts/layout.tsx'
import { TextField } from '../../../../../ui/parts/TextField.tsx'
import { useTongue } from '../../../../../ui/tongue.tsx'

import { writingWords as words } from '../words/writing.ts'
import { type Fault, type MatterForm, partOf } from './draft.ts'
import type { SheetProps } from './useWriting.ts'

type Props = SheetProps & { form: MatterForm | undefined; faults: readonly Fault[]; reachable: boolean }

/** How to reach the person, or not at all. */
export function ContactSheet({ draft, set, wrongAt, form, faults, reachable }: Props) {
  const { t } = useTongue()
  const me = useMe().data
  const asks = reachable ? partOf(form, 'contact') : null
  return (
    <Sheet title={t(words.contact)}>
      {me?.kind === 'resident' ? (
        <Lead>
          {t(words.contactSignedIn)} {me.phone} {me.name}
        </Lead>
      ) : (
        <>
          <Lead>{t(words.contactVisitor)}</Lead>
          <TextField
            label={t(words.phone)}
            optional
            type="tel"
            keys="tel"
            fill="tel"
            max={messageLimits.phone.max}
            error={wrongAt('/phone') ?? wrongAt('/contact/phone')}
            value={draft.phone}
            onChange={(phone) => set({ phone })}
          />
          <TextField
            label={t(words.name)}
            optional
            fill="name"
            example={t(words.nameExample)}
            max={messageLimits.name.max}
            error={wrongAt('/contact/name')}
            value={draft.name}
            onChange={(name) => set({ name })}
          />
          <Soft>{t(words.contactNone)}</Soft>
          <Row>
            <Go to="/sign-in?next=/write" look="plain" icon="person">
              {t(words.signIn)}
            </Go>
            <Soft>{t(words.signInWhy)}</Soft>
          </Row>
        </>
      )}
      {form && asks ? (
        <form.forms.SchemaForm
          schema={asks}
          value={draft.form}
          onChange={(answers) => set({ form: { ...draft.form, ...answers } })}
          problems={faults}
        />
      ) : null}
    </Sheet>
  )
}
