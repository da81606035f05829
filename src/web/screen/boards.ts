import type { ReactNode } from 'react'
import { boardWords, screenPageWords } from '../../modules/city-screen/pages/words.ts'
import { topicBoardWords } from '../../modules/dispatch/pages/screen/words.ts'
import { boardTitles } from '../../modules/life-circle/pages/words/planner.ts'
import type { Said } from '../../platform/words.ts'
import type { Topic } from '../../ui/api/reads.ts'
import { screenWords as words } from './words.ts'

/** One board of the wall, on a field of 12 columns and 6 rows. */
export type Board = {
  readonly id: string
  readonly title: Said
  readonly columns: 2 | 3 | 4 | 5 | 6 | 8 | 9 | 12
  readonly rows: 1 | 2 | 3 | 4 | 5 | 6
  /** What it must hear of; its reads name the same topics. */
  readonly topics: readonly Topic[]
  /** It can show how things were; the others know only how they are. */
  readonly replays: boolean
  readonly load: () => Promise<() => ReactNode>
}

/** What stands on the wall at one time; in kiosk mode (`?kiosk=60`) the scenes follow one another every so many seconds. */
export type Scene = { readonly id: string; readonly title: Said; readonly boards: readonly Board[] }

const board = (
  id: string,
  title: Said,
  [columns, rows]: readonly [Board['columns'], Board['rows']],
  load: Board['load'],
  only?: 'now',
): Board => ({ id, title, columns, rows, topics: ['screen'], replays: only !== 'now', load })

const { flow, facts, overdue, lights, lost, ladder, units, unitLights, rates, town } = boardWords

/** The scenes of the wall. A module's board is one entry here; boards fill the field in this order, row by row. */
export const scenes: readonly Scene[] = [
  {
    id: 'overview',
    title: words.overview,
    boards: [
      board('flow', flow, [4, 3], async () => (await import('../../modules/city-screen/pages/boards/Flow.tsx')).Flow),
      board(
        'facts',
        facts,
        [4, 4],
        async () => (await import('../../modules/city-screen/pages/boards/Facts.tsx')).Facts,
      ),
      board(
        'lights',
        lights,
        [4, 3],
        async () => (await import('../../modules/city-screen/pages/boards/Lights.tsx')).AreaLights,
      ),
      board(
        'overdue',
        overdue,
        [4, 3],
        async () => (await import('../../modules/city-screen/pages/boards/Overdue.tsx')).Overdue,
      ),
      board(
        'lost',
        lost,
        [4, 3],
        async () => (await import('../../modules/city-screen/pages/boards/Audit.tsx')).Audit,
        'now',
      ),
      board(
        'ladder',
        ladder,
        [4, 2],
        async () => (await import('../../modules/city-screen/pages/boards/Ladder.tsx')).Ladder,
      ),
    ],
  },
  {
    id: 'map',
    title: screenPageWords.mapScene,
    boards: [
      board(
        'town',
        town,
        [8, 6],
        async () => (await import('../../modules/city-screen/pages/boards/TownBoard.tsx')).TownBoard,
      ),
      board(
        'area-lights',
        lights,
        [4, 3],
        async () => (await import('../../modules/city-screen/pages/boards/Lights.tsx')).AreaLights,
      ),
      board(
        'topics',
        topicBoardWords.title,
        [4, 3],
        async () => (await import('../../modules/dispatch/pages/screen/HotTopics.tsx')).HotTopics,
        'now',
      ),
    ],
  },
  {
    id: 'units',
    title: screenPageWords.unitScene,
    boards: [
      board(
        'units',
        units,
        [8, 6],
        async () => (await import('../../modules/city-screen/pages/boards/UnitTable.tsx')).UnitTable,
      ),
      board(
        'unit-lights',
        unitLights,
        [4, 6],
        async () => (await import('../../modules/city-screen/pages/boards/Lights.tsx')).UnitLights,
      ),
    ],
  },
  {
    id: 'quality',
    title: screenPageWords.qualityScene,
    boards: [
      board(
        'rates',
        rates,
        [12, 5],
        async () => (await import('../../modules/city-screen/pages/boards/Rates.tsx')).Rates,
      ),
      board('platform', words.platform, [12, 1], async () => (await import('./boards/Platform.tsx')).Platform, 'now'),
    ],
  },
  {
    id: 'life-circle',
    title: boardTitles.scene,
    boards: [
      board(
        'circle-radar',
        boardTitles.radar,
        [8, 6],
        async () => (await import('../../modules/life-circle/pages/screen/Circles.tsx')).CircleRadar,
        'now',
      ),
      board(
        'circle-streets',
        boardTitles.areas,
        [4, 6],
        async () => (await import('../../modules/life-circle/pages/screen/Circles.tsx')).CircleStreets,
        'now',
      ),
    ],
  },
]

/** The scene that the address names (`?scene=`), else the first. */
export const sceneOf = (named: string | undefined): Scene | undefined =>
  scenes.find(({ id }) => id === named) ?? scenes[0]
