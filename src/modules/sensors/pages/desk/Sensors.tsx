import { useState } from 'react'
import { formatInstant } from '../../../../kernel/worktime/rules.ts'
import type { Instant } from '../../../../platform/time.ts'
import { useRead } from '../../../../ui/api/reads.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Light, type LightColour } from '../../../../ui/parts/Light.tsx'
import { Page, Stack } from '../../../../ui/parts/layout.tsx'
import { Paged } from '../../../../ui/parts/Paged.tsx'
import { EmptyState, Loaded } from '../../../../ui/parts/states.tsx'
import { Table } from '../../../../ui/parts/Table.tsx'
import { Tabs } from '../../../../ui/parts/Tabs.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { EpisodeView, FaultView, SensorView } from '../../model/views.ts'
import { faultWords, kindWords } from '../../words.ts'
import { Rules } from './Rules.tsx'
import { SensorSheet } from './SensorSheet.tsx'
import { stateWords, sensorWords as words } from './words/sensors.ts'
import './Sensors.css'

export const SENSORS = 'sensors'

const colours: Readonly<Record<SensorView['state'], LightColour>> = {
  normal: 'green',
  rising: 'yellow',
  alarm: 'red',
  silent: 'red',
  maintenance: 'yellow',
  off: 'off',
  never: 'off',
}

type View = 'sensors' | 'rules' | 'episodes' | 'faults'

/** `/sensors`: where every sensor stands, the rules, what they opened, and what could not be taken. */
export function Sensors() {
  const { t } = useTongue()
  const [view, setView] = useState<View>('sensors')
  const tabs = (['sensors', 'rules', 'episodes', 'faults'] as const).map((id) => ({ id, label: t(words[id]) }))
  const shown = { sensors: <SensorList />, rules: <Rules />, episodes: <Episodes />, faults: <Faults /> }
  return (
    <Page title={t(words.title)} lead={t(words.lead)} wide>
      <Tabs label={t(words.views)} tabs={tabs} value={view} onChange={setView}>
        <div className="sensor-lists">{shown[view]}</div>
      </Tabs>
    </Page>
  )
}

function SensorList() {
  const { t } = useTongue()
  const [chosen, setChosen] = useState<SensorView | null>(null)
  const columns = [
    { id: 'name', title: t(words.name), cell: ({ name }: SensorView) => name },
    {
      id: 'state',
      title: t(words.state),
      cell: ({ state }: SensorView) => <Light colour={colours[state]} label={t(stateWords[state])} />,
    },
    { id: 'last', title: t(words.last), align: 'end', cell: lastOf },
    {
      id: 'at',
      title: t(words.at),
      cell: ({ lastAt }: SensorView) => (lastAt === null ? null : t(formatInstant(lastAt as Instant))),
    },
    { id: 'kind', title: t(words.kind), cell: ({ kind }: SensorView) => t(kindWords[kind]) },
    { id: 'place', title: t(words.place), cell: ({ place }: SensorView) => place },
    {
      id: 'show',
      title: t(words.show),
      cell: (sensor: SensorView) => (
        <Button name={`${t(words.show)} ${sensor.name}`} onPress={() => setChosen(sensor)}>
          {t(words.show)}
        </Button>
      ),
    },
  ] as const
  return (
    <Stack>
      {chosen ? <SensorSheet id={chosen.id} onClose={() => setChosen(null)} /> : null}
      <Paged<SensorView>
        url="/api/sensors"
        topics={[SENSORS]}
        caption={t(words.sensors)}
        empty={t(words.none)}
        rowId={({ id }) => id}
        columns={columns}
      />
    </Stack>
  )
}

const lastOf = ({ lastValue, unit }: SensorView) =>
  lastValue === null ? null : `${Math.round(lastValue * 100) / 100} ${unit}`

function Episodes() {
  const { t } = useTongue()
  const time = (at: string) => t(formatInstant(at as Instant))
  return (
    <Paged<EpisodeView>
      url="/api/sensors/episodes"
      topics={[SENSORS]}
      caption={t(words.episodes)}
      empty={t(words.noEpisodes)}
      rowId={({ id }) => id}
      columns={[
        { id: 'sensor', title: t(words.sensor), cell: ({ sensor }) => sensor },
        { id: 'from', title: t(words.from), cell: ({ raisedAt }) => time(raisedAt) },
        {
          id: 'until',
          title: t(words.until),
          cell: ({ recoveredAt }) => (recoveredAt === null ? t(words.lastsOn) : time(recoveredAt)),
        },
        { id: 'peak', title: t(words.peak), align: 'end', cell: ({ peak }) => peak },
        {
          id: 'case',
          title: t(words.case),
          cell: ({ case: id, number }) => (number === null ? t(words.opening) : <Go to={`/cases/${id}`}>{number}</Go>),
        },
      ]}
    />
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
