import { useState } from 'react'
import { useAct } from '../../../../ui/api/acts.ts'
import { call } from '../../../../ui/api/call.ts'
import { troubleAt } from '../../../../ui/api/problem.ts'
import { useRead } from '../../../../ui/api/reads.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Form, Item, Items, Row, Sheet, Stack } from '../../../../ui/parts/layout.tsx'
import { ProblemNotice } from '../../../../ui/parts/Notice.tsx'
import { CheckBox } from '../../../../ui/parts/RadioCards.tsx'
import { Loaded } from '../../../../ui/parts/states.tsx'
import { TextArea } from '../../../../ui/parts/TextArea.tsx'
import { TextField } from '../../../../ui/parts/TextField.tsx'
import { useToast } from '../../../../ui/parts/Toast.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { PartnerBody, PartnerView } from '../../model/views.ts'
import { EXCHANGE } from './Deliveries.tsx'
import { linesOf, mappingsIn } from './mapping-lines.ts'
import { exchangeWords as words } from './words/exchange.ts'

const NEW = 'new'

export const freshPartner: PartnerView = {
  id: NEW,
  name: '',
  url: 'https://',
  jurisdiction: null,
  hasKey: false,
  active: true,
  readUntil: null,
  failingSince: null,
  error: null,
  mappings: [],
  counts: {},
}

type Props = { partner: PartnerView; onClose(): void }

/** A partner with its mapping: the partner is kept first, then its lines. */
export function PartnerForm({ partner, onClose }: Props) {
  const { t } = useTongue()
  const say = useToast()
  const { name, url, jurisdiction, active } = partner
  const [draft, setDraft] = useState<PartnerBody>({ name, url, jurisdiction, active, key: null })
  const [lines, setLines] = useState(() => linesOf(partner.mappings))
  const [wrongLine, setWrongLine] = useState<number | null>(null)
  const set = (change: Partial<PartnerBody>) => setDraft((before) => ({ ...before, ...change }))
  const isNew = partner.id === NEW
  const save = useAct<PartnerBody, { id: string }>(
    isNew ? '/api/exchange/partners' : `/api/exchange/partners/${partner.id}`,
    {
      method: isNew ? 'POST' : 'PUT',
      changes: [EXCHANGE],
      onDone: async ({ id }) => {
        const rows = mappingsIn(lines)
        if (typeof rows !== 'number') await call('PUT', `/api/exchange/partners/${id}/mappings`, { rows })
        say(t(words.saved))
        onClose()
      },
    },
  )
  const send = () => {
    const rows = mappingsIn(lines)
    setWrongLine(typeof rows === 'number' ? rows : null)
    if (typeof rows !== 'number') save.act(draft)
  }
  return (
    <Sheet title={t(words.partner)}>
      <Form label={t(words.partner)} onSend={send}>
        <PartnerFields draft={draft} set={set} hasKey={partner.hasKey} trouble={(at) => troubleAt(save.problem, at)} />
        <TextArea
          label={t(words.mappings)}
          hint={`${t(words.mappingsHint)} · ${t(words.mappingExample)}`}
          rows={5}
          value={lines}
          onChange={setLines}
          error={wrongLine === null ? undefined : t(words.mappingWrong(wrongLine))}
        />
        <CheckBox checked={draft.active} onChange={(on) => set({ active: on })}>
          {t(words.active)}
        </CheckBox>
        <ProblemNotice problem={save.problem} />
        <Row>
          <Button type="submit" kind="primary" busy={save.busy}>
            {t(words.save)}
          </Button>
          <Button onPress={onClose}>{t(words.cancel)}</Button>
        </Row>
      </Form>
      {isNew ? null : <Theirs id={partner.id} />}
    </Sheet>
  )
}

type FieldsProps = {
  draft: PartnerBody
  set(change: Partial<PartnerBody>): void
  hasKey: boolean
  trouble(pointer: string): { zh: string; en: string } | undefined
}

function PartnerFields({ draft, set, hasKey, trouble }: FieldsProps) {
  const { t } = useTongue()
  const wrong = (pointer: string) => {
    const said = trouble(pointer)
    return said && t(said)
  }
  return (
    <>
      <TextField
        label={t(words.name)}
        required
        max={60}
        value={draft.name}
        onChange={(name) => set({ name })}
        error={wrong('/name')}
      />
      <TextField
        label={t(words.url)}
        hint={t(words.urlHint)}
        required
        value={draft.url}
        onChange={(url) => set({ url })}
        error={wrong('/url')}
      />
      <Row>
        <TextField
          label={t(words.jurisdiction)}
          optional
          value={draft.jurisdiction ?? ''}
          onChange={(text) => set({ jurisdiction: text === '' ? null : text })}
        />
        <TextField
          label={t(words.key)}
          hint={hasKey ? t(words.keyKept) : undefined}
          optional
          value={draft.key ?? ''}
          onChange={(text) => set({ key: text === '' ? null : text })}
        />
      </Row>
    </>
  )
}

/** What the other side offers today, so that its codes need not be guessed. */
function Theirs({ id }: { id: string }) {
  const { t } = useTongue()
  const [asked, setAsked] = useState(false)
  const read = useRead<{ rows: readonly { code: string; name: string }[] }>(`/api/exchange/partners/${id}/services`, {
    when: asked,
  })
  if (!asked)
    return (
      <Row>
        <Button onPress={() => setAsked(true)}>{t(words.ask)}</Button>
      </Row>
    )
  return (
    <Stack>
      <Loaded read={read}>
        {({ rows }) => (
          <Items label={t(words.theirs)}>
            {rows.slice(0, 200).map(({ code, name }) => (
              <Item key={code} title={`${code} · ${name}`} />
            ))}
          </Items>
        )}
      </Loaded>
    </Stack>
  )
}
