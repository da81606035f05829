import { useEffect, useRef, useState } from 'react'
import { useKeptPhotos } from '../../../../../ui/api/kept-photos.ts'
import { type Problem, troubleAt } from '../../../../../ui/api/problem.ts'
import { useDraft } from '../../../../../ui/draft.ts'
import { Button } from '../../../../../ui/parts/Button.tsx'
import { Confirm } from '../../../../../ui/parts/Confirm.tsx'
import { Form, Row, Soft } from '../../../../../ui/parts/layout.tsx'
import { Notice, ProblemNotice } from '../../../../../ui/parts/Notice.tsx'
import { useTongue } from '../../../../../ui/tongue.tsx'
import { uiWords } from '../../../../../ui/words.ts'
import type { CaseForStaff, MoveView } from '../../../model/views.ts'
import { surelySaid, moveWords as words } from '../words/case.ts'
import { ANSWER, Answering } from './Answering.tsx'
import { bodyOf, emptyOf, faultsOf } from './form.ts'
import { MoveField } from './MoveField.tsx'

type Props = {
  caseId: string
  /** Whose people can be named. */
  unit?: string | null
  move: MoveView
  /** What was asked, where an answer to it is written here. */
  shown?: Pick<CaseForStaff, 'card' | 'told'>
  /** Under which what was typed is kept on this device. */
  name: string
  /** What is proposed for fields nobody has typed in yet. */
  proposed?: Readonly<Record<string, string>>
  busy: boolean
  problem: Problem | null
  onSend(fields: Record<string, unknown>): void
  onCancel(): void
}

/** The form of one move, drawn from what the server says it asks for. */
export function MoveForm({ move, name, proposed = {}, busy, problem, shown, onSend, onCancel, ...about }: Props) {
  const { t } = useTongue()
  const draft = useDraft<Record<string, string>>(name, emptyOf(move.fields))
  const evidence = useKeptPhotos(`draft.${name}.photos`, '/api/cases/photos')
  const [tried, setTried] = useState(false)
  const [asking, setAsking] = useState(false)
  const title = useRef<HTMLHeadingElement>(null)
  // Who opened the form goes on in it, by keyboard or by ear.
  useEffect(() => title.current?.focus(), [])
  const filled = { ...draft.form }
  for (const [field, value] of Object.entries(proposed)) if (filled[field] === '') filled[field] = value
  const papers = Object.fromEntries(
    move.fields.filter(({ control }) => control === 'evidence').map((field) => [field.name, evidence.hashes]),
  )
  const faults = tried ? faultsOf(move.fields, filled) : {}
  const send = () => {
    setAsking(false)
    onSend(bodyOf(move.fields, filled, papers))
  }
  const press = () => {
    setTried(true)
    if (Object.keys(faultsOf(move.fields, filled)).length > 0) return
    if (move.confirm && asksFor(move)) setAsking(true)
    else send()
  }
  return (
    <div className="case-form">
      <h3 ref={title} tabIndex={-1}>
        {t(move.label)}
      </h3>
      {draft.isKept ? <Soft>{t(words.draftBack)}</Soft> : null}
      <Form label={t(move.label)} onSend={press}>
        {move.fields.map((field) => {
          const trouble = faults[field.name] ?? troubleAt(problem, `/fields/${field.name}`)
          return (
            <MoveField
              key={field.name}
              field={field}
              value={filled[field.name] ?? ''}
              onChange={(value) => draft.set({ [field.name]: value })}
              evidence={evidence.props}
              error={trouble && t(trouble)}
              {...about}
            />
          )
        })}
        <Answering shown={shown} reply={filled[ANSWER]} onReply={(answer) => draft.set({ answer })} />
        <ProblemNotice problem={problem} />
        <Foot move={move} busy={busy} blocked={evidence.busy ? t(words.waitPhotos) : undefined} onCancel={onCancel} />
      </Form>
      {move.confirm ? (
        <Confirm
          open={asking}
          title={t(words.sure)}
          act={t(move.label)}
          danger={move.tone === 'danger'}
          onAct={send}
          onClose={() => setAsking(false)}
        >
          {t(move.confirm)}
        </Confirm>
      ) : null}
    </div>
  )
}

/** Whether anything must be filled in. Where nothing must, opening the form was a press by itself, and no third is asked for. */
const asksFor = ({ fields }: MoveView): boolean => fields.some(({ required }) => required)

type FootProps = Pick<Props, 'move' | 'busy' | 'onCancel'> & { blocked: string | undefined }

/** What follows from a move that asks for nothing, and the button that makes it. */
function Foot({ move, busy, blocked, onCancel }: FootProps) {
  const { t } = useTongue()
  const isGrave = move.tone === 'danger'
  const told = asksFor(move) ? undefined : move.confirm
  return (
    <>
      {told ? <Notice tone={isGrave ? 'warn' : 'info'}>{t(told)}</Notice> : null}
      <Row>
        <Button kind={isGrave ? 'danger' : 'primary'} type="submit" busy={busy} blocked={blocked}>
          {t(told ? surelySaid(move.label) : move.label)}
        </Button>
        <Button onPress={onCancel}>{t(uiWords.cancel)}</Button>
      </Row>
    </>
  )
}
