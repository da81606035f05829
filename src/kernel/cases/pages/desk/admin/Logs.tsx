import type { Instant } from '../../../../../platform/time.ts'
import type { Said } from '../../../../../platform/words.ts'
import { Page } from '../../../../../ui/parts/layout.tsx'
import { Tabs } from '../../../../../ui/parts/Tabs.tsx'
import { usePlace } from '../../../../../ui/routing/place.ts'
import { useTongue } from '../../../../../ui/tongue.tsx'
import { documentOperations } from '../../../../documents/words.ts'
import { organisationOperations } from '../../../../organisations/words.ts'
import { operations } from '../../../../people/words.ts'
import { formatInstant } from '../../../../worktime/rules.ts'
import { caseOperations } from '../../../words/doors.ts'
import { adminWords as words } from '../words/admin.ts'
import { Kept } from './Kept.tsx'

type Line = { readonly id: string; readonly at: Instant; readonly outcome: string; readonly ip: string }
type Operation = Line & { readonly who: string; readonly what: string; readonly target: string }
type Login = Line & { readonly account: string; readonly way: string }

const named: Readonly<Record<string, Said>> = {
  ...operations,
  ...organisationOperations,
  ...caseOperations,
  ...documentOperations,
}

/** `/admin/logs`: who did what, and who signed in. */
export function Logs() {
  const { t } = useTongue()
  const { search, setSearch } = usePlace()
  const shown = search.log === 'logins' ? 'logins' : 'operations'
  const tabs = [
    { id: 'operations', label: t(words.logs) },
    { id: 'logins', label: t(words.logins) },
  ] as const
  return (
    <Page title={t(words.logs)} wide>
      <Tabs label={t(words.logs)} tabs={tabs} value={shown} onChange={(log) => setSearch({ log })}>
        {shown === 'logins' ? <Logins /> : <Operations />}
      </Tabs>
    </Page>
  )
}

/** What every log says of a line; a refusal stands under its code. */
function useShared() {
  const { t } = useTongue()
  const outcomeOf = ({ outcome }: Line) => (['ok', 'done'].includes(outcome) ? t(words.fine) : outcome)
  return [
    { id: 'outcome', title: t(words.outcome), cell: outcomeOf },
    { id: 'ip', title: t(words.address), cell: ({ ip }: Line) => ip },
  ]
}

function Operations() {
  const { t } = useTongue()
  const shared = useShared()
  return (
    <Kept<Operation>
      url="/api/people/operation-log"
      topic="logs"
      caption={t(words.logs)}
      empty={t(words.noLogs)}
      columns={[
        { id: 'at', title: t(words.at), cell: ({ at }) => t(formatInstant(at)) },
        { id: 'who', title: t(words.who), cell: ({ who }) => who },
        { id: 'what', title: t(words.what), cell: ({ what }) => (named[what] ? t(named[what]) : what) },
        { id: 'target', title: t(words.target), cell: ({ target }) => target },
        ...shared,
      ]}
    />
  )
}

function Logins() {
  const { t } = useTongue()
  const shared = useShared()
  return (
    <Kept<Login>
      url="/api/people/login-log"
      topic="logs"
      caption={t(words.logins)}
      empty={t(words.noLogs)}
      columns={[
        { id: 'at', title: t(words.at), cell: ({ at }) => t(formatInstant(at)) },
        { id: 'account', title: t(words.account), cell: ({ account }) => account },
        { id: 'way', title: t(words.way), cell: ({ way }) => way },
        ...shared,
      ]}
    />
  )
}
