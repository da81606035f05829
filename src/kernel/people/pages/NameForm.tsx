import { useState } from 'react'
import { useAct } from '../../../ui/api/acts.ts'
import { Button } from '../../../ui/parts/Button.tsx'
import { Form } from '../../../ui/parts/layout.tsx'
import { ProblemNotice } from '../../../ui/parts/Notice.tsx'
import { TextField } from '../../../ui/parts/TextField.tsx'
import { useToast } from '../../../ui/parts/Toast.tsx'
import { useTongue } from '../../../ui/tongue.tsx'
import { signInWords as words } from './words.ts'

/** How a resident wants to be called. */
export function NameForm({ present }: { present: string | null }) {
  const { t } = useTongue()
  const say = useToast()
  const [name, setName] = useState(present ?? '')
  const save = useAct<{ name: string }>('/api/people/name', {
    method: 'PUT',
    changes: ['me'],
    onDone: () => say(t(words.saved)),
  })
  const blank = name.trim() === ''
  return (
    <Form onSend={() => (blank ? undefined : save.act({ name: name.trim() }))}>
      <TextField
        label={t(words.name)}
        hint={t(words.nameHint)}
        fill="name"
        max={40}
        value={name}
        onChange={setName}
        beside={
          <Button type="submit" busy={save.busy}>
            {t(words.save)}
          </Button>
        }
      />
      <ProblemNotice problem={save.problem} />
    </Form>
  )
}
