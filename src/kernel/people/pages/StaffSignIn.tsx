import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useAct } from '../../../ui/api/acts.ts'
import type { Problem } from '../../../ui/api/problem.ts'
import { useRead, withQuery } from '../../../ui/api/reads.ts'
import { Button } from '../../../ui/parts/Button.tsx'
import { Go } from '../../../ui/parts/Go.tsx'
import { Form } from '../../../ui/parts/layout.tsx'
import { ProblemNotice } from '../../../ui/parts/Notice.tsx'
import { TextField } from '../../../ui/parts/TextField.tsx'
import { useTongue } from '../../../ui/tongue.tsx'
import { ME } from './me.ts'
import { SignInFrame } from './SignInFrame.tsx'
import { signInWords as words } from './words.ts'

type Given = { account: string; password: string; totp?: string; newPassword?: string }
type Asked = 'password' | 'totp' | 'new-password'

/** Account and password; then, where asked for, the second step or a new password. `returnTo` is for single sign-on. */
type SignInProps = { onDone(): void; returnTo: string; title?: string }

export function StaffSignIn({ onDone, returnTo, title }: SignInProps) {
  const { t } = useTongue()
  return (
    <SignInFrame title={title ?? t(words.staffTitle)} lead={t(words.staffLead)}>
      <StaffSignInForm onDone={onDone} />
      <SingleSignOn returnTo={returnTo} />
    </SignInFrame>
  )
}

export function StaffSignInForm({ onDone }: { onDone(): void }) {
  const { t } = useTongue()
  const client = useQueryClient()
  const [account, setAccount] = useState('')
  const [password, setPassword] = useState('')
  const [totp, setTotp] = useState('')
  const [newPassword, setNewPassword] = useState('')
  const [tried, setTried] = useState(false)
  const enter = useAct<Given>('/api/people/staff/sign-in', {
    onDone: () => {
      void client.invalidateQueries({ queryKey: [ME] }).then(onDone)
    },
  })
  const asked = askedFor(enter.problem, totp, newPassword)
  const need = (value: string, sentence: string) => (tried && value === '' ? sentence : undefined)
  const signIn = () => {
    setTried(true)
    if (account === '' || password === '') return
    enter.act({ account, password, ...(totp === '' ? {} : { totp }), ...(newPassword === '' ? {} : { newPassword }) })
  }
  return (
    <Form onSend={() => signIn()}>
      <TextField
        label={t(words.account)}
        error={need(account, t(words.needAccount))}
        fill="username"
        value={account}
        onChange={setAccount}
      />
      <PasswordField
        label={t(words.password)}
        error={need(password, t(words.needPassword))}
        value={password}
        onChange={setPassword}
      />
      {asked.includes('totp') ? <TotpField value={totp} onChange={setTotp} /> : null}
      {asked.includes('new-password') ? (
        <PasswordField
          label={t(words.newPassword)}
          hint={t(words.newPasswordHint)}
          fill="new-password"
          value={newPassword}
          onChange={setNewPassword}
        />
      ) : null}
      <ProblemNotice problem={enter.problem} />
      <Button kind="primary" type="submit" wide busy={enter.busy}>
        {t(words.enter)}
      </Button>
    </Form>
  )
}

/** What the form asks for besides, as the server's last answer and what was already typed have it. */
export function askedFor(problem: Problem | null, totp: string, newPassword: string): readonly Asked[] {
  const refusal = problem?.refusal ?? ''
  const second = ['second-step-needed', 'totp-code-wrong'].includes(refusal) || totp !== ''
  const fresh = refusal.startsWith('password-') || newPassword !== ''
  return ['password', ...(second ? (['totp'] as const) : []), ...(fresh ? (['new-password'] as const) : [])]
}

function TotpField({ value, onChange }: { value: string; onChange(value: string): void }) {
  const { t } = useTongue()
  return (
    <TextField
      label={t(words.totp)}
      hint={t(words.totpHint)}
      keys="numeric"
      fill="one-time-code"
      max={20}
      value={value}
      onChange={onChange}
    />
  )
}

type PasswordProps = {
  label: string
  hint?: string
  error?: string | undefined
  fill?: 'current-password' | 'new-password'
  value: string
  onChange(value: string): void
}

export function PasswordField({ label, hint, error, fill = 'current-password', value, onChange }: PasswordProps) {
  const { t } = useTongue()
  const [shown, setShown] = useState(false)
  return (
    <TextField
      label={label}
      hint={hint}
      error={error}
      type={shown ? 'text' : 'password'}
      fill={fill}
      value={value}
      onChange={onChange}
      beside={
        <Button
          icon={shown ? 'unseen' : 'seen'}
          pressed={shown}
          name={shown ? t(words.hidePassword) : t(words.showPassword)}
          onPress={() => setShown(!shown)}
        >
          {null}
        </Button>
      }
    />
  )
}

function SingleSignOn({ returnTo }: { returnTo: string }) {
  const { t } = useTongue()
  const offer = useRead<{ offered: boolean }>('/api/people/oidc/offered')
  if (!offer.data?.offered) return null
  return (
    <>
      <span className="sign-in-or">{t(words.or)}</span>
      <Go to={withQuery('/api/people/oidc/start', { returnTo })} look="plain" icon="shield" wide>
        {t(words.oidc)}
      </Go>
    </>
  )
}
