import { useState } from 'react'
import { useAct } from '../../../../ui/api/acts.ts'
import { useDraft } from '../../../../ui/draft.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Form, Sheet } from '../../../../ui/parts/layout.tsx'
import { ProblemNotice } from '../../../../ui/parts/Notice.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { TextField } from '../../../../ui/parts/TextField.tsx'
import { useToast } from '../../../../ui/parts/Toast.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import { type EntryKind, entryKinds } from '../../model/entries.ts'
import { needsTarget } from '../../rules/entries.ts'
import { entryKindWords } from '../../words/channels.ts'
import { codeWords as words } from '../words/codes.ts'

const empty = { kind: 'mailbox', title: '', target: '', address: '', grid: '' }
type Body = {
  readonly kind: EntryKind
  readonly title: string
  readonly target?: string
  readonly place: { readonly address?: string; readonly grid?: string }
}

/** A new code; what was typed stays until it is made. */
export function MakeCode({ topic }: { topic: string }) {
  const { t } = useTongue()
  const { draft, kind, wrong, make, send } = useNewCode(topic)
  const { title, target, address, grid } = draft.form
  return (
    <Sheet title={t(words.make)}>
      <Form onSend={send} label={t(words.make)}>
        <Select
          label={t(words.kind)}
          value={kind}
          options={entryKinds.map((one) => ({ value: one, label: t(entryKindWords[one]) }))}
          onChange={(next) => draft.set({ kind: next })}
        />
        <TextField
          label={t(words.name)}
          hint={t(words.nameHint)}
          required
          max={60}
          error={wrong(title)}
          value={title}
          onChange={(next) => draft.set({ title: next })}
        />
        {needsTarget(kind) ? (
          <TextField
            label={t(words.target)}
            hint={t(words.targetHint)}
            required
            max={100}
            error={wrong(target)}
            value={target}
            onChange={(next) => draft.set({ target: next })}
          />
        ) : null}
        <Place address={address} grid={grid} onChange={draft.set} />
        <ProblemNotice problem={make.problem} />
        <Button kind="primary" type="submit" busy={make.busy}>
          {t(words.save)}
        </Button>
      </Form>
    </Sheet>
  )
}

type PlaceProps = { address: string; grid: string; onChange(change: { address?: string; grid?: string }): void }

function Place({ address, grid, onChange }: PlaceProps) {
  const { t } = useTongue()
  return (
    <>
      <TextField
        label={t(words.address)}
        hint={t(words.addressHint)}
        optional
        max={200}
        value={address}
        onChange={(next) => onChange({ address: next })}
      />
      <TextField label={t(words.grid)} optional max={60} value={grid} onChange={(next) => onChange({ grid: next })} />
    </>
  )
}

/** What is being made, what is missing of it, and the making. */
function useNewCode(topic: string) {
  const { t } = useTongue()
  const say = useToast()
  const draft = useDraft('codes', empty)
  const { form } = draft
  const kind = entryKinds.find((one) => one === form.kind) ?? 'mailbox'
  const [tried, setTried] = useState(false)
  const make = useAct<Body>('/api/channels/entries', {
    changes: [topic],
    onDone: () => {
      draft.clear()
      setTried(false)
      say(t(words.made))
    },
  })
  const [title, target, address, grid] = [form.title, form.target, form.address, form.grid].map((text) => text.trim())
  return {
    draft,
    kind,
    make,
    wrong: (text: string) => (tried && text.trim() === '' ? t(words.needed) : undefined),
    send: () => {
      setTried(true)
      if (!title || (needsTarget(kind) && !target)) return
      const place = { ...(address ? { address } : {}), ...(grid ? { grid } : {}) }
      make.act({ kind, title, place, ...(needsTarget(kind) && target ? { target } : {}) })
    },
  }
}
