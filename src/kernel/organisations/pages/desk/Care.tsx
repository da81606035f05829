import { useState } from 'react'
import type { Said } from '../../../../platform/words.ts'
import { useAct } from '../../../../ui/api/acts.ts'
import { troubleAt } from '../../../../ui/api/problem.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Confirm } from '../../../../ui/parts/Confirm.tsx'
import { Form, Row } from '../../../../ui/parts/layout.tsx'
import { ProblemNotice } from '../../../../ui/parts/Notice.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { TextField } from '../../../../ui/parts/TextField.tsx'
import { useToast } from '../../../../ui/parts/Toast.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import { uiWords } from '../../../../ui/words.ts'
import { useEntries } from './History.tsx'
import { Narrow } from './Narrow.tsx'
import { PasswordOnce } from './People.tsx'
import type { Person } from './Person.tsx'
import { UnitField } from './Pickers.tsx'
import { ORGANISATIONS } from './trees.ts'
import { peopleWords } from './words/people.ts'
import { personWords as words } from './words/person.ts'

/** Everything an administrator may do to an account; each says first what follows from it. */
export function Care({ person }: { person: Person }) {
  const { t } = useTongue()
  const [editing, setEditing] = useState(false)
  const url = `/api/people/staff/${person.id}`
  if (editing) return <Edit person={person} onClose={() => setEditing(false)} />
  return (
    <Row>
      <Button onPress={() => setEditing(true)}>{t(words.edit)}</Button>
      {person.state === 'active' ? (
        <Lock url={url} />
      ) : (
        <Deed label={words.unlock} text={words.unlockText} url={`${url}/state`} body={{ state: 'active' }} />
      )}
      {person.heldUntil ? (
        <Deed label={words.unlock} text={words.unlockText} url={`${url}/state`} body={{ state: 'active' }} />
      ) : null}
      <Deed label={words.reset} text={words.resetText} url={`${url}/reset`} body={{}} />
      {person.totp ? (
        <Deed label={words.dropTotp} text={words.dropTotpText} url={`${url}/totp`} method="DELETE" />
      ) : null}
      <Deed label={words.endSessions} text={words.endSessionsText} url={`${url}/sessions`} method="DELETE" />
    </Row>
  )
}

type DeedProps = { label: Said; text: Said; url: string; body?: object; method?: 'POST' | 'DELETE' }

/** Asked once more, with what follows; a password that comes back is shown this once. */
function Deed({ label, text, url, body, method = 'POST' }: DeedProps) {
  const { t } = useTongue()
  const say = useToast()
  const [open, setOpen] = useState(false)
  const act = useAct<object | undefined, { password?: string }>(url, {
    method,
    changes: [ORGANISATIONS],
    onDone: (answer) => {
      setOpen(false)
      if (answer.password === undefined) say(t(words.done))
    },
  })
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t(label)}</Button>
      <Confirm
        open={open}
        title={t(label)}
        act={t(label)}
        busy={act.busy}
        problem={act.problem}
        onAct={() => act.act(body)}
        onClose={() => setOpen(false)}
      >
        <p>{t(text)}</p>
      </Confirm>
      {act.answer?.password ? <PasswordOnce password={act.answer.password} /> : null}
    </>
  )
}

function Lock({ url }: { url: string }) {
  const { t } = useTongue()
  const say = useToast()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const reasons = useEntries<{ code: string; name: Said; retired: boolean }>('dict_lock-reasons')
  const lock = useAct<object>(`${url}/state`, {
    changes: [ORGANISATIONS],
    onDone: () => {
      setOpen(false)
      say(t(words.done))
    },
  })
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t(words.lock)}</Button>
      <Confirm
        open={open}
        title={t(words.lock)}
        act={t(words.lock)}
        danger
        busy={lock.busy}
        blocked={reason === '' ? t(words.reasonMissing) : undefined}
        problem={lock.problem}
        onAct={() => lock.act({ state: 'locked', reason })}
        onClose={() => setOpen(false)}
      >
        <p>{t(words.lockText)}</p>
        <Select
          label={t(words.reason)}
          value={reason}
          options={(reasons.data?.rows ?? [])
            .filter(({ retired }) => !retired)
            .map(({ code, name }) => ({ value: code, label: t(name) }))}
          onChange={setReason}
          required
        />
      </Confirm>
    </>
  )
}

function Edit({ person, onClose }: { person: Person; onClose(): void }) {
  const { t } = useTongue()
  const say = useToast()
  const [name, setName] = useState<string>(person.name)
  const [unit, setUnit] = useState<string>(person.unit)
  const save = useAct<object>(`/api/people/staff/${person.id}`, {
    method: 'PUT',
    changes: [ORGANISATIONS],
    onDone: () => {
      say(t(peopleWords.saved))
      onClose()
    },
  })
  const at = (field: string) => {
    const told = troubleAt(save.problem, `/${field}`)
    return told && t(told)
  }
  const missing = { name: name.trim() === '', unit: unit === '' }
  return (
    <Narrow>
      <Form
        label={t(words.edit)}
        onSend={() => !missing.name && !missing.unit && save.act({ name: name.trim(), unit })}
      >
        <TextField
          label={t(peopleWords.name)}
          value={name}
          onChange={setName}
          max={40}
          error={missing.name ? t(peopleWords.nameMissing) : at('name')}
          required
        />
        <UnitField
          label={t(peopleWords.unit)}
          value={unit}
          onChange={setUnit}
          error={missing.unit ? t(peopleWords.unitMissing) : at('unit')}
          required
        />
        <ProblemNotice problem={save.problem} />
        <Row>
          <Button kind="primary" type="submit" busy={save.busy}>
            {t(peopleWords.save)}
          </Button>
          <Button onPress={onClose}>{t(uiWords.cancel)}</Button>
        </Row>
      </Form>
    </Narrow>
  )
}
