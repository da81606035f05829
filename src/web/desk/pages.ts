import { caseWords } from '../../kernel/cases/pages/desk/words/case.ts'
import { documentWords } from '../../kernel/cases/pages/desk/words/documents.ts'
import { entryFileWords } from '../../kernel/cases/pages/desk/words/entry-files.ts'
import { listWords } from '../../kernel/cases/pages/desk/words/list.ts'
import { mapWords } from '../../kernel/cases/pages/desk/words/map.ts'
import { templateWords } from '../../kernel/cases/pages/desk/words/templates.ts'
import { codeWords } from '../../kernel/channels/pages/words/codes.ts'
import { registerWords } from '../../kernel/documents/pages/words/register.ts'
import { placesWords } from '../../kernel/places/pages/desk/words/places.ts'
import { boardWords } from '../../modules/dispatch/pages/desk/words/board.ts'
import { learningWords } from '../../modules/dispatch/pages/desk/words/learning.ts'
import { topicWords } from '../../modules/dispatch/pages/desk/words/topics.ts'
import { exchangeWords } from '../../modules/exchange/pages/desk/words/exchange.ts'
import { patrolWords } from '../../modules/grid/pages/desk/words/patrol.ts'
import { proactivePageWords } from '../../modules/grid/pages/desk/words/proactive.ts'
import { networkWords } from '../../modules/life-circle/pages/words/network.ts'
import { plannerWords } from '../../modules/life-circle/pages/words/planner.ts'
import { profileWords } from '../../modules/life-circle/pages/words/profile.ts'
import { reportWords } from '../../modules/life-circle/pages/words/report.ts'
import { listWords as sensorListWords } from '../../modules/sensors/pages/desk/words/lists.ts'
import { sensorFormWords } from '../../modules/sensors/pages/desk/words/sensor-form.ts'
import { sensorWords } from '../../modules/sensors/pages/desk/words/sensors.ts'
import type { PageEntry } from '../../ui/routing/pages.tsx'
import { administration } from './administration.ts'
import { deskWords as words } from './words.ts'

/**
 * Every page of the desk, paths as they stand behind `/desk`. A module's page is one line:
 * `{ path: '/orders/$case', title: ordersWords.one, to: 'signed-in', load: async () => (await import('…/Desk.tsx')).Desk }`.
 */
