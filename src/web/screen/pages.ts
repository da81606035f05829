import { boardWords, listWords, screenPageWords } from '../../modules/city-screen/pages/words.ts'
import type { PageEntry } from '../../ui/routing/pages.tsx'
import { screenWords as words } from './words.ts'

/** Every page of the screen: the wall itself, and what opens behind its figures. */
export const pages: readonly PageEntry[] = [
  { path: '/', title: words.overview, to: 'signed-in', load: async () => (await import('./Wall.tsx')).Wall },
  {
    path: '/figures/$key',
    title: listWords.figure,
    to: 'signed-in',
    load: async () => (await import('../../modules/city-screen/pages/lists/FigureList.tsx')).FigureList,
  },
  {
    path: '/lights/$light',
    title: screenPageWords.open,
    to: 'signed-in',
    load: async () => (await import('../../modules/city-screen/pages/lists/LightList.tsx')).LightList,
  },
  {
    path: '/nothing-lost/$kind',
    title: boardWords.lost,
    to: 'signed-in',
    load: async () => (await import('../../modules/city-screen/pages/lists/LightList.tsx')).LostList,
  },
]
