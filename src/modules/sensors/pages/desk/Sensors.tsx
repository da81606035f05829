import { formatInstant } from '../../../../kernel/worktime/rules.ts'
import type { Instant } from '../../../../platform/time.ts'
import { useRead } from '../../../../ui/api/reads.ts'
import { Page } from '../../../../ui/parts/layout.tsx'
import { EmptyState, Loaded } from '../../../../ui/parts/states.tsx'
import { Table } from '../../../../ui/parts/Table.tsx'
import { Tabs } from '../../../../ui/parts/Tabs.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { FaultView } from '../../model/views.ts'
import { faultWords } from '../../words.ts'
import { Episodes, SENSORS, SensorList } from './Lists.tsx'
import { Rules } from './Rules.tsx'
import { sensorWords as words } from './words/sensors.ts'
import './Sensors.css'

const views = ['sensors', 'rules', 'episodes', 'faults'] as const

/** `/sensors`: where every sensor stands, the rules, what they opened, and what could not be taken. */
export function Sensors() {
  const { t } = useTongue()
  const { search, setSearch } = usePlace()
  const view = views.find((one) => one === search.view) ?? 'sensors'
  const tabs = views.map((id) => ({ id, label: t(words[id]) }))
  const shown = { sensors: <SensorList />, rules: <Rules />, episodes: <Episodes />, faults: <Faults /> }
  return (
    <Page title={t(words.title)} lead={t(words.lead)} wide>
      <Tabs
        label={t(words.views)}
        tabs={tabs}
        value={view}
        onChange={(next) => setSearch({ view: next === 'sensors' ? undefined : next })}
      >
        <div className="sensor-lists" data-narrow="stack">
          {shown[view]}
        </div>
      </Tabs>
    </Page>
  )
}

function Faults() {
  const { t } = useTongue()
  const read = useRead<{ rows: readonly FaultView[] }>('/api/sensors/faults', { topics: [SENSORS] })
  return (
    <Loaded read={read}>
      {({ rows }) =>
        rows.length === 0 ? (
          <EmptyState icon="check" title={t(words.noFaults)} />
        ) : (
          <Table
            caption={t(words.faults)}
            hideCaption
            rows={rows}
            rowId={({ sensor, fault }) => `${sensor} ${fault}`}
            columns={[
              { id: 'sensor', title: t(words.sensor), cell: ({ sensor }) => sensor },
              { id: 'fault', title: t(words.fault), cell: ({ fault }) => t(faultWords[fault]) },
              { id: 'count', title: t(words.count), align: 'end', cell: ({ count }) => count },
              { id: 'last', title: t(words.lastTime), cell: ({ lastAt }) => t(formatInstant(lastAt as Instant)) },
            ]}
          />
        )
      }
    </Loaded>
  )
}
