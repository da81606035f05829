import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { MoveView } from '../../../../../kernel/cases/model/views.ts'
import { about, useAct } from '../../../../../ui/api/acts.ts'
import { useKeptPhotos } from '../../../../../ui/api/kept-photos.ts'
import type { Problem } from '../../../../../ui/api/problem.ts'
import { useDraft } from '../../../../../ui/draft.ts'
import type { Values } from '../../../../../ui/forms/fields.ts'
import { Confirm } from '../../../../../ui/parts/Confirm.tsx'
import { Told } from '../../../../../ui/parts/layout.tsx'
import { Notice } from '../../../../../ui/parts/Notice.tsx'
import { useToast } from '../../../../../ui/parts/Toast.tsx'
import { useTongue } from '../../../../../ui/tongue.tsx'
import type { CaseForResident } from '../../../model/views.ts'
import { addresses } from '../addresses.ts'
import { caseWords as words } from '../words/following.ts'
import { writingWords } from '../words/writing.ts'
import type { Visitor } from './CaseView.tsx'
import { MoveFields } from './MoveFields.tsx'
import { bodyOfMove, faultsOfMove, isLow, shownAtDoor } from './move.ts'

type Props = {
  move: MoveView
  card: CaseForResident
  visitor: Visitor | undefined
  onDone(version: number): void
  onClose(): void
}

const EMPTY: { values: Values } = { values: {} }

/** One move with what it asks for. What is written stays on the device until the server has it, whatever happens. */
export function MoveDialog({ move, card, visitor, onDone, onClose }: Props) {
  const { t } = useTongue()
  const say = useToast()
  const name = `move.${card.id}.${move.move}`
  const draft = useDraft(name, EMPTY)
  const photos = useKeptPhotos(`draft.${name}.photos`, addresses.photos)
  const [tried, setTried] = useState(false)
  const { values } = draft.form
  const sending = useAct<ReturnType<typeof bodyOfMove>, CaseForResident>(addresses.move(card.id, move.move), {
    headers: shownAtDoor(visitor),
    changes: ['orders', `case/${card.id}`],
    onDone: ({ version }) => {
      draft.clear()
      photos.clear()
      say(t(words.done))
      onDone(version)
    },
  })
  useFreshAfter(sending.problem, card.id)
  const found = faultsOfMove(move.fields, values)
  const stillOpen = card.moves.some((offered) => offered.move === move.move)
  const send = () => {
    setTried(true)
    if (found.length === 0) sending.act(bodyOfMove(move, values, { photos: photos.hashes, seen: card.version }))
  }
  const conflict = isConflict(sending.problem)
  return (
    <Confirm
      open
      title={t(move.label)}
      act={t(move.label)}
      danger={move.tone === 'danger' && move.move !== 'rate'}
      busy={sending.busy}
      blocked={stillOpen ? (photos.busy ? t(writingWords.photoWaits) : undefined) : t(words.lapsed)}
      problem={conflict ? null : sending.problem}
      onAct={send}
      onClose={onClose}
    >
      {move.confirm && move.move !== 'rate' ? <p>{t(move.confirm)}</p> : null}
      {move.move === 'supply' && card.missing !== null ? (
        <Notice title={t(words.missing)}>
          <Told>{card.missing}</Told>
        </Notice>
      ) : null}
      <MoveFields
        fields={move.fields}
        values={values}
        kept={draft.isKept}
        faults={tried ? found : []}
        problem={sending.problem}
        photos={photos.props}
        onChange={(change) => draft.set({ values: { ...values, ...change } })}
      />
      {isLow(values) ? <Notice>{t(words.lowStars)}</Notice> : null}
      {conflict && stillOpen ? (
        <Notice tone="warn" title={t(words.conflict)} spoken>
          {t(words.conflictText)}
        </Notice>
      ) : null}
      {stillOpen ? null : (
        <Notice tone="warn" title={t(words.lapsed)} spoken>
          {t(words.lapsedText)}
        </Notice>
      )}
    </Confirm>
  )
}

/** A no means that the case is no longer what the page shows: it is asked for anew. */
function useFreshAfter(problem: Problem | null, id: string): void {
  const client = useQueryClient()
  // The answer to an act of this dialog changes what the rest of the page knows.
  useEffect(() => {
    if (problem?.kind === 'refused')
      void client.invalidateQueries({ predicate: ({ meta }) => about(meta?.topics, ['orders', `case/${id}`]) })
  }, [problem, client, id])
}

const isConflict = (problem: Problem | null): boolean => problem?.refusal === 'somebody-was-first'
