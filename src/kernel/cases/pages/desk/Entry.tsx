import { useState } from 'react'
import type { Said } from '../../../../platform/words.ts'
import { useAct } from '../../../../ui/api/acts.ts'
import { troubleAt } from '../../../../ui/api/problem.ts'
import { useRead, withQuery } from '../../../../ui/api/reads.ts'
import { useDraft } from '../../../../ui/draft.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Facts, Form, Page, Row, Sheet } from '../../../../ui/parts/layout.tsx'
import { Notice, ProblemNotice } from '../../../../ui/parts/Notice.tsx'
import { RadioCards } from '../../../../ui/parts/RadioCards.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { TextArea } from '../../../../ui/parts/TextArea.tsx'
import { TextField } from '../../../../ui/parts/TextField.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import { channelWords } from '../../words.ts'
import { DESK } from './list/reads.ts'
import { entryWords as words } from './words/entry.ts'

const channels = ['hotline', 'counter', 'mailbox'] as const
const empty = { channel: 'hotline', name: '', phone: '', title: '', text: '', place: '', matter: '' }
type Filled = typeof empty
type Entered = { readonly id: string; readonly number: string; readonly code: string }

/** `/new`: what a caller says, filed in his name. */
export function Entry() {
  const { t } = useTongue()
  const draft = useDraft('entry', empty)
  const [tried, setTried] = useState(false)
  const send = useAct<object, Entered>('/api/cases', { changes: [DESK], onDone: () => draft.clear() })
  const press = () => {
    setTried(true)
    if (draft.form.title.trim().length > 1 && draft.form.text.trim().length > 1) send.act(bodyOf(draft.form))
  }
  const again = () => {
    send.reset()
    setTried(false)
  }
  return (
    <Page title={t(words.title)} lead={t(words.lead)}>
      {send.answer ? (
        <Filed entered={send.answer} onAgain={again} />
      ) : (
        <Sheet>
          <Form label={t(words.title)} onSend={press}>
            <Fields form={draft.form} set={draft.set} tried={tried} problem={send.problem} />
            <ProblemNotice problem={send.problem} />
            <Row>
              <Button kind="primary" type="submit" busy={send.busy}>
                {t(words.send)}
              </Button>
            </Row>
          </Form>
        </Sheet>
      )}
    </Page>
  )
}

function bodyOf({ channel, name, phone, title, text, place, matter }: Filled): object {
  const caller = { ...(name.trim() && { name: name.trim() }), ...(phone.trim() && { phone: phone.trim() }) }
  return { channel, caller, title, text, ...(place.trim() && { place: place.trim() }), ...(matter && { matter }) }
}

type FieldsProps = {
  form: Filled
  set(change: Partial<Filled>): void
  tried: boolean
  problem: ReturnType<typeof useAct>['problem']
}

function Fields({ form, set, tried, problem }: FieldsProps) {
  const { t } = useTongue()
  const sought = form.title.trim()
  const matters = useRead<{ rows: readonly { id: string; name: Said }[] }>(
    withQuery('/api/matters', { q: sought, limit: 8 }),
    { when: sought.length > 1, keepLast: true },
  )
  const found = (matters.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: t(name) }))
  const wrong = (pointer: string, own: Said, isShort: boolean) => {
    const trouble = (tried && isShort ? own : undefined) ?? troubleAt(problem, pointer)
    return trouble && t(trouble)
  }
  const phoneWrong = problem?.refusal === 'phone-wrong' ? t(problem.said) : undefined
  return (
    <>
      <RadioCards
        label={t(words.channel)}
        value={form.channel}
        options={channels.map((value) => ({ value, title: t(channelWords[value]) }))}
        onChange={(channel) => set({ channel })}
      />
      <TextField label={t(words.name)} optional max={40} value={form.name} onChange={(name) => set({ name })} />
      <TextField
        label={t(words.phone)}
        hint={t(words.phoneHint)}
        error={phoneWrong}
        optional
        type="tel"
        keys="tel"
        max={20}
        value={form.phone}
        onChange={(phone) => set({ phone })}
      />
      <TextField
        label={t(words.caseTitle)}
        hint={t(words.titleHint)}
        error={wrong('/title', words.needTitle, sought.length < 2)}
        required
        max={100}
        value={form.title}
        onChange={(title) => set({ title })}
      />
      <TextArea
        label={t(words.text)}
        error={wrong('/text', words.needText, form.text.trim().length < 2)}
        required
        max={4_000}
        kept
        value={form.text}
        onChange={(text) => set({ text })}
      />
      <TextField label={t(words.place)} optional max={300} value={form.place} onChange={(place) => set({ place })} />
      <Select
        label={t(words.matter)}
        hint={t(words.matterHint)}
        value={found.some(({ value }) => value === form.matter) ? form.matter : 'free'}
        options={[{ value: 'free', label: t(words.matterFree) }, ...found]}
        onChange={(matter) => set({ matter: matter === 'free' ? '' : matter })}
      />
    </>
  )
}

function Filed({ entered, onAgain }: { entered: Entered; onAgain(): void }) {
  const { t } = useTongue()
  return (
    <Sheet>
      <Notice tone="good" title={t(words.done)} spoken>
        {t(words.tell)}
      </Notice>
      <Facts
        facts={[
          { label: t(words.number), value: entered.number },
          { label: t(words.code), value: entered.code },
        ]}
      />
      <Row>
        <Go to={`/cases/${entered.id}`} look="primary">
          {t(words.open)}
        </Go>
        <Button onPress={onAgain}>{t(words.another)}</Button>
      </Row>
    </Sheet>
  )
}
