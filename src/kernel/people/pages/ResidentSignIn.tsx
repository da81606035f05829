import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useAct } from '../../../ui/api/acts.ts'
import { troubleAt } from '../../../ui/api/problem.ts'
import { Button } from '../../../ui/parts/Button.tsx'
import { Form, Soft } from '../../../ui/parts/layout.tsx'
import { Notice, ProblemNotice } from '../../../ui/parts/Notice.tsx'
import { TextField } from '../../../ui/parts/TextField.tsx'
import { useTongue } from '../../../ui/tongue.tsx'
import { phoneOf } from '../rules/phone.ts'
import { ME } from './me.ts'
import { SignInFrame } from './SignInFrame.tsx'
import { signInWords as words } from './words.ts'

type Sent = { ok: true; lasts: number; code: string | null }

/** Seconds after which another code may be asked for; the server counts for itself. */
const ASK_AGAIN = 60

/** Phone number, then code. Calls `onDone` once somebody is signed in. */
export function ResidentSignIn({ onDone }: { onDone(): void }) {
  const { t } = useTongue()
  return (
    <SignInFrame title={t(words.residentTitle)} lead={t(words.residentLead)}>
      <ResidentSignInForm onDone={onDone} />
    </SignInFrame>
  )
}

export function ResidentSignInForm({ onDone }: { onDone(): void }) {
  const { t } = useTongue()
  const client = useQueryClient()
  const [phone, setPhone] = useState('')
  const [code, setCode] = useState('')
  const [tried, setTried] = useState<'nothing' | 'phone' | 'code'>('nothing')
  const wait = useCountdown()
  const ask = useAct<{ phone: string }, Sent>('/api/people/request-code', { onDone: () => wait.start(ASK_AGAIN) })
  const enter = useAct<{ phone: string; code: string }>('/api/people/sign-in', {
    onDone: () => {
      void client.invalidateQueries({ queryKey: [ME] }).then(onDone)
    },
  })
  const phoneFault = phoneOf(phone) === null ? t(words.phoneWrong) : undefined
  const codeFault = code.trim() === '' ? t(words.needCode) : undefined
  const sendCode = () => {
    setTried('phone')
    if (phoneFault === undefined) ask.act({ phone })
  }
  const signIn = () => {
    setTried('code')
    if (phoneFault === undefined && codeFault === undefined) enter.act({ phone, code: code.trim() })
  }
  const phoneTrouble = troubleAt(ask.problem, '/phone')
  return (
    <Form onSend={() => signIn()}>
      <TextField
        label={t(words.phone)}
        hint={t(words.phoneHint)}
        error={tried === 'nothing' ? undefined : (phoneFault ?? (phoneTrouble && t(phoneTrouble)))}
        required
        type="tel"
        keys="tel"
        fill="tel"
        value={phone}
        onChange={setPhone}
      />
      <TextField
        label={t(words.code)}
        hint={t(words.codeHint)}
        error={tried === 'code' ? codeFault : undefined}
        required
        keys="numeric"
        fill="one-time-code"
        max={12}
        value={code}
        onChange={setCode}
        beside={<CodeButton left={wait.left} busy={ask.busy} again={ask.answer !== undefined} onPress={sendCode} />}
      />
      {ask.answer ? <CodeSent code={ask.answer.code} /> : null}
      <ProblemNotice problem={enter.problem ?? ask.problem} />
      <Button kind="primary" type="submit" wide busy={enter.busy}>
        {t(words.enter)}
      </Button>
      <Soft>{t(words.privacy)}</Soft>
    </Form>
  )
}

function CodeSent({ code }: { code: string | null }) {
  const { t } = useTongue()
  return (
    <Notice tone="good" title={t(words.codeSent)} spoken>
      {code === null ? null : (
        <>
          {t(words.demoCode)} <strong>{code}</strong>
        </>
      )}
    </Notice>
  )
}

type CodeButtonProps = { left: number; busy: boolean; again: boolean; onPress(): void }

function CodeButton({ left, busy, again, onPress }: CodeButtonProps) {
  const { t } = useTongue()
  const label = again ? t(words.sendAgain) : t(words.sendCode)
  return (
    <Button busy={busy} onPress={left > 0 ? undefined : onPress}>
      {left > 0 ? `${label} ${left} ${t(words.seconds)}` : label}
    </Button>
  )
}

function useCountdown() {
  const [left, setLeft] = useState(0)
  // Seconds pass outside React.
  useEffect(() => {
    if (left === 0) return
    const timer = setTimeout(() => setLeft(left - 1), 1_000)
    return () => clearTimeout(timer)
  }, [left])
  return { left, start: setLeft }
}