export const pages: readonly PageEntry[] = [
  {
    path: '/',
    title: listWords.cases,
    to: 'signed-in',
    load: async () => (await import('../../kernel/cases/pages/desk/Cases.tsx')).Cases,
  },
  {
    path: '/search',
    title: listWords.search,
    to: 'signed-in',
    load: async () => (await import('../../kernel/cases/pages/desk/Cases.tsx')).Search,
  },
  {
    path: '/cases/$case',
    title: caseWords.title,
    to: 'signed-in',
    load: async () => (await import('../../kernel/cases/pages/desk/CasePage.tsx')).CasePage,
  },
  {
    path: '/cases/$case/documents/$document',
    title: documentWords.page,
    to: 'signed-in',
    load: async () => (await import('../../kernel/cases/pages/desk/DocumentPage.tsx')).DocumentPage,
  },
  {
    path: '/documents',
    title: registerWords.title,
    to: 'signed-in',
    load: async () => (await import('../../kernel/documents/pages/desk/Register.tsx')).Register,
  },
  {
    path: '/map',
    title: mapWords.title,
    to: 'signed-in',
    load: async () => (await import('../../kernel/cases/pages/desk/map/CaseMap.tsx')).CaseMap,
  },
  {
    path: '/new',
    title: listWords.entry,
    to: 'signed-in',
    load: async () => (await import('../../kernel/cases/pages/desk/Entry.tsx')).Entry,
  },
  {
    path: '/new/table',
    title: entryFileWords.title,
    to: 'signed-in',
    load: async () => (await import('../../kernel/cases/pages/desk/EntryFiles.tsx')).EntryFiles,
  },
  {
    path: '/new/table/$id',
    title: entryFileWords.one,
    to: 'signed-in',
    load: async () => (await import('../../kernel/cases/pages/desk/EntryFilePage.tsx')).EntryFilePage,
  },
  {
    path: '/codes',
    title: codeWords.title,
    to: 'signed-in',
    load: async () => (await import('../../kernel/channels/pages/desk/Codes.tsx')).Codes,
  },
  {
    path: '/codes/print',
    title: codeWords.sheet,
    to: 'signed-in',
    load: async () => (await import('../../kernel/channels/pages/desk/PrintCodes.tsx')).PrintCodes,
  },
  {
    path: '/dispatch',
    title: boardWords.title,
    to: 'signed-in',
    load: async () => (await import('../../modules/dispatch/pages/desk/Board.tsx')).Board,
  },
  {
    path: '/patrol',
    title: patrolWords.title,
    to: 'signed-in',
    load: async () => (await import('../../modules/grid/pages/desk/Patrol.tsx')).Patrol,
  },
  {
    path: '/proactive',
    title: proactivePageWords.title,
    to: 'signed-in',
    load: async () => (await import('../../modules/grid/pages/desk/Proactive.tsx')).Proactive,
  },
  {
    path: '/dispatch/topics',
    title: topicWords.title,
    to: 'signed-in',
    load: async () => (await import('../../modules/dispatch/pages/desk/Topics.tsx')).Topics,
  },
  {
    path: '/dispatch/topics/$topic',
    title: topicWords.one,
    to: 'signed-in',
    load: async () => (await import('../../modules/dispatch/pages/desk/Topic.tsx')).Topic,
  },
  {
    path: '/dispatch/learning',
    title: learningWords.title,
    to: 'signed-in',
    load: async () => (await import('../../modules/dispatch/pages/desk/Learning.tsx')).Learning,
  },
  {
    path: '/places',
    title: placesWords.title,
    to: 'signed-in',
    load: async () => (await import('../../kernel/places/pages/desk/Places.tsx')).Places,
  },
  {
    path: '/places/imports/$id',
    title: placesWords.report,
    to: 'signed-in',
    load: async () => (await import('../../kernel/places/pages/desk/ImportPage.tsx')).ImportPage,
  },
  {
    path: '/places/components/new',
    title: placesWords.enterComponent,
    to: 'signed-in',
    load: async () => (await import('../../kernel/places/pages/desk/ComponentForm.tsx')).NewComponent,
  },
  {
    path: '/places/addresses/new',
    title: placesWords.addresses,
    to: 'signed-in',
    load: async () => (await import('../../kernel/places/pages/desk/AddressForm.tsx')).NewAddress,
  },
  {
    path: '/places/addresses/$address',
    title: placesWords.addresses,
    to: 'signed-in',
    load: async () => (await import('../../kernel/places/pages/desk/AddressPage.tsx')).AddressPage,
  },
  {
    path: '/places/components/$code',
    title: placesWords.components,
    to: 'signed-in',
    load: async () => (await import('../../kernel/places/pages/desk/ComponentPage.tsx')).ComponentPage,
  },
  {
    path: '/sensors',
    title: sensorWords.title,
    to: 'signed-in',
    load: async () => (await import('../../modules/sensors/pages/desk/Sensors.tsx')).Sensors,
  },
  {
    path: '/sensors/new',
    title: sensorFormWords.register,
    to: 'signed-in',
    load: async () => (await import('../../modules/sensors/pages/desk/SensorForm.tsx')).NewSensor,
  },
  {
    path: '/sensors/$sensor',
    title: sensorListWords.one,
    to: 'signed-in',
    load: async () => (await import('../../modules/sensors/pages/desk/SensorPage.tsx')).SensorPage,
  },
  {
    path: '/life-circle',
    title: plannerWords.title,
    to: 'signed-in',
    load: async () => (await import('../../modules/life-circle/pages/desk/Planner.tsx')).Planner,
  },
  {
    path: '/life-circle/report',
    title: reportWords.title,
    to: 'signed-in',
    load: async () => (await import('../../modules/life-circle/pages/desk/Report.tsx')).Report,
  },
  {
    path: '/life-circle/facilities',
    title: plannerWords.ledger,
    to: 'signed-in',
    load: async () => (await import('../../modules/life-circle/pages/desk/Ledger.tsx')).Ledger,
  },
  {
    path: '/life-circle/networks',
    title: networkWords.title,
    to: 'signed-in',
    load: async () => (await import('../../modules/life-circle/pages/desk/Networks.tsx')).Networks,
  },
  {
    path: '/life-circle/profiles',
    title: profileWords.title,
    to: 'signed-in',
    load: async () => (await import('../../modules/life-circle/pages/desk/Profiles.tsx')).Profiles,
  },
  {
    path: '/life-circle/spots',
    title: plannerWords.spots,
    to: 'signed-in',
    load: async () => (await import('../../modules/life-circle/pages/desk/SpotLedger.tsx')).SpotLedger,
  },
  {
    path: '/templates',
    title: templateWords.title,
    to: 'signed-in',
    load: async () => (await import('../../kernel/cases/pages/desk/ReplyTemplates.tsx')).ReplyTemplates,
  },
  {
    path: '/inbox',
    title: listWords.inbox,
    to: 'signed-in',
    load: async () => (await import('../../kernel/cases/pages/desk/Inbox.tsx')).Inbox,
  },
  {
    path: '/exchange',
    title: exchangeWords.title,
    to: 'signed-in',
    load: async () => (await import('../../modules/exchange/pages/desk/Exchange.tsx')).Exchange,
  },
  ...administration,
  { path: '/me', title: words.myPosts, to: 'signed-in', load: async () => (await import('./pages/Home.tsx')).Home },
  {
    path: '/me/security',
    title: words.security,
    to: 'signed-in',
    load: async () => (await import('../../kernel/people/pages/Security.tsx')).Security,
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

/** Whether the desk has a page of this path. */
export const has = (path: string): boolean => pages.some((page) => page.path === path)
