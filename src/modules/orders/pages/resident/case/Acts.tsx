import { useState } from 'react'
import type { MoveView } from '../../../../../kernel/cases/model/views.ts'
import { Button, type ButtonKind } from '../../../../../ui/parts/Button.tsx'
import { Lead, Sheet } from '../../../../../ui/parts/layout.tsx'
import { useTongue } from '../../../../../ui/tongue.tsx'
import type { CaseForResident } from '../../../model/views.ts'
import { caseWords as words } from '../words/following.ts'
import './case.css'
import type { Visitor } from './CaseView.tsx'
import { MoveDialog } from './MoveDialog.tsx'

type Props = { card: CaseForResident; visitor: Visitor | undefined; onDone(version: number): void }

/** Exactly the moves that the server offers; what is to be done now stands first. */
export function Acts({ card, visitor, onDone }: Props) {
  const { t } = useTongue()
  // The move is kept as it was when it was opened: news must not take the page away under somebody who writes.
  const [open, setOpen] = useState<MoveView | null>(null)
  const moves = card.moves.toSorted((a, b) => rank(a) - rank(b))
  if (moves.length === 0 && open === null)
    return card.ended ? null : (
      <Sheet title={t(words.acts)}>
        <Lead>{t(words.noActs)}</Lead>
      </Sheet>
    )
  return (
    <div className="case-no-print">
      <Sheet title={t(words.acts)}>
        <div className="case-acts">
          {moves.map((move) => (
            <Button key={move.move} kind={kindOf(move, card.yourTurn)} onPress={() => setOpen(move)}>
              {t(move.label)}
            </Button>
          ))}
        </div>
      </Sheet>
      {open ? (
        <MoveDialog
          key={open.move}
          move={open}
          card={card}
          visitor={visitor}
          onClose={() => setOpen(null)}
          onDone={(version) => {
            setOpen(null)
            onDone(version)
          }}
        />
      ) : null}
    </div>
  )
}

const order = ['supply', 'rate', 'askReopen', 'urge', 'withdraw']

const rank = ({ move }: MoveView): number => {
  const at = order.indexOf(move)
  return at === -1 ? order.length : at
}

/** Only what the resident is waited for is pressed upon him. */
const kindOf = ({ move, tone }: MoveView, yourTurn: boolean): ButtonKind =>
  tone === 'danger' && move !== 'rate' ? 'danger' : yourTurn && ['supply', 'rate'].includes(move) ? 'primary' : 'plain'
