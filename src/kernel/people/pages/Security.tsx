import { useState } from 'react'
import { useAct } from '../../../ui/api/acts.ts'
import { Button } from '../../../ui/parts/Button.tsx'
import { Form, Page, Sheet } from '../../../ui/parts/layout.tsx'
import { ProblemNotice } from '../../../ui/parts/Notice.tsx'
import { Loaded } from '../../../ui/parts/states.tsx'
import { useToast } from '../../../ui/parts/Toast.tsx'
import { useTongue } from '../../../ui/tongue.tsx'
import { useMe } from './me.ts'
import { SecondStep } from './SecondStep.tsx'
import { PasswordField } from './StaffSignIn.tsx'
import { signInWords as words } from './words.ts'

/** Password and second step of the member of staff who is signed in. */
export function Security() {
  const { t } = useTongue()
  const me = useMe()
  return (
    <Page title={t(words.security)}>
      <ChangePassword />
      <Loaded read={me}>{(who) => (who?.kind === 'staff' ? <SecondStep on={who.totp} /> : null)}</Loaded>
    </Page>
  )
}

function ChangePassword() {
  const { t } = useTongue()
  const say = useToast()
  const [password, setPassword] = useState('')
  const [newPassword, setNewPassword] = useState('')
  const change = useAct<{ password: string; newPassword: string }>('/api/people/password', {
    changes: ['me'],
    onDone: () => {
      setPassword('')
      setNewPassword('')
      say(t(words.passwordChanged))
    },
  })
  return (
    <Sheet title={t(words.changePassword)}>
      <Form onSend={() => change.act({ password, newPassword })}>
        <PasswordField label={t(words.oldPassword)} value={password} onChange={setPassword} />
        <PasswordField
          label={t(words.newPassword)}
          hint={t(words.newPasswordHint)}
          fill="new-password"
          value={newPassword}
          onChange={setNewPassword}
        />
        <ProblemNotice problem={change.problem} />
        <div>
          <Button kind="primary" type="submit" busy={change.busy}>
            {t(words.save)}
          </Button>
        </div>
      </Form>
    </Sheet>
  )
}
