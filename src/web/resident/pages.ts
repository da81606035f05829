import { scanTitles } from '../../kernel/channels/pages/words/titles.ts'
import { documentTitles } from '../../kernel/documents/pages/words/titles.ts'
import { circleTitles } from '../../modules/life-circle/pages/words/titles.ts'
import { caseWords, followingWords, promiseWords } from '../../modules/orders/pages/resident/words/following.ts'
import { waitingWords } from '../../modules/orders/pages/resident/words/waiting.ts'
import { resultsTitle } from '../../modules/results/pages/words/title.ts'
import type { PageEntry } from '../../ui/routing/pages.tsx'
import { Home } from './pages/Home.tsx'
import { residentWords as words } from './words.ts'

/**
 * Every page of the resident face. A module's page is one line here:
 * `{ path: '/write', title: ordersWords.write, to: 'everyone', load: async () => (await import('…/Write.tsx')).Write }`.
 * The tabs of the frame and the boxes of the home page show what is in this table, and nothing else.
 */
export const pages: readonly PageEntry[] = [
  { path: '/', title: words.home, to: 'everyone', load: async () => Home },
  {
    path: '/write',
    title: words.write,
    to: 'everyone',
    load: async () => (await import('../../modules/orders/pages/resident/Write.tsx')).Write,
  },
  {
    path: '/waiting',
    title: waitingWords.title,
    to: 'everyone',
    load: async () => (await import('../../modules/orders/pages/resident/Waiting.tsx')).Waiting,
  },
  {
    path: '/follow',
    title: followingWords.follow,
    to: 'everyone',
    load: async () => (await import('../../modules/orders/pages/resident/Follow.tsx')).Follow,
  },
  {
    path: '/mine',
    title: followingWords.mine,
    to: 'everyone',
    load: async () => (await import('../../modules/orders/pages/resident/Mine.tsx')).Mine,
  },
  {
    path: '/mine/$case',
    title: caseWords.title,
    to: 'signed-in',
    load: async () => (await import('../../modules/orders/pages/resident/Case.tsx')).Case,
  },
  {
    path: '/documents/$case/$document',
    title: documentTitles.one,
    to: 'everyone',
    load: async () => (await import('../../modules/orders/pages/resident/DocumentPage.tsx')).DocumentPage,
  },
  {
    path: '/verify',
    title: documentTitles.verify,
    to: 'everyone',
    load: async () => (await import('../../kernel/documents/pages/Verify.tsx')).Verify,
  },
  {
    path: '/notices',
    title: followingWords.notices,
    to: 'signed-in',
    load: async () => (await import('../../modules/orders/pages/resident/Notices.tsx')).Notices,
  },
  {
    path: '/scan',
    title: scanTitles.scan,
    to: 'everyone',
    load: async () => (await import('../../kernel/channels/pages/Scan.tsx')).Scan,
  },
  {
    path: '/e/$district/$code',
    title: scanTitles.entry,
    to: 'everyone',
    load: async () => (await import('../../kernel/channels/pages/Entry.tsx')).Entry,
  },
  {
    path: '/public',
    title: resultsTitle,
    to: 'everyone',
    load: async () => (await import('../../modules/results/pages/resident/Results.tsx')).Results,
  },
  {
    path: '/promises',
    title: promiseWords.title,
    to: 'everyone',
    load: async () => (await import('../../modules/orders/pages/resident/Promises.tsx')).Promises,
  },
  {
    path: '/promises/$matter',
    title: promiseWords.title,
    to: 'everyone',
    load: async () => (await import('../../modules/orders/pages/resident/Promises.tsx')).MatterPromises,
  },
  {
    path: '/circle',
    title: circleTitles.circle,
    to: 'everyone',
    load: async () => (await import('../../modules/life-circle/pages/resident/Circle.tsx')).Circle,
  },
  {
    path: '/spots',
    title: circleTitles.spots,
    to: 'everyone',
    load: async () => (await import('../../modules/life-circle/pages/resident/Spots.tsx')).Spots,
  },
  {
    path: '/spots/$code',
    title: circleTitles.spot,
    to: 'everyone',
    load: async () => (await import('../../modules/life-circle/pages/resident/Spots.tsx')).SpotPage,
  },
  {
    path: '/me',
    title: words.account,
    to: 'everyone',
    load: async () => (await import('./pages/Account.tsx')).Account,
  },
  {
    path: '/me/sessions',
    title: words.sessions,
    to: 'signed-in',
    load: async () => (await import('./pages/MySessions.tsx')).MySessions,
  },
  {
    path: '/sign-in',
    title: words.signIn,
    to: 'everyone',
    load: async () => (await import('./pages/SignIn.tsx')).SignIn,
  },
]

/** Whether the face has a page of this path. */
export const has = (path: string): boolean => pages.some((page) => page.path === path)
