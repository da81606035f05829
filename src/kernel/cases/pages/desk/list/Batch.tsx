import { useState } from 'react'
import type { Said } from '../../../../../platform/words.ts'
import { useAct } from '../../../../../ui/api/acts.ts'
import { useRead } from '../../../../../ui/api/reads.ts'
import { Button } from '../../../../../ui/parts/Button.tsx'
import { Row, Soft, Stack } from '../../../../../ui/parts/layout.tsx'
import { Notice } from '../../../../../ui/parts/Notice.tsx'
import { Loaded, LoadingState } from '../../../../../ui/parts/states.tsx'
import { useTongue } from '../../../../../ui/tongue.tsx'
import type { CaseForStaff, CaseLine, MoveView } from '../../../model/views.ts'
import { MoveForm } from '../moves/MoveForm.tsx'
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
  const [move, setMove] = useState<MoveView | null>(null)
  const send = useAct<{ ids: string[]; move: string; fields: object }, Result>('/api/cases/batch', {
    changes: [DESK, 'case'],
    onDone: () => setMove(null),
  })
  return (
    <div className="case-batch">
      <Loaded read={read} loading={<LoadingState shape="text" count={1} />}>
        {({ moves }) =>
          move ? (
            <MoveForm
              caseId={first}
              move={move}
              name={`batch.${move.move}`}
              busy={send.busy}
              problem={send.problem}
              onSend={(fields) => send.act({ ids: chosen.map(({ id }) => id), move: move.move, fields })}
              onCancel={() => setMove(null)}
            />
          ) : (
            <Stack gap="tight">
              <Soft>{t(moves.length === 0 ? batchWords.noMoves : batchWords.different)}</Soft>
              <Row>
                {moves.map((one) => (
                  <Button key={one.move} onPress={() => setMove(one)}>
                    {t(one.label)}
                  </Button>
                ))}
              </Row>
            </Stack>
          )
        }
      </Loaded>
      {send.answer ? <Results answer={send.answer} chosen={chosen} /> : null}
    </div>
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
            {numbers.get(id) ?? id}：{refusal ? t(refusal.said) : t(batchWords.ok)}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
