import { useWork } from '../../kernel/cases/pages/desk/list/reads.ts'
import { useUnread } from '../../kernel/cases/pages/desk/unread.ts'
import { adminWords } from '../../kernel/cases/pages/desk/words/admin.ts'
import { listWords } from '../../kernel/cases/pages/desk/words/list.ts'
import { mapWords } from '../../kernel/cases/pages/desk/words/map.ts'
import { templateWords } from '../../kernel/cases/pages/desk/words/templates.ts'
import { codeWords } from '../../kernel/channels/pages/words/codes.ts'
import { wordingWords } from '../../kernel/channels/pages/words/wordings.ts'
import { registerWords } from '../../kernel/documents/pages/words/register.ts'
import { settingWords } from '../../kernel/documents/pages/words/settings.ts'
import { catalogueWords } from '../../kernel/matters/pages/desk/words/catalogue.ts'
import { dictionaryWords } from '../../kernel/organisations/pages/desk/words/dictionaries.ts'
import { dutyWords } from '../../kernel/organisations/pages/desk/words/duties.ts'
import { historyWords } from '../../kernel/organisations/pages/desk/words/history.ts'
import { leaveWords } from '../../kernel/organisations/pages/desk/words/leave.ts'
import { peopleWords } from '../../kernel/organisations/pages/desk/words/people.ts'
import { postWords } from '../../kernel/organisations/pages/desk/words/posts.ts'
import { roleWords } from '../../kernel/organisations/pages/desk/words/roles.ts'
import { unitWords } from '../../kernel/organisations/pages/desk/words/units.ts'
import type { StaffMe } from '../../kernel/people/pages/me.ts'
import { placesWords } from '../../kernel/places/pages/desk/words/places.ts'
import { calendarWords } from '../../kernel/worktime/pages/desk/words/calendars.ts'
import { boardWords } from '../../modules/dispatch/pages/desk/words/board.ts'
import { learningWords } from '../../modules/dispatch/pages/desk/words/learning.ts'
import { topicWords } from '../../modules/dispatch/pages/desk/words/topics.ts'
import { exchangeWords } from '../../modules/exchange/pages/desk/words/exchange.ts'
import { patrolWords } from '../../modules/grid/pages/desk/words/patrol.ts'
import { proactivePageWords } from '../../modules/grid/pages/desk/words/proactive.ts'
import { plannerWords } from '../../modules/life-circle/pages/words/planner.ts'
import { sensorWords } from '../../modules/sensors/pages/desk/words/sensors.ts'
import type { Said } from '../../platform/words.ts'
import type { IconName } from '../../ui/parts/Icon.tsx'

/** How many wait behind an entry; `undefined` until known. A hook, so that it may read the server. */
export type UseCount = () => { readonly value: number; readonly tone?: 'plain' | 'warn' | 'bad' } | undefined

/** One line of the rail. Entries with the same heading stand together, in the order of the table. */
export type RailEntry = {
  readonly to: string
  readonly label: Said
  readonly icon: IconName
  readonly heading?: Said
  /** Shown only to whom the server gave this right; left out for everybody. */
  readonly right?: string
  /** Shown only to whom one of these capacities was given; left out for everybody. */
  readonly capacity?: readonly string[]
  readonly useCount?: UseCount
}

/** Those who see the cases of the whole district and watch how they are sent. */
const watching = ['dispatcher', 'intake-head', 'supervisor', 'administrator', 'auditor'] as const

