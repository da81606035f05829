import { useState } from 'react'
import { checkForm } from '../../../../../platform/forms/check.ts'
import { useAct } from '../../../../../ui/api/acts.ts'
import type { Problem } from '../../../../../ui/api/problem.ts'
import { useRead, withQuery } from '../../../../../ui/api/reads.ts'
import { useDraft } from '../../../../../ui/draft.ts'
import { SchemaForm } from '../../../../../ui/forms/SchemaForm.tsx'
import { Button } from '../../../../../ui/parts/Button.tsx'
import { Dialog } from '../../../../../ui/parts/Dialog.tsx'
import { Soft, Stack } from '../../../../../ui/parts/layout.tsx'
import { ProblemNotice } from '../../../../../ui/parts/Notice.tsx'
import { Select } from '../../../../../ui/parts/Select.tsx'
import { Loaded, LoadingState } from '../../../../../ui/parts/states.tsx'
import { useToast } from '../../../../../ui/parts/Toast.tsx'
import { useTongue } from '../../../../../ui/tongue.tsx'
import { uiWords } from '../../../../../ui/words.ts'
import type { DocumentDraft } from '../../../../documents/model/views.ts'
import { type Regime, regimes } from '../../../../documents/model.ts'
import { Paper, type Printed } from '../../../../documents/pages/Paper.tsx'
import { kindWords, regimeWords } from '../../../../documents/words.ts'
import { documentWords as words } from '../words/documents.ts'
import { documentsAt, type Making } from './CaseDocuments.tsx'

type Props = { caseId: string; making: Making; regime: Regime; onClose(): void }

/** One document in the making: read over, looked at as it will lie on the table, issued. */
export function IssueDialog({ caseId, making, regime: usual, onClose }: Props) {
  const { t } = useTongue()
  const [regime, setRegime] = useState<Regime>(usual)
  const { kind, about } = making
  const url = withQuery(`${documentsAt(caseId)}/draft`, { kind, regime, about: about?.id })
  const read = useRead<DocumentDraft>(url, { topics: [`case/${caseId}`] })
  const title = about?.does === 'replaces' ? t(words.replaceTitle) : `${t(words.issue)} ${t(kindWords[kind])}`
  return (
    <Dialog open title={title} onClose={onClose}>
      <Stack>
        {about ? (
          <Soft>{`${about.number}：${t(about.does === 'replaces' ? words.replaceText : words.revokeText)}`}</Soft>
        ) : null}
        <Select
          label={t(words.regime)}
          value={regime}
          options={regimes.map((value) => ({ value, label: t(regimeWords[value]) }))}
          onChange={setRegime}
        />
        <Loaded read={read} loading={<LoadingState shape="text" count={6} />}>
          {(draft) => <Writing key={regime} caseId={caseId} making={making} draft={draft} onClose={onClose} />}
        </Loaded>
      </Stack>
    </Dialog>
  )
}

type WritingProps = { caseId: string; making: Making; draft: DocumentDraft; onClose(): void }
type Body = { kind: string; regime: string; values: Record<string, string>; about?: object }

function Writing({ caseId, making, draft, onClose }: WritingProps) {
  const { t } = useTongue()
  const say = useToast()
  const { kind, about } = making
  const name = `document.${caseId}.${kind}.${about?.id ?? ''}.${draft.regime}`
  const kept = useDraft<Record<string, string>>(name, draft.values)
  const [tried, setTried] = useState(false)
  const [shown, setShown] = useState<Printed | null>(null)
  const values = Object.fromEntries(Object.entries(kept.form).filter(([, text]) => text.trim() !== ''))
  const faults = tried ? checkForm(draft.form, values) : []
  const body: Body = {
    kind,
    regime: draft.regime,
    values,
    ...(about && { about: { id: about.id, does: about.does } }),
  }
  const look = useAct<Body, Printed>(`${documentsAt(caseId)}/preview`, { onDone: setShown })
  const issue = useAct<Body, { number: string }>(documentsAt(caseId), {
    changes: [`case/${caseId}`, 'documents'],
    onDone: ({ number }) => {
      kept.clear()
      say(`${t(words.issued)}${number}`)
      onClose()
    },
  })
  const preview = () => {
    setTried(true)
    if (checkForm(draft.form, values).length === 0) look.act(body)
  }
  if (shown)
    return (
      <Stack>
        <Paper contents={shown} />
        <Soft>{t(words.sureText)}</Soft>
        <ProblemNotice problem={issue.problem} />
        <div className="row">
          <Button onPress={() => setShown(null)}>{t(words.edit)}</Button>
          <Button kind="primary" busy={issue.busy} onPress={() => issue.act(body)}>
            {t(words.confirm)}
          </Button>
        </div>
      </Stack>
    )
  return (
    <Stack>
      <SchemaForm
        schema={draft.form}
        value={kept.form}
        onChange={(next) => kept.set(textsOf(next))}
        problems={[...faults, ...fromServer(look.problem)]}
      />
      <ProblemNotice problem={look.problem} />
      <Soft>{t(words.draftKept)}</Soft>
      <div className="row">
        <Button onPress={onClose}>{t(uiWords.cancel)}</Button>
        <Button kind="primary" busy={look.busy} onPress={preview}>
          {t(words.preview)}
        </Button>
      </div>
    </Stack>
  )
}

const textsOf = (values: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? value : '']))

/** What the server found at a field, as the form reads it. */
const fromServer = (problem: Problem | null) =>
  (problem?.fields ?? []).flatMap(({ pointer, zh, en }) =>
    pointer.startsWith('/values/') ? [{ path: pointer.slice('/values'.length), said: { zh, en } }] : [],
  )
