import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { Freshness } from '../../modules/city-screen/pages/Freshness.tsx'
import { type LiveState, useLive } from '../../ui/api/live.ts'
import { Button } from '../../ui/parts/Button.tsx'
import { Light, type LightColour } from '../../ui/parts/Light.tsx'
import { EmptyState, LoadingState } from '../../ui/parts/states.tsx'
import { usePlace } from '../../ui/routing/place.ts'
import { useTongue } from '../../ui/tongue.tsx'
import { uiWords } from '../../ui/words.ts'
import { type Board, type Scene, scenes } from './boards.ts'
import { Faulty } from './Faulty.tsx'
import { screenWords as words } from './words.ts'

const lamps: Readonly<Record<LiveState, LightColour>> = { live: 'green', connecting: 'yellow', stale: 'red' }

/** What a board needs is fetched once, when its scene is first shown. */
const drawn = new Map<string, () => ReactNode>()

function contentOf({ id, load }: Board): () => ReactNode {
  const Lazy = lazy(async () => ({ default: await load() }))
  const known = drawn.get(id) ?? (() => <Lazy />)
  drawn.set(id, known)
  return known
}

/** The boards of one scene; `?kiosk=60` turns the scenes every sixty seconds, `?scene=…` shows one. */
export function Wall() {
  const { search } = usePlace()
  const scene = useScene(search.scene, Number(search.kiosk))
  return scene ? <SceneField scene={scene} /> : null
}

function SceneField({ scene }: { scene: Scene }) {
  const { t } = useTongue()
  const live = useLive(['screen', ...scene.boards.flatMap(({ topics }) => topics)])
  return (
    <div className="wall-scene-frame">
      <div className="wall-bar">
        <SceneSwitch scene={scene} />
        <div className="wall-age">
          <Freshness />
          <Light colour={lamps[live.state]} label={t(uiWords[live.state])} />
        </div>
      </div>
      <div className="wall-scene" data-empty={scene.boards.length === 0}>
        {scene.boards.length === 0 ? <EmptyState title={t(words.noBoards)} text={t(words.noBoardsText)} /> : null}
        {scene.boards.map((board) => (
          <BoardFrame key={board.id} board={board} />
        ))}
      </div>
    </div>
  )
}

function BoardFrame({ board }: { board: Board }) {
  const { t } = useTongue()
  const Content = contentOf(board)
  return (
    <section
      className="board"
      aria-label={t(board.title)}
      style={{ gridColumn: `span ${board.columns}`, gridRow: `span ${board.rows}` }}
    >
      <h2>{t(board.title)}</h2>
      <div className="board-body">
        <Faulty>
          <Suspense fallback={<LoadingState shape="text" />}>
            <Content />
          </Suspense>
        </Faulty>
      </div>
    </section>
  )
}

function SceneSwitch({ scene }: { scene: Scene }) {
  const { t } = useTongue()
  const { setSearch } = usePlace()
  if (scenes.length < 2) return <span />
  return (
    <nav className="wall-scenes" aria-label={t(words.scenes)}>
      {scenes.map(({ id, title }) => (
        <Button key={id} kind="quiet" pressed={id === scene.id} onPress={() => setSearch({ scene: id })}>
          {t(title)}
        </Button>
      ))}
    </nav>
  )
}

function useScene(chosen: string | undefined, seconds: number): Scene | undefined {
  const [turn, setTurn] = useState(0)
  // The wall turns by itself, without anybody touching it.
  useEffect(() => {
    if (!(seconds >= 5) || scenes.length < 2) return
    const timer = setInterval(() => setTurn((now) => now + 1), seconds * 1_000)
    return () => clearInterval(timer)
  }, [seconds])
  const start = Math.max(
    0,
    scenes.findIndex(({ id }) => id === chosen),
  )
  return scenes[(start + turn) % scenes.length]
}
