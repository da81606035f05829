import { Page } from '../../../../ui/parts/layout.tsx'
import { Tabs } from '../../../../ui/parts/Tabs.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import { Hours } from './Hours.tsx'
import { calendarWords as words } from './words/calendars.ts'
import { Year } from './Year.tsx'

/** `/admin/calendars`: the arrangement of each year, and office hours. */
export function Calendars() {
  const { t } = useTongue()
  const { search, setSearch } = usePlace()
  const tabs = [
    { id: 'years', label: t(words.years) },
    { id: 'hours', label: t(words.hours) },
  ] as const
  const shown = search.tab === 'hours' ? 'hours' : 'years'
  return (
    <Page title={t(words.title)} lead={t(words.lead)} wide>
      <Tabs label={t(words.title)} tabs={tabs} value={shown} onChange={(tab) => setSearch({ tab })}>
        {shown === 'hours' ? <Hours /> : <Year />}
      </Tabs>
    </Page>
  )
}
