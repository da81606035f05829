import { useState } from 'react'
import type { CaseForStaff, MoveView } from '../../../../kernel/cases/model/views.ts'
import { Acting } from '../../../../kernel/cases/pages/desk/case/Acts.tsx'
import { Marked } from '../../../../kernel/cases/pages/desk/case/Marked.tsx'
import { Similar } from '../../../../kernel/cases/pages/desk/case/Similar.tsx'
import { DESK } from '../../../../kernel/cases/pages/desk/list/reads.ts'
import { caseWords } from '../../../../kernel/cases/pages/desk/words/case.ts'
import { useAct } from '../../../../ui/api/acts.ts'
import { useLive } from '../../../../ui/api/live.ts'
import { useRead } from '../../../../ui/api/reads.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Dialog } from '../../../../ui/parts/Dialog.tsx'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Facts, Row, Sheet, Soft, Told } from '../../../../ui/parts/layout.tsx'
import { Notice, ProblemNotice } from '../../../../ui/parts/Notice.tsx'
import { Loaded, LoadingState } from '../../../../ui/parts/states.tsx'
import { useToast } from '../../../../ui/parts/Toast.tsx'
import { useShortcut } from '../../../../ui/shortcut.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import { Routes } from './Routes.tsx'
import { boardWords as words } from './words/board.ts'

type Props = { id: string; onSent(): void; onBefore: (() => void) | undefined; onNext: (() => void) | undefined }

/** Others keep a part of what was told; the rest is sent on from here. */
const SPLIT = 'splitOff'

/** One case that waits: what was told with the words that spoke, where it may belong, and what else can be done. */
export function BoardCase({ id, onSent, onBefore, onNext }: Props) {
  const { t } = useTongue()
  const topic = `case/${id}`
  useLive([topic])
  const read = useRead<CaseForStaff>(`/api/cases/${id}`, { topics: [topic] })
  return (
    <section className="board-case" aria-label={t(caseWords.title)}>
      <Row push>
        <Row>
          {onBefore ? (
            <Button onPress={onBefore} icon="back">
              {t(words.before)}
            </Button>
          ) : null}
          {onNext ? (
            <Button onPress={onNext} icon="next">
              {t(words.next)}
            </Button>
          ) : null}
        </Row>
        <Go to={`/cases/${id}`}>{t(words.whole)}</Go>
      </Row>
      <Loaded read={read} loading={<LoadingState shape="text" count={8} />}>
        {(shown) => <Shown shown={shown} onSent={onSent} />}
      </Loaded>
    </section>
  )
}

type ShownProps = { shown: CaseForStaff; onSent(): void }

function Shown({ shown, onSent }: ShownProps) {
  const { t } = useTongue()
  const [open, setOpen] = useState<MoveView | null>(null)
  const { card, told, proposal, moves } = shown
  const marks = proposal?.marks ?? []
  const others = moves.filter(({ move }) => move !== 'dispatch')
  const splits = moves.find(({ move }) => move === SPLIT)
  useShortcut('s', () => splits && setOpen(splits), splits?.label)
  const still = open && moves.find(({ move }) => move === open.move)
  return (
    <>
      <Sheet title={told.state === 'open' ? told.title : card.number}>
        <Soft>
          {card.number} · {card.category}
        </Soft>
        <Told>
          {told.state === 'open' ? <Marked text={told.text} field="text" marks={marks} /> : t(caseWords.gone)}
        </Told>
        {told.place ? <Facts facts={[{ label: t(caseWords.place), value: told.place }]} /> : null}
        {marks.length > 0 ? <Soft>{t(words.marked)}</Soft> : null}
      </Sheet>
      <Sending shown={shown} onSent={onSent} />
      <Similar shown={shown} />
      {others.length > 0 ? (
        <Sheet title={t(words.otherMoves)}>
          <Row>
            {others.map((move) => (
              <Button key={move.move} kind={move.tone === 'danger' ? 'danger' : 'plain'} onPress={() => setOpen(move)}>
                {t(move.label)}
              </Button>
            ))}
          </Row>
        </Sheet>
      ) : null}
      <p className="board-keys">{t(words.keys)}</p>
      <Dialog
        open={still !== null && still !== undefined}
        title={open ? t(open.label) : ''}
        onClose={() => setOpen(null)}
      >
        {still ? <Acting shown={shown} move={still} onClose={() => setOpen(null)} /> : null}
      </Dialog>
    </>
  )
}

type Sent = { readonly fields: { readonly unit: string; readonly category?: string }; readonly seen: number }

/** The three routes: a digit chooses, Enter sends. What was chosen is named to the server, so that it can be learnt. */
function Sending({ shown: { card, version, proposal, moves }, onSent }: ShownProps) {
  const { t } = useTongue()
  const say = useToast()
  const [chosen, choose] = useState(0)
  const best = proposal?.best ?? []
  const route = best[chosen]
  const send = useAct<Sent>(`/api/cases/${card.id}/moves/dispatch`, {
    changes: [DESK, `case/${card.id}`],
    onDone: () => {
      say(`${t(words.sent)}${card.number} → ${route?.unitName ?? ''}`)
      onSent()
    },
  })
  const may = route?.mayReceive === true && moves.some(({ move }) => move === 'dispatch')
  const accept = () => {
    if (!may || !route) return
    const { unit, category } = route
    const stands = chosen === 0 && category === card.category
    send.act({ fields: { unit, ...(!stands && { category }) }, seen: version })
  }
  useShortcut('Enter', accept, words.acceptKey)
  useShortcut('1', () => choose(0), words.first)
  useShortcut('2', () => best[1] && choose(1), best[1] && words.second)
  useShortcut('3', () => best[2] && choose(2), best[2] && words.third)
  const wasFirst = send.problem?.refusal === 'somebody-was-first'
  return (
    <Sheet title={t(words.routes)}>
      {best.length === 0 ? <Soft>{t(words.noRoute)}</Soft> : <Routes best={best} chosen={chosen} onChoose={choose} />}
      {wasFirst ? <Notice tone="warn" title={t(words.wasFirst)} spoken /> : <ProblemNotice problem={send.problem} />}
      <Row>
        <Button
          kind="primary"
          busy={send.busy}
          blocked={may ? undefined : t(route?.refusal?.said ?? words.noRoute)}
          onPress={accept}
        >
          {t(words.accept)}
        </Button>
      </Row>
    </Sheet>
  )
}
