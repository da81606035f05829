import { lazy, type ReactNode, Suspense, useEffect, useEffectEvent, useRef } from 'react'
import { Freshness } from '../../modules/city-screen/pages/Freshness.tsx'
import { MomentContext } from '../../modules/city-screen/pages/moment.ts'
import { ReplayBar, ReplayMark } from '../../modules/city-screen/pages/ReplayBar.tsx'
import { type Replay, useReplay } from '../../modules/city-screen/pages/useReplay.ts'
import { replayWords } from '../../modules/city-screen/pages/words.ts'
import { type LiveState, useLive } from '../../ui/api/live.ts'
import { Button } from '../../ui/parts/Button.tsx'
import { Light, type LightColour } from '../../ui/parts/Light.tsx'
import { EmptyState, LoadingState } from '../../ui/parts/states.tsx'
import { usePlace } from '../../ui/routing/place.ts'
import { useTongue } from '../../ui/tongue.tsx'
import { uiWords } from '../../ui/words.ts'
import { type Board, type Scene, sceneOf, scenes } from './boards.ts'
import { Faulty } from './Faulty.tsx'
import { useLeafing } from './leafing.ts'
import { screenWords as words } from './words.ts'

const lamps: Readonly<Record<LiveState, LightColour>> = { live: 'green', connecting: 'yellow', stale: 'red' }

/** What a board needs is fetched once. */
const drawn = new Map<string, () => ReactNode>()

function contentOf({ id, load }: Board): () => ReactNode {
  const Lazy = lazy(async () => ({ default: await untilThere(load) }))
  const known = drawn.get(id) ?? (() => <Lazy />)
  drawn.set(id, known)
  return known
}

const AGAIN = 5_000

/** A wall stands for weeks and nobody presses a button: what did not come is asked for until it does. */
async function untilThere<T>(load: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await load()
    } catch {
      await new Promise((passed) => setTimeout(passed, AGAIN))
    }
  }
}

/** Every scene is fetched while the server is there, so that the wall turns on when it is not. */
function useAllScenes(): void {
  useEffect(() => {
    for (const { load } of scenes.flatMap(({ boards }) => boards)) void untilThere(load)
  }, [])
}

/** So many seconds for each scene where the wall is told to turn by its button. */
const TURN = 30

/** The boards of one scene; `?kiosk=60` turns the scenes every sixty seconds, `?scene=…` shows one. */
export function Wall() {
  const { search } = usePlace()
  const scene = useScene(search.scene, Number(search.kiosk))
  const replay = useReplay()
  useAllScenes()
  return scene ? (
    <MomentContext value={replay.moment}>
      <SceneField scene={scene} replay={replay} />
    </MomentContext>
  ) : null
}

function SceneField({ scene, replay }: { scene: Scene; replay: Replay }) {
  const { t } = useTongue()
  const live = useLive(['screen', ...scene.boards.flatMap(({ topics }) => topics)])
  const { moment } = replay
  return (
    <div className="wall-scene-frame" data-replay={moment !== null}>
      <div className="wall-bar">
        <SceneSwitch scene={scene} />
        <div className="wall-age">
          {moment ? <ReplayMark moment={moment} /> : <Freshness />}
          <Light colour={lamps[live.state]} label={t(uiWords[live.state])} />
          {moment ? null : (
            <Button kind="quiet" onPress={replay.begin}>
              {t(replayWords.open)}
            </Button>
          )}
          <KioskSwitch />
        </div>
      </div>
      <div className="wall-scene" data-empty={scene.boards.length === 0}>
        {scene.boards.length === 0 ? <EmptyState title={t(words.noBoards)} text={t(words.noBoardsText)} /> : null}
        {scene.boards.map((board) => (
          <BoardFrame key={board.id} board={board} isPast={moment !== null} />
        ))}
      </div>
      {moment ? <ReplayBar replay={replay} moment={moment} /> : null}
    </div>
  )
}

/** Turns the scenes by themselves, on the whole screen where the browser allows it. */
function KioskSwitch() {
  const { t } = useTongue()
  const { search, setSearch } = usePlace()
  const isOn = search.kiosk !== undefined
  const turn = () => {
    setSearch({ kiosk: isOn ? undefined : String(TURN) })
    const asked = isOn ? document.exitFullscreen?.() : document.documentElement.requestFullscreen?.()
    asked?.catch(() => undefined)
  }
  return (
    <Button kind="quiet" pressed={isOn} onPress={turn}>
      {t(isOn ? replayWords.kioskOff : replayWords.kiosk)}
    </Button>
  )
}

function BoardFrame({ board, isPast }: { board: Board; isPast: boolean }) {
  const { t } = useTongue()
  const Content = contentOf(board)
  const body = useRef<HTMLDivElement>(null)
  useLeafing(body)
  return (
    <section
      className="board"
      aria-label={t(board.title)}
      style={{ gridColumn: `span ${board.columns}`, gridRow: `span ${board.rows}` }}
    >
      <h2>{t(board.title)}</h2>
      <div className="board-body" ref={body}>
        {isPast && !board.replays ? (
          <p className="only-now">{t(replayWords.onlyNow)}</p>
        ) : (
          <Faulty>
            <Suspense fallback={<LoadingState shape="text" />}>
              <Content />
            </Suspense>
          </Faulty>
        )}
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
  const { setSearch } = usePlace()
  const scene = sceneOf(chosen)
  const next = scene && scenes[(scenes.indexOf(scene) + 1) % scenes.length]?.id
  const turn = useEffectEvent(() => setSearch({ scene: next }))
  // The wall turns by itself, without anybody touching it; the address and the title follow.
  useEffect(() => {
    if (!(seconds >= 5) || scenes.length < 2) return
    const timer = setInterval(turn, seconds * 1_000)
    return () => clearInterval(timer)
  }, [seconds])
  return scene
}
