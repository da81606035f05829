import { useState } from 'react'
import { instant } from '../../../../platform/time.ts'
import { useAct } from '../../../../ui/api/acts.ts'
import { type Problem, troubleAt } from '../../../../ui/api/problem.ts'
import { useRead } from '../../../../ui/api/reads.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Form, Page, Row, Sheet, Soft, Stack, Told } from '../../../../ui/parts/layout.tsx'
import { ProblemNotice } from '../../../../ui/parts/Notice.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { EmptyState, Loaded } from '../../../../ui/parts/states.tsx'
import { TextArea } from '../../../../ui/parts/TextArea.tsx'
import { TextField } from '../../../../ui/parts/TextField.tsx'
import { useToast } from '../../../../ui/parts/Toast.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import { uiWords } from '../../../../ui/words.ts'
import { formatInstant } from '../../../worktime/rules.ts'
import type { ReplyTemplate } from '../../model/reply-templates.ts'
import { TEMPLATES, type Templates } from './moves/TemplatePicker.tsx'
import { templateWords as words } from './words/templates.ts'

type One = Templates['rows'][number]

/** `/templates`: what answers begin from, with every version; its keepers write it. */
export function ReplyTemplates() {
  const { t } = useTongue()
  const read = useRead<Templates>(TEMPLATES, { topics: [TEMPLATES] })
  const [fresh, setFresh] = useState(false)
  const mayWrite = (read.data?.keeps.length ?? 0) > 0 && !fresh
  const acts = mayWrite ? (
    <Button kind="primary" icon="plus" onPress={() => setFresh(true)}>
      {t(words.fresh)}
    </Button>
  ) : null
  return (
    <Page title={t(words.title)} lead={t(words.lead)} wide acts={acts}>
      <Loaded read={read}>
        {({ rows, keeps }) => (
          <Stack>
            {fresh ? <Fresh keeps={keeps} onClose={() => setFresh(false)} /> : null}
            {rows.length === 0 && !fresh ? <EmptyState icon="pen" title={t(words.none)} /> : null}
            {rows.map((one) => (
              <Template key={`${one.id} ${one.version}`} one={one} />
            ))}
          </Stack>
        )}
      </Loaded>
    </Page>
  )
}

type WritingProps = {
  begun: { readonly name: string; readonly body: string }
  busy: boolean
  problem: Problem | null
  onSend(written: { name: string; body: string }): void
  onClose(): void
}

function Writing({ begun, busy, problem, onSend, onClose }: WritingProps) {
  const { t } = useTongue()
  const [name, setName] = useState(begun.name)
  const [body, setBody] = useState(begun.body)
  const at = (field: string) => {
    const trouble = troubleAt(problem, `/${field}`)
    return trouble && t(trouble)
  }
  return (
    <Form label={t(words.title)} onSend={() => onSend({ name: name.trim(), body: body.trim() })}>
      <TextField label={t(words.name)} value={name} onChange={setName} max={30} required error={at('name')} />
      <TextArea label={t(words.body)} value={body} onChange={setBody} max={2000} rows={6} required error={at('body')} />
      <ProblemNotice problem={problem} />
      <Row>
        <Button kind="primary" type="submit" busy={busy}>
          {t(words.save)}
        </Button>
        <Button onPress={onClose}>{t(uiWords.cancel)}</Button>
      </Row>
    </Form>
  )
}

function Fresh({ keeps, onClose }: { keeps: Templates['keeps']; onClose(): void }) {
  const { t } = useTongue()
  const say = useToast()
  const [at, setAt] = useState(0)
  const onDone = () => {
    say(t(words.saved))
    onClose()
  }
  const write = useAct<object>(TEMPLATES, { changes: [TEMPLATES], onDone })
  const options = keeps.map(({ name }, place) => ({ value: String(place), label: name ?? t(words.district) }))
  return (
    <Sheet title={t(words.fresh)}>
      <Select label={t(words.unit)} value={String(at)} options={options} onChange={(place) => setAt(Number(place))} />
      <Writing
        begun={{ name: '', body: '' }}
        busy={write.busy}
        problem={write.problem}
        onSend={(written) => write.act({ ...written, unit: keeps[at]?.unit ?? null })}
        onClose={onClose}
      />
    </Sheet>
  )
}

function Template({ one }: { one: One }) {
  const { t } = useTongue()
  const say = useToast()
  const [open, setOpen] = useState<'edit' | 'history' | null>(null)
  const change = useAct<object>(`${TEMPLATES}/${one.id}`, {
    method: 'PUT',
    changes: [TEMPLATES],
    onDone: () => say(t(words.saved)),
  })
  const { name, body, live, version } = one
  const send = (written: object) => change.act({ name, body, live, seen: version, ...written })
  if (open === 'edit')
    return (
      <Sheet title={name}>
        <Writing begun={one} busy={change.busy} problem={change.problem} onSend={send} onClose={() => setOpen(null)} />
      </Sheet>
    )
  return (
    <Sheet title={live ? name : `${name}（${t(words.withdrawn)}）`}>
      <Told>{body}</Told>
      <ProblemNotice problem={change.problem} />
      <Row>
        {one.mayKeep ? <Button onPress={() => setOpen('edit')}>{t(words.edit)}</Button> : null}
        {one.mayKeep ? (
          <Button busy={change.busy} onPress={() => send({ live: !live })}>
            {t(live ? words.withdraw : words.restore)}
          </Button>
        ) : null}
        <Button kind="quiet" pressed={open === 'history'} onPress={() => setOpen(open ? null : 'history')}>
          {t(words.history)}
        </Button>
      </Row>
      {open === 'history' ? <History id={one.id} /> : null}
    </Sheet>
  )
}

function History({ id }: { id: string }) {
  const { t } = useTongue()
  const read = useRead<{ rows: readonly ReplyTemplate[] }>(`${TEMPLATES}/${id}/history`, { topics: [TEMPLATES] })
  return (
    <Loaded read={read}>
      {({ rows }) => (
        <Stack>
          {rows.map(({ version, changedAt, name, body }) => (
            <div key={version}>
              <Soft>{`${t(words.version)} ${version} · ${t(formatInstant(instant(changedAt)))} · ${name}`}</Soft>
              <Told>{body}</Told>
            </div>
          ))}
        </Stack>
      )}
    </Loaded>
  )
}
