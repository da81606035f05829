import { adminWords } from '../../kernel/cases/pages/desk/words/admin.ts'
import { wordingWords } from '../../kernel/channels/pages/words/wordings.ts'
import { settingWords } from '../../kernel/documents/pages/words/settings.ts'
import { catalogueWords, editWords } from '../../kernel/matters/pages/desk/words/catalogue.ts'
import { dictionaryWords } from '../../kernel/organisations/pages/desk/words/dictionaries.ts'
import { dutyWords } from '../../kernel/organisations/pages/desk/words/duties.ts'
import { historyWords } from '../../kernel/organisations/pages/desk/words/history.ts'
import { leaveWords } from '../../kernel/organisations/pages/desk/words/leave.ts'
import { peopleWords } from '../../kernel/organisations/pages/desk/words/people.ts'
import { personWords } from '../../kernel/organisations/pages/desk/words/person.ts'
import { postWords } from '../../kernel/organisations/pages/desk/words/posts.ts'
import { roleWords } from '../../kernel/organisations/pages/desk/words/roles.ts'
import { unitWords } from '../../kernel/organisations/pages/desk/words/units.ts'
import { calendarWords } from '../../kernel/worktime/pages/desk/words/calendars.ts'
import type { PageEntry } from '../../ui/routing/pages.tsx'

/** The pages of those who keep the house, under 系统管理. */
export const administration: readonly PageEntry[] = [
  {
    path: '/admin/matters',
    title: catalogueWords.title,
    to: 'signed-in',
    load: async () => (await import('../../kernel/matters/pages/desk/Catalogue.tsx')).Catalogue,
  },
  {
    path: '/admin/matters/$matter',
    title: catalogueWords.one,
    to: 'signed-in',
    load: async () => (await import('../../kernel/matters/pages/desk/MatterPage.tsx')).MatterPage,
  },
  {
    path: '/admin/matters/$matter/edit',
    title: editWords.title,
    to: 'signed-in',
    load: async () => (await import('../../kernel/matters/pages/desk/EditMatter.tsx')).EditMatter,
  },
  {
    path: '/admin/documents',
    title: settingWords.title,
    to: 'signed-in',
    load: async () => (await import('../../kernel/documents/pages/desk/Settings.tsx')).Settings,
  },
  {
    path: '/admin/wordings',
    title: wordingWords.title,
    to: 'signed-in',
    load: async () => (await import('../../kernel/channels/pages/desk/Wordings.tsx')).Wordings,
  },
  {
    path: '/admin/dead-letters',
    title: adminWords.letters,
    to: 'signed-in',
    load: async () => (await import('../../kernel/cases/pages/desk/admin/DeadLetters.tsx')).DeadLetters,
  },
  {
    path: '/admin/units',
    title: unitWords.title,
    to: 'signed-in',
    load: async () => (await import('../../kernel/organisations/pages/desk/Units.tsx')).Units,
  },
  {
    path: '/admin/people',
    title: peopleWords.title,
    to: 'signed-in',
    load: async () => (await import('../../kernel/organisations/pages/desk/People.tsx')).People,
  },
  {
    path: '/admin/people/$id',
    title: personWords.one,
    to: 'signed-in',
    load: async () => (await import('../../kernel/organisations/pages/desk/Person.tsx')).PersonPage,
  },
  {
    path: '/admin/posts',
    title: postWords.title,
    to: 'signed-in',
    load: async () => (await import('../../kernel/organisations/pages/desk/Posts.tsx')).Posts,
  },
  {
    path: '/admin/duties',
    title: dutyWords.title,
    to: 'signed-in',
    load: async () => (await import('../../kernel/organisations/pages/desk/Duties.tsx')).Duties,
  },
  {
    path: '/admin/roles',
    title: roleWords.title,
    to: 'signed-in',
    load: async () => (await import('../../kernel/organisations/pages/desk/Roles.tsx')).Roles,
  },
  {
    path: '/admin/roles/$id',
    title: roleWords.one,
    to: 'signed-in',
    load: async () => (await import('../../kernel/organisations/pages/desk/RolePage.tsx')).RolePage,
  },
  {
    path: '/admin/leaves',
    title: leaveWords.title,
    to: 'signed-in',
    load: async () => (await import('../../kernel/organisations/pages/desk/Leaves.tsx')).Leaves,
  },
  {
    path: '/admin/calendars',
    title: calendarWords.title,
    to: 'signed-in',
    load: async () => (await import('../../kernel/worktime/pages/desk/Calendars.tsx')).Calendars,
  },
  {
    path: '/admin/dictionaries',
    title: dictionaryWords.title,
    to: 'signed-in',
    load: async () => (await import('../../kernel/organisations/pages/desk/Dictionaries.tsx')).Dictionaries,
  },
  {
    path: '/admin/logs',
    title: historyWords.logs,
    to: 'signed-in',
    load: async () => (await import('../../kernel/organisations/pages/desk/Logs.tsx')).Logs,
  },
]
