import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { about, useAct } from '../../../../../ui/api/acts.ts'
import { useDraft } from '../../../../../ui/draft.ts'
import { forget } from '../../../../../ui/kept.ts'
import { Button } from '../../../../../ui/parts/Button.tsx'
import { Row, Sheet, Soft, Told } from '../../../../../ui/parts/layout.tsx'
import { Notice } from '../../../../../ui/parts/Notice.tsx'
import { useToast } from '../../../../../ui/parts/Toast.tsx'
import { usePlace } from '../../../../../ui/routing/place.ts'
import { useShortcut } from '../../../../../ui/shortcut.ts'
import { useTongue } from '../../../../../ui/tongue.tsx'
import type { CaseForStaff, MoveView } from '../../../model/views.ts'
import { DESK } from '../list/reads.ts'
import { MoveForm } from '../moves/MoveForm.tsx'
import { caseWords, moveWords as words } from '../words/case.ts'
import { inOrder } from './usual.ts'

type Done = { readonly stageLabel: { readonly zh: string; readonly en: string } }

/** What may be done to the case now, exactly as the server says, each with its form. */
export function Acts({ shown }: { shown: CaseForStaff }) {
  const { t } = useTongue()
  const { card, moves, owner } = shown
  const { open, still, setOpen } = useOpenMove(moves)
  if (open)
    return (
      <Sheet>
        {still ? (
          <Acting key={open.move} shown={shown} move={still} onClose={() => setOpen(null)} />
        ) : (
          <NoLonger shown={shown} move={open} onClose={() => setOpen(null)} />
        )}
      </Sheet>
    )
  const ordered = inOrder(moves)
  return (
    <Sheet title={t(caseWords.moves)}>
      {moves.length === 0 ? (
        <Soft>
          {t(card.settled ? caseWords.settled : caseWords.noMoves)}
          {owner && !card.settled ? ` · ${t(caseWords.nextBy)} ${t(owner.label)}` : ''}
        </Soft>
      ) : (
        <Row>
          {ordered.moves.map((move, at) => (
            <MoveButton key={move.move} move={move} at={at} first={ordered.first} onPress={() => setOpen(move)} />
          ))}
        </Row>
      )}
    </Sheet>
  )
}

/**
 * The move that is open stands in the address, so that the palette can open it. It is kept as it was drawn:
 * it may be gone when somebody else was first.
 */
function useOpenMove(moves: readonly MoveView[]) {
  const { search, setSearch } = usePlace()
  const [drawn, setDrawn] = useState<MoveView | null>(null)
  const still = moves.find(({ move }) => move === search.act)
  if (still && still.move !== drawn?.move) setDrawn(still)
  const open = still ?? (drawn?.move === search.act ? drawn : null)
  return { open, still, setOpen: (move: MoveView | null) => setSearch({ act: move?.move }) }
}

type MoveButtonProps = { move: MoveView; at: number; first: string | undefined; onPress(): void }

/** A move with its key: the first nine are pressed as 1 to 9. */
function MoveButton({ move, at, first, onPress }: MoveButtonProps) {
  const { t } = useTongue()
  const key = at < 9 ? String(at + 1) : ''
  useShortcut(key, onPress, key === '' ? undefined : move.label)
  const kind = move.move === first ? 'primary' : move.tone === 'danger' ? 'danger' : 'plain'
  return (
    <Button kind={kind} onPress={onPress}>
      {t(move.label)}
    </Button>
  )
}

type ActingProps = { shown: CaseForStaff; move: MoveView; onClose(): void }

const draftName = (shown: CaseForStaff, move: MoveView) => `move.${shown.card.id}.${move.move}`

/** One move under way, with what the first one did where somebody was first. */
export function Acting({ shown, move, onClose }: ActingProps) {
  const { t } = useTongue()
  const say = useToast()
  const client = useQueryClient()
  const [opened] = useState(shown.version)
  const { id, unit } = shown.card
  const send = useAct<{ fields: object; seen: number }, Done>(`/api/cases/${id}/moves/${move.move}`, {
    changes: [DESK, `case/${id}`],
    onDone: ({ stageLabel }) => {
      forget(`draft.${draftName(shown, move)}`)
      forget(`draft.${draftName(shown, move)}.photos`)
      say(`${t(words.done)}${t(move.label)} → ${t(stageLabel)}`)
      onClose()
    },
  })
  const isConflict = send.problem?.refusal === 'somebody-was-first'
  // Who came second has to see what the first one did, which only the server can tell.
  useEffect(() => {
    if (isConflict) void client.invalidateQueries({ predicate: ({ meta }) => about(meta?.topics, [`case/${id}`]) })
  }, [isConflict, client, id])
  return (
    <>
      {opened === shown.version ? null : <WasFirst shown={shown} />}
      <MoveForm
        caseId={id}
        unit={unit}
        move={move}
        shown={shown}
        name={draftName(shown, move)}
        proposed={proposedFor(shown, move)}
        busy={send.busy}
        problem={isConflict ? null : send.problem}
        onSend={(fields) => send.act({ fields, seen: shown.version })}
        onCancel={onClose}
      />
    </>
  )
}

/** Unit and category as proposed, where the move asks for a unit; else the category the case stands under already. */
export function proposedFor({ proposal, card }: Pick<CaseForStaff, 'proposal' | 'card'>, { fields }: MoveView) {
  const asks = (field: string) => fields.some(({ name }) => name === field)
  const named = (category: string) => (asks('category') ? { category } : {})
  if (!proposal?.mayReceive || !asks('unit')) return named(card.category)
  return { unit: proposal.unit, ...named(proposal.category) }
}

/** Who was first, and with what. */
function WasFirst({ shown: { timeline } }: { shown: CaseForStaff }) {
  const { t } = useTongue()
  const last = timeline.at(-1)
  return (
    <Notice tone="warn" title={t(words.wasFirst)} spoken>
      {last ? `${last.by.unitName ?? ''} ${last.by.name ?? ''} ${t(last.sentence)} ` : ''}
      {t(words.wasFirstText)}
    </Notice>
  )
}

function NoLonger({ shown, move, onClose }: ActingProps) {
  const { t } = useTongue()
  const empty = Object.fromEntries(move.fields.map(({ name }) => [name, '']))
  const { form } = useDraft<Record<string, string>>(draftName(shown, move), empty)
  const written = move.fields.filter(({ control, name }) => control.endsWith('text') && form[name])
  return (
    <>
      <Notice tone="warn" title={`${t(move.label)}：${t(words.noLonger)}`} onClose={onClose} spoken>
        <WasFirst shown={shown} />
      </Notice>
      {written.map(({ name, label }) => (
        <div key={name}>
          <Soft>
            {t(words.keptText)}
            {t(label)}
          </Soft>
          <Told>{form[name]}</Told>
        </div>
      ))}
    </>
  )
}
