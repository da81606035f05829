import { DESK, useDeskLive } from '../../../../kernel/cases/pages/desk/list/reads.ts'
import { type StaffMe, useMe } from '../../../../kernel/people/pages/me.ts'
import { useRead } from '../../../../ui/api/reads.ts'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Page, Soft } from '../../../../ui/parts/layout.tsx'
import { EmptyState, Loaded, LoadingState } from '../../../../ui/parts/states.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useShortcut } from '../../../../ui/shortcut.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { PaceView, QueueView } from '../../model/board.ts'
import '../../../../kernel/cases/pages/desk/case/case.css'
import { keyWords } from '../../../../kernel/cases/pages/desk/words/list.ts'
import '../../../../kernel/cases/pages/desk/list/list.css'
import './board.css'
import { BoardCase } from './BoardCase.tsx'
import { BoardQueue } from './BoardQueue.tsx'
import { paceWords, boardWords as words } from './words/board.ts'

/** News of other desks does not reach this one by the line. */
const EVERY = 30_000

/** `/dispatch`: what waits to be sent to a unit, one after the other, by keyboard. */
export function Board() {
  const me = useMe()
  return <Loaded read={me}>{(who) => (who?.kind === 'staff' ? <Standing me={who} /> : null)}</Loaded>
}

function Standing({ me }: { me: StaffMe }) {
  const { t } = useTongue()
  useDeskLive(me)
  const queue = useRead<QueueView>('/api/dispatch/queue', { topics: [DESK], every: EVERY })
  const nothing = (
    <EmptyState
      icon="check"
      title={t(words.empty)}
      text={t(words.emptyText)}
      action={<Go to="/">{t(words.toList)}</Go>}
    />
  )
  return (
    <Page title={t(words.title)} wide acts={queue.data ? <Pace /> : null}>
      <Loaded
        read={queue}
        loading={<LoadingState count={8} />}
        empty={{ when: ({ rows }) => rows.length === 0, show: nothing }}
      >
        {(shown) => <Queued queue={shown} />}
      </Loaded>
    </Page>
  )
}

function Queued({ queue: { rows, more } }: { queue: QueueView }) {
  const { search, setSearch } = usePlace()
  const found = rows.findIndex(({ line }) => line.id === search.case)
  const at = Math.max(0, found)
  const current = rows[at]
  const go = (to: number) => {
    const there = rows[to]
    if (there) setSearch({ case: there.line.id })
  }
  useShortcut('j', () => go(at + 1), keyWords.down)
  useShortcut('k', () => go(at - 1), keyWords.up)
  if (!current) return null
  // Whoever has sent one goes on with the one behind it, or with the last that is left.
  const goOn = () => setSearch({ case: (rows[at + 1] ?? rows[at - 1])?.line.id })
  return (
    <div className="board">
      <BoardQueue rows={rows} more={more} current={current.line.id} />
      <BoardCase
        key={current.line.id}
        id={current.line.id}
        onSent={goOn}
        onBefore={at > 0 ? () => go(at - 1) : undefined}
        onNext={at < rows.length - 1 ? () => go(at + 1) : undefined}
      />
    </div>
  )
}

/** What I have done today, hour by hour. */
function Pace() {
  const { t } = useTongue()
  const pace = useRead<PaceView>('/api/dispatch/pace', { topics: [DESK], every: EVERY }).data
  if (!pace) return null
  return (
    <div className="board-pace">
      <strong>{t(paceWords.today(pace.count))}</strong>
      {pace.hours.map(({ hour, count }) => (
        <Soft key={hour}>{t(paceWords.hour(hour, count))}</Soft>
      ))}
    </div>
  )
}
