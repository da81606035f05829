import type { Instant } from '../../../../platform/time.ts'
import type { Said } from '../../../../platform/words.ts'
import { withQuery } from '../../../../ui/api/reads.ts'
import { minuteOf } from '../../../../ui/format.ts'
import { Page, Row, Stack } from '../../../../ui/parts/layout.tsx'
import { Paged } from '../../../../ui/parts/Paged.tsx'
import { CheckBox } from '../../../../ui/parts/RadioCards.tsx'
import { SaveFile } from '../../../../ui/parts/SaveFile.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { Tabs } from '../../../../ui/parts/Tabs.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import { signInWays } from '../../../people/words.ts'
import { Changes, type OperationRow } from './History.tsx'
import { houseWords, historyWords as words } from './words/history.ts'

type Login = {
  readonly id: string
  readonly at: Instant
  readonly account: string
  readonly way: string
  readonly outcomeSaid: Said
  readonly ip: string
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
      <Tabs label={t(words.logs)} tabs={tabs} value={shown} onChange={(log) => setSearch({ log, what: undefined })}>
        {shown === 'logins' ? <Logins /> : <Operations />}
      </Tabs>
    </Page>
  )
}

function Operations() {
  const { t, tongue } = useTongue()
  const { search, setSearch } = usePlace()
  const asked = { what: search.what, outcome: search.outcome }
  const houses = Object.entries(houseWords).map(([value, label]) => ({ value, label: t(label) }))
  return (
    <Stack>
      <Row>
        <Select
          label={t(words.house)}
          value={search.what ?? 'all'}
          options={[{ value: 'all', label: t(words.allHouses) }, ...houses]}
          onChange={(value) => setSearch({ what: value === 'all' ? undefined : value })}
        />
        <CheckBox
          checked={search.outcome === 'done'}
          onChange={(only) => setSearch({ outcome: only ? 'done' : undefined })}
        >
          {t(words.onlyDone)}
        </CheckBox>
        <SaveFile url={withQuery('/api/people/operation-log/export', asked)} name="operation-log.xlsx">
          {t(words.export)}
        </SaveFile>
      </Row>
      <Paged<OperationRow>
        url="/api/people/operation-log"
        query={asked}
        topics={['logs']}
        caption={t(words.logs)}
        empty={t(words.noLogs)}
        rowId={({ id }) => id}
        columns={[
          { id: 'at', title: t(words.at), cell: ({ at }) => minuteOf(at, tongue) },
          { id: 'who', title: t(words.who), cell: ({ who, whoName }) => whoName ?? who },
          { id: 'what', title: t(words.what), cell: ({ whatSaid }) => t(whatSaid) },
          { id: 'target', title: t(words.target), cell: ({ target, targetName }) => targetName ?? target },
          { id: 'changed', title: t(words.changed), cell: ({ changes }) => <Changes changes={changes} /> },
          { id: 'outcome', title: t(words.outcome), cell: ({ outcomeSaid }) => t(outcomeSaid) },
          { id: 'ip', title: t(words.address), cell: ({ ip }) => ip },
        ]}
      />
    </Stack>
  )
}

function Logins() {
  const { t, tongue } = useTongue()
  const wayOf = (way: string) => (way in signInWays ? t(signInWays[way as keyof typeof signInWays]) : way)
  return (
    <Paged<Login>
      url="/api/people/login-log"
      topics={['logs']}
      caption={t(words.logins)}
      empty={t(words.noLogs)}
      rowId={({ id }) => id}
      columns={[
        { id: 'at', title: t(words.at), cell: ({ at }) => minuteOf(at, tongue) },
        { id: 'account', title: t(words.account), cell: ({ account }) => account },
        { id: 'way', title: t(words.way), cell: ({ way }) => wayOf(way) },
        { id: 'outcome', title: t(words.outcome), cell: ({ outcomeSaid }) => t(outcomeSaid) },
        { id: 'ip', title: t(words.address), cell: ({ ip }) => ip },
      ]}
    />
  )
}