/** The rail of the desk. A module's entry is one line here. */
export const rail: readonly RailEntry[] = [
  { to: '/', label: listWords.cases, icon: 'list', useCount: useWork },
  {
    to: '/new',
    label: listWords.entry,
    icon: 'pen',
    capacity: ['intake', 'intake-head', 'grid-worker', 'administrator'],
  },
  { to: '/dispatch', label: boardWords.title, icon: 'board', capacity: ['dispatcher'] },
  { to: '/patrol', label: patrolWords.title, icon: 'map', capacity: ['grid-worker'] },
  {
    to: '/proactive',
    label: proactivePageWords.title,
    icon: 'target',
    capacity: ['supervisor', 'intake-head', 'administrator'],
  },
  { to: '/map', label: mapWords.title, icon: 'map' },
  { to: '/dispatch/topics', label: topicWords.title, icon: 'sound', capacity: watching },
  { to: '/dispatch/learning', label: learningWords.title, icon: 'target', capacity: watching },
  { to: '/places', label: placesWords.title, icon: 'pin', right: 'places.read' },
  { to: '/sensors', label: sensorWords.title, icon: 'voice', right: 'cases.read' },
  { to: '/life-circle', label: plannerWords.title, icon: 'map', right: 'life-circle.plan' },
  { to: '/documents', label: registerWords.title, icon: 'seal', right: 'documents.read' },
  { to: '/templates', label: templateWords.title, icon: 'pen', right: 'cases.read' },
  { to: '/inbox', label: listWords.inbox, icon: 'inbox', useCount: useUnread },
  {
    to: '/admin/units',
    label: unitWords.title,
    icon: 'board',
    heading: adminWords.heading,
    right: 'people.manage',
  },
  {
    to: '/admin/people',
    label: peopleWords.title,
    icon: 'person',
    heading: adminWords.heading,
    right: 'people.manage',
  },
  {
    to: '/admin/posts',
    label: postWords.title,
    icon: 'list',
    heading: adminWords.heading,
    right: 'people.manage',
  },
  {
    to: '/admin/leaves',
    label: leaveWords.title,
    icon: 'clock',
    heading: adminWords.heading,
    right: 'people.manage',
  },
  {
    to: '/admin/duties',
    label: dutyWords.title,
    icon: 'target',
    heading: adminWords.heading,
    right: 'organisations.duties',
  },
  {
    to: '/admin/roles',
    label: roleWords.title,
    icon: 'lock',
    heading: adminWords.heading,
    right: 'people.manage',
  },
  {
    to: '/admin/calendars',
    label: calendarWords.title,
    icon: 'clock',
    heading: adminWords.heading,
    right: 'worktime.edit',
  },
  {
    to: '/admin/wordings',
    label: wordingWords.title,
    icon: 'pen',
    heading: adminWords.heading,
    right: 'channels.manage',
  },
  {
    to: '/admin/dictionaries',
    label: dictionaryWords.title,
    icon: 'type',
    heading: adminWords.heading,
    right: 'organisations.dictionaries',
  },
  {
    to: '/exchange',
    label: exchangeWords.title,
    icon: 'globe',
    heading: adminWords.heading,
    right: 'exchange.manage',
  },
  { to: '/codes', label: codeWords.title, icon: 'scan', heading: adminWords.heading, right: 'channels.manage' },
  {
    to: '/admin/matters',
    label: catalogueWords.title,
    icon: 'list',
    heading: adminWords.heading,
    right: 'matters.edit',
  },
  {
    to: '/admin/documents',
    label: settingWords.title,
    icon: 'seal',
    heading: adminWords.heading,
    right: 'documents.settings',
  },
  {
    to: '/admin/logs',
    label: historyWords.logs,
    icon: 'shield',
    heading: adminWords.heading,
    right: 'people.logs',
  },
  {
    to: '/admin/dead-letters',
    label: adminWords.letters,
    icon: 'warn',
    heading: adminWords.heading,
    right: 'cases.dead-letters',
  },
]

/** Pure: the sections this member of staff may open, in the order of the table. */
export const railFor = (me: Pick<StaffMe, 'rights' | 'capacities'>): readonly RailEntry[] =>
  rail.filter(({ right, capacity }) => {
    const has = right === undefined || holds(me.rights, right)
    return has && (capacity === undefined || capacity.some((one) => me.capacities.includes(one)))
  })

/** `*` is every right, `people.*` every right of that house. */
const holds = (rights: readonly string[], right: string): boolean =>
  rights.some((held) => held === right || (held.endsWith('*') && right.startsWith(held.slice(0, -1))))
