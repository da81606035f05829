import { useState } from 'react'
import type { ClientRight } from '../../../../kernel/channels/model/clients.ts'
import { clientRightWords } from '../../../../kernel/channels/words/channels.ts'
import { formatInstant } from '../../../../kernel/worktime/rules.ts'
import type { Instant } from '../../../../platform/time.ts'
import { useAct } from '../../../../ui/api/acts.ts'
import { troubleAt } from '../../../../ui/api/problem.ts'
import { useRead } from '../../../../ui/api/reads.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Form, Row, Sheet, Stack } from '../../../../ui/parts/layout.tsx'
import { Notice, ProblemNotice } from '../../../../ui/parts/Notice.tsx'
import { CheckBox } from '../../../../ui/parts/RadioCards.tsx'
import { EmptyState, Loaded } from '../../../../ui/parts/states.tsx'
import { Table } from '../../../../ui/parts/Table.tsx'
import { TextField } from '../../../../ui/parts/TextField.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { KeyUse } from '../../model/views.ts'
import { EXCHANGE } from './Deliveries.tsx'
import { exchangeWords as words } from './words/exchange.ts'

type Client = {
  readonly id: string
  readonly name: string
  readonly hint: string
  readonly rights: readonly ClientRight[]
  readonly perMinute: number
  readonly active: boolean
  readonly seenAt: string | null
}

/** Keys of those who come to us: what they may, how often, and how much they do. Of a key only its digest is kept. */
export function Keys() {
  const { t } = useTongue()
  const read = useRead<{ rows: readonly Client[] }>('/api/channels/clients?limit=200', { topics: [EXCHANGE] })
  const uses = useRead<{ rows: readonly KeyUse[] }>('/api/exchange/uses', { topics: [EXCHANGE] })
  const usedBy = (id: string) => uses.data?.rows.find(({ client }) => client === id)
  return (
    <Stack>
      <Issue />
      <Loaded read={read}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState title={t(words.noKeys)} />
          ) : (
            <Table
              caption={t(words.keys)}
              hideCaption
              rows={rows}
              rowId={({ id }) => id}
              columns={[
                { id: 'name', title: t(words.client), cell: ({ name }) => name },
                { id: 'hint', title: t(words.hint), cell: ({ hint }) => <code>{hint}</code> },
                {
                  id: 'rights',
                  title: t(words.rights),
                  cell: ({ rights }) => rights.map((right) => t(clientRightWords[right])).join('、'),
                },
                { id: 'most', title: t(words.perMinute), align: 'end', cell: ({ perMinute }) => perMinute },
                { id: 'calls', title: t(words.calls), align: 'end', cell: ({ id }) => usedBy(id)?.calls ?? 0 },
                { id: 'filed', title: t(words.filed), align: 'end', cell: ({ id }) => usedBy(id)?.filed ?? 0 },
                {
                  id: 'seen',
                  title: t(words.seen),
                  cell: ({ seenAt }) => seenAt && t(formatInstant(seenAt as Instant)),
                },
                { id: 'end', title: t(words.end), cell: (client) => <End client={client} /> },
              ]}
            />
          )
        }
      </Loaded>
    </Stack>
  )
}

type Draft = { name: string; perMinute: string; sensors: boolean }

function Issue() {
  const { t } = useTongue()
  const [draft, setDraft] = useState<Draft>({ name: '', perMinute: '120', sensors: false })
  const issue = useAct<object, { key: string }>('/api/channels/clients', { changes: [EXCHANGE] })
  const wrong = (pointer: string) => {
    const said = troubleAt(issue.problem, pointer)
    return said && t(said)
  }
  const send = () => {
    const rights = ['intake.write', ...(draft.sensors ? ['sensors.write'] : [])]
    issue.act({ name: draft.name, perMinute: Number(draft.perMinute), rights })
  }
  return (
    <Sheet title={t(words.issue)}>
      <Form label={t(words.issue)} onSend={send}>
        <Row>
          <TextField
            label={t(words.client)}
            required
            max={60}
            value={draft.name}
            onChange={(name) => setDraft({ ...draft, name })}
            error={wrong('/name')}
          />
          <TextField
            label={t(words.perMinute)}
            keys="numeric"
            value={draft.perMinute}
            onChange={(perMinute) => setDraft({ ...draft, perMinute })}
            error={wrong('/perMinute')}
          />
        </Row>
        <CheckBox checked={draft.sensors} onChange={(sensors) => setDraft({ ...draft, sensors })}>
          {t(words.sensorsToo)}
        </CheckBox>
        <ProblemNotice problem={issue.problem} />
        {issue.answer ? (
          <Notice tone="good">
            {t(words.issued)} <code>{issue.answer.key}</code>
          </Notice>
        ) : null}
        <Row>
          <Button type="submit" kind="primary" busy={issue.busy}>
            {t(words.issue)}
          </Button>
        </Row>
      </Form>
    </Sheet>
  )
}

function End({ client: { id, name, active } }: { client: Client }) {
  const { t } = useTongue()
  const end = useAct<object>(`/api/channels/clients/${id}/end`, { changes: [EXCHANGE] })
  if (!active) return <>{t(words.ended)}</>
  return (
    <Button kind="danger" busy={end.busy} name={`${t(words.end)} ${name}`} onPress={() => end.act({})}>
      {t(words.end)}
    </Button>
  )
}
