import { useState } from 'react'
import { useAct } from '../../../ui/api/acts.ts'
import { Button } from '../../../ui/parts/Button.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { Light } from '../../../ui/parts/Light.tsx'
import { Form, Lead, Sheet, Soft } from '../../../ui/parts/layout.tsx'
import { ProblemNotice } from '../../../ui/parts/Notice.tsx'
import { TextField } from '../../../ui/parts/TextField.tsx'
import { useTongue } from '../../../ui/tongue.tsx'
import { QrCode } from './QrCode.tsx'
import { PasswordField } from './StaffSignIn.tsx'
import { signInWords as words } from './words.ts'

type Enrolment = { secret: string; address: string }

/** Turns the authenticator on and off. */
export function SecondStep({ on }: { on: boolean }) {
  const { t } = useTongue()
  const [open, setOpen] = useState(false)
  const [recovery, setRecovery] = useState<readonly string[]>([])
  const enrol = useAct<Record<string, never>, Enrolment>('/api/people/totp', { onDone: () => setOpen(true) })
  const close = () => {
    setOpen(false)
    setRecovery([])
  }
  return (
    <Sheet
      title={t(words.secondStep)}
      acts={<Light colour={on ? 'green' : 'off'} label={t(on ? words.secondStepOn : words.secondStepOff)} />}
    >
      <Lead>{t(words.secondStepWhy)}</Lead>
      <ProblemNotice problem={enrol.problem} />
      <div>
        {on ? (
          <Button onPress={() => setOpen(true)}>{t(words.turnOff)}</Button>
        ) : (
          <Button kind="primary" busy={enrol.busy} onPress={() => enrol.act({})}>
            {t(words.turnOn)}
          </Button>
        )}
      </div>
      <Dialog open={open} title={t(words.secondStep)} onClose={close}>
        {recovery.length > 0 ? (
          <Recovery codes={recovery} onKept={close} />
        ) : on ? (
          <TurnOff onDone={close} />
        ) : enrol.answer ? (
          <TurnOn enrolment={enrol.answer} onDone={setRecovery} />
        ) : null}
      </Dialog>
    </Sheet>
  )
}

type TurnOnProps = { enrolment: Enrolment; onDone(codes: readonly string[]): void }

function TurnOn({ enrolment, onDone }: TurnOnProps) {
  const { t } = useTongue()
  const [code, setCode] = useState('')
  const confirm = useAct<{ code: string }, { recoveryCodes: readonly string[] }>('/api/people/totp/confirm', {
    changes: ['me'],
    onDone: ({ recoveryCodes }) => onDone(recoveryCodes),
  })
  return (
    <Form onSend={() => confirm.act({ code: code.trim() })}>
      <p>{t(words.scan)}</p>
      <QrCode text={enrolment.address} label={t(words.scan)} />
      <Soft>{t(words.typeSecret)}</Soft>
      <code className="secret">{enrolment.secret}</code>
      <TextField label={t(words.totp)} keys="numeric" fill="one-time-code" max={6} value={code} onChange={setCode} />
      <ProblemNotice problem={confirm.problem} />
      <Button kind="primary" type="submit" busy={confirm.busy}>
        {t(words.confirm)}
      </Button>
    </Form>
  )
}

function TurnOff({ onDone }: { onDone(): void }) {
  const { t } = useTongue()
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const remove = useAct<{ password: string; code: string }>('/api/people/totp/remove', { changes: ['me'], onDone })
  return (
    <Form onSend={() => remove.act({ password, code: code.trim() })}>
      <PasswordField label={t(words.password)} value={password} onChange={setPassword} />
      <TextField label={t(words.totp)} hint={t(words.totpHint)} max={20} value={code} onChange={setCode} />
      <ProblemNotice problem={remove.problem} />
      <Button kind="danger" type="submit" busy={remove.busy}>
        {t(words.turnOff)}
      </Button>
    </Form>
  )
}

function Recovery({ codes, onKept }: { codes: readonly string[]; onKept(): void }) {
  const { t } = useTongue()
  return (
    <>
      <p>{t(words.recoveryText)}</p>
      <ul className="recovery" aria-label={t(words.recovery)}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Button kind="primary" onPress={onKept}>
        {t(words.recoveryKept)}
      </Button>
    </>
  )
}
