import { useState } from 'react'
import type { Said } from '../../../../../platform/words.ts'
import { useAct } from '../../../../../ui/api/acts.ts'
import { useRead } from '../../../../../ui/api/reads.ts'
import { forget } from '../../../../../ui/kept.ts'
import { Button } from '../../../../../ui/parts/Button.tsx'
import { Go } from '../../../../../ui/parts/Go.tsx'
import { Row, Soft, Stack } from '../../../../../ui/parts/layout.tsx'
import { Notice } from '../../../../../ui/parts/Notice.tsx'
import { Loaded, LoadingState } from '../../../../../ui/parts/states.tsx'
import { useTongue } from '../../../../../ui/tongue.tsx'
import type { CaseForStaff, CaseLine, MoveView } from '../../../model/views.ts'
import { MoveForm } from '../moves/MoveForm.tsx'
import { moveWords } from '../words/case.ts'
import { batchWords, listWords as words } from '../words/list.ts'
import { DESK } from './reads.ts'

type Result = {
  readonly done: number
  readonly refused: number
  readonly results: readonly { readonly id: string; readonly ok: boolean; readonly refusal: { said: Said } | null }[]
}

/** What may be done to the selected cases: the moves of the first; every case answers for itself. */
export function Batch({ chosen, onDone }: { chosen: readonly CaseLine[]; onDone(): void }) {
  const { t } = useTongue()
  const [open, setOpen] = useState(false)
  return (
    <section className="case-bar" aria-label={t(words.batch)}>
      <strong>
        {t(words.selected)} {chosen.length} {t(words.pieces)}
      </strong>
      {open ? null : (
        <Button kind="primary" onPress={() => setOpen(true)}>
          {t(words.batch)}
        </Button>
      )}
      <Button kind="quiet" onPress={onDone}>
        {t(words.unselect)}
      </Button>
      {open ? <BatchForm chosen={chosen} /> : null}
    </section>
  )
}

function BatchForm({ chosen }: { chosen: readonly CaseLine[] }) {
  const { t } = useTongue()
  const [first] = useState(chosen[0]?.id ?? '')
  const read = useRead<CaseForStaff>(`/api/cases/${first}`)
  const [open, setOpen] = useState<Opened | null>(null)
  const [done, setDone] = useState<ReadonlySet<string>>(new Set())
  const send = useAct<Sent, Result>('/api/cases/batch', {
    changes: [DESK, 'case'],
    onDone: ({ refused, results }) => {
      setDone(new Set([...done, ...results.filter(({ ok }) => ok).map(({ id }) => id)]))
      // What was written stays for those that could not be done.
      if (open && refused === 0) for (const part of ['', '.photos']) forget(`draft.${draftName(open.move)}${part}`)
      setOpen(null)
    },
  })
  const left = chosen.filter(({ id }) => !done.has(id))
  return (
    <div className="case-batch">
      {open ? (
        <>
          <WereFirst cases={left.filter(({ id, version }) => open.versions.get(id) !== version)} />
          <MoveForm
            caseId={first}
            move={open.move}
            name={draftName(open.move)}
            busy={send.busy}
            problem={send.problem}
            onSend={(fields) => send.act({ ...idsOf(left), move: open.move.move, fields })}
            onCancel={() => setOpen(null)}
          />
        </>
      ) : null}
      {open || left.length === 0 ? null : (
        <Loaded read={read} loading={<LoadingState shape="text" count={1} />}>
          {({ moves }) => (
            <Stack gap="tight">
              <Soft>{t(moves.length === 0 ? batchWords.noMoves : batchWords.different)}</Soft>
              <Row>
                {moves.map((move) => (
                  <Button key={move.move} onPress={() => setOpen({ move, versions: versionsOf(left) })}>
                    {t(move.label)}
                  </Button>
                ))}
              </Row>
            </Stack>
          )}
        </Loaded>
      )}
      {send.answer ? <Results answer={send.answer} chosen={chosen} /> : null}
    </div>
  )
}

/** The form that is open, and how the cases stood when it was opened. */
type Opened = { readonly move: MoveView; readonly versions: ReadonlyMap<string, number> }
type Sent = { ids: string[]; seen: Record<string, number>; move: string; fields: object }

const draftName = ({ move }: MoveView) => `batch.${move}`
const versionsOf = (cases: readonly CaseLine[]) => new Map(cases.map(({ id, version }) => [id, version]))
const idsOf = (cases: readonly CaseLine[]) => ({
  ids: cases.map(({ id }) => id),
  seen: Object.fromEntries(versionsOf(cases)),
})

/** Which of them somebody else has moved while the form was open. */
function WereFirst({ cases }: { cases: readonly CaseLine[] }) {
  const { t } = useTongue()
  if (cases.length === 0) return null
  return (
    <Notice tone="warn" title={t(moveWords.wasFirst)} spoken>
      {t(moveWords.wasFirstText)}
      <ul>
        {cases.map(({ id, number, holderName, unitName, stageLabel }) => (
          <li key={id}>
            <Go to={`/cases/${id}`}>{number}</Go> {t(stageLabel)} {unitName} {holderName}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function Results({ answer, chosen }: { answer: Result; chosen: readonly CaseLine[] }) {
  const { t } = useTongue()
  const numbers = new Map(chosen.map(({ id, number }) => [id, number]))
  const title = `${t(batchWords.done)} ${answer.done} · ${t(batchWords.refused)} ${answer.refused}`
  return (
    <Notice tone={answer.refused > 0 ? 'warn' : 'good'} title={title} spoken>
      <ul aria-label={t(batchWords.results)}>
        {answer.results.map(({ id, refusal }) => (
          <li key={id}>
            <Go to={`/cases/${id}`}>{numbers.get(id) ?? id}</Go>：{refusal ? t(refusal.said) : t(batchWords.ok)}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
