import { useState } from 'react'
import type { Instant } from '../../../../platform/time.ts'
import type { Said } from '../../../../platform/words.ts'
import { useAct } from '../../../../ui/api/acts.ts'
import { useRead, withQuery } from '../../../../ui/api/reads.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Confirm } from '../../../../ui/parts/Confirm.tsx'
import { Form, Row, Sheet, Soft, Stack } from '../../../../ui/parts/layout.tsx'
import { Notice, ProblemNotice } from '../../../../ui/parts/Notice.tsx'
import { EmptyState, Loaded } from '../../../../ui/parts/states.tsx'
import { Table } from '../../../../ui/parts/Table.tsx'
import { TextField } from '../../../../ui/parts/TextField.tsx'
import { useToast } from '../../../../ui/parts/Toast.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import { formatInstant } from '../../../worktime/rules.ts'
import { CATALOGUE, MATTERS } from './Catalogue.tsx'
import { type ChangeRow, type MatterAnswer, valueText } from './matter.ts'
import { matterWords as words } from './words/catalogue.ts'

type Impact = {
  readonly filedAt: string
  readonly dues: readonly { key: string; label: Said; before: string | null; after: string | null }[]
  readonly unit: { readonly before: string | null; readonly after: string | null } | null
  readonly open: readonly { readonly version: number; readonly cases: number }[]
}

/** What the draft would change, what keeps it from being published, and the button that publishes it. */
export function Changes({ answer }: { answer: MatterAnswer }) {
  const { t } = useTongue()
  if (!answer.draft) return <EmptyState icon="pen" title={t(words.noDraft)} />
  return (
    <Stack>
      <Problems answer={answer} />
      <ImpactSheet id={answer.id} />
      <Sheet title={t(words.changes)}>
        <ChangeTable rows={answer.changes} />
      </Sheet>
      <Publishing answer={answer} />
    </Stack>
  )
}

function Problems({ answer: { problems } }: { answer: MatterAnswer }) {
  const { t } = useTongue()
  const of = (weight: 'error' | 'notice') => problems.filter((one) => one.weight === weight)
  const list = (found: MatterAnswer['problems']) => (
    <ul>
      {found.map(({ at, code, said }) => (
        <li key={`${at} ${code}`}>{t(said)}</li>
      ))}
    </ul>
  )
  const [errors, notices] = [of('error'), of('notice')]
  return (
    <>
      {errors.length > 0 ? (
        <Notice tone="bad" title={t(words.problems)}>
          {list(errors)}
        </Notice>
      ) : (
        <Notice tone="good" title={t(words.noProblems)} />
      )}
      {notices.length > 0 ? (
        <Notice tone="warn" title={t(words.notices)}>
          {list(notices)}
        </Notice>
      ) : null}
    </>
  )
}

function ImpactSheet({ id }: { id: string }) {
  const { t } = useTongue()
  const read = useRead<Impact>(`/api/cases/impact/${id}`, { topics: [MATTERS] })
  const time = (at: string | null) => (at === null ? '—' : t(formatInstant(at as Instant)))
  return (
    <Sheet title={t(words.impact)}>
      <Loaded read={read}>
        {({ dues, unit, open, filedAt }) => (
          <Stack>
            <Soft>{`${t(words.filedNow)} ${time(filedAt)}`}</Soft>
            {dues.length === 0 ? (
              <p>{t(words.sameDues)}</p>
            ) : (
              <Table
                caption={t(words.impact)}
                hideCaption
                rows={dues}
                rowId={({ key }) => key}
                columns={[
                  { id: 'what', title: t(words.what), cell: ({ label }) => t(label) },
                  { id: 'before', title: t(words.dueBefore), cell: ({ before }) => time(before) },
                  { id: 'after', title: t(words.dueAfter), cell: ({ after }) => time(after) },
                ]}
              />
            )}
            <p>
              {unit === null
                ? t(words.sameUnit)
                : t(words.unitWould(unit.before ?? t(words.byPlace), unit.after ?? t(words.byPlace)))}
            </p>
            {open.length === 0 ? <p>{t(words.noneOpen)}</p> : null}
            {open.map(({ version, cases }) => (
              <p key={version}>{t(words.openKeep(cases, version))}</p>
            ))}
          </Stack>
        )}
      </Loaded>
    </Sheet>
  )
}

const kindWordsOf = { added: words.added, removed: words.removed, changed: words.altered } as const

/** Differences line by line: what stood there and what would. */
export function ChangeTable({ rows }: { rows: readonly ChangeRow[] }) {
  const { t } = useTongue()
  if (rows.length === 0) return <Soft>{t(words.nothing)}</Soft>
  const value = (of: unknown) => <div className="matter-change">{valueText(of)}</div>
  return (
    <Table<ChangeRow>
      caption={t(words.changes)}
      hideCaption
      rows={rows}
      rowId={({ at }) => at}
      columns={[
        { id: 'part', title: t(words.part), cell: ({ part, kind }) => `${t(part)} · ${t(kindWordsOf[kind])}` },
        { id: 'at', title: t(words.at), cell: ({ at }) => <code>{at}</code> },
        { id: 'before', title: t(words.before), cell: ({ before }) => value(before) },
        { id: 'after', title: t(words.after), cell: ({ after }) => value(after) },
      ]}
    />
  )
}

function Publishing({ answer: { id, draft, draftRevision, can, problems } }: { answer: MatterAnswer }) {
  const { t } = useTongue()
  const say = useToast()
  const { go } = usePlace()
  const [note, setNote] = useState('')
  const [sure, setSure] = useState(false)
  const done = (words: Said) => () => {
    say(t(words))
    go(`/admin/matters/${id}?tab=history`)
  }
  const publish = useAct<object>(`${CATALOGUE}/${id}/publish`, { changes: [MATTERS], onDone: done(words.published) })
  const drop = useAct<undefined>(withQuery(`${CATALOGUE}/${id}/draft`, { revision: draftRevision }), {
    method: 'DELETE',
    changes: [MATTERS],
    onDone: done(words.dropped),
  })
  const isBlocked = problems.some(({ weight }) => weight === 'error')
  const blocked = isBlocked ? t(words.problems) : undefined
  return (
    <Sheet>
      <Form label={t(words.publish)} onSend={() => isBlocked || publish.act({ revision: draftRevision, note })}>
        <TextField label={t(words.note)} hint={t(words.noteHint)} max={400} value={note} onChange={setNote} />
        <ProblemNotice problem={publish.problem ?? drop.problem} />
        <Soft>{t(words.publishFrom(draft?.effectiveFrom ?? ''))}</Soft>
        <Row>
          {can.includes('publish') ? (
            <Button type="submit" kind="primary" busy={publish.busy} blocked={blocked}>
              {t(words.publish)}
            </Button>
          ) : null}
          {can.includes('drop-draft') ? (
            <Button kind="danger" busy={drop.busy} onPress={() => setSure(true)}>
              {t(words.drop)}
            </Button>
          ) : null}
        </Row>
      </Form>
      <Confirm
        open={sure}
        title={t(words.drop)}
        act={t(words.drop)}
        onClose={() => setSure(false)}
        onAct={() => {
          setSure(false)
          drop.act(undefined)
        }}
      >
        <p>{t(words.dropSure)}</p>
      </Confirm>
    </Sheet>
  )
}
