import { formatInstant } from '../../../../kernel/worktime/rules.ts'
import type { Instant } from '../../../../platform/time.ts'
import { useRead, withQuery } from '../../../../ui/api/reads.ts'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Page, Row, Sheet, Stack } from '../../../../ui/parts/layout.tsx'
import { Paged } from '../../../../ui/parts/Paged.tsx'
import { Loaded } from '../../../../ui/parts/states.tsx'
import { Tabs } from '../../../../ui/parts/Tabs.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import { timeSorts } from '../../model/lists.ts'
import type { SensorView } from '../../model/views.ts'
import { Bound } from './Bound.tsx'
import { Days, Episodes, SENSORS, TimeSort } from './Lists.tsx'
import { useMayManage } from './may.ts'
import { ChangingSensor } from './SensorForm.tsx'
import { SensorSheet } from './SensorSheet.tsx'
import { listWords as words } from './words/lists.ts'

const views = ['curve', 'readings', 'episodes', 'register'] as const

/** `/sensors/:sensor`: its curve, its readings, what they opened, and what is registered of it. */
export function SensorPage() {
  const { t } = useTongue()
  const { params } = usePlace()
  const read = useRead<SensorView>(`/api/sensors/${encodeURIComponent(params.sensor ?? '')}`, { topics: [SENSORS] })
  const back = (
    <Go look="plain" icon="back" to="/sensors">
      {t(words.back)}
    </Go>
  )
  return (
    <Loaded read={read}>
      {(sensor) => (
        <Page title={sensor.name} acts={back} wide>
          <Views sensor={sensor} />
        </Page>
      )}
    </Loaded>
  )
}

function Views({ sensor }: { sensor: SensorView }) {
  const { t } = useTongue()
  const { search, setSearch } = usePlace()
  const mayManage = useMayManage()
  const open = views.filter((view) => view !== 'register' || mayManage)
  const view = open.find((one) => one === search.view) ?? 'curve'
  const shown = {
    curve: <SensorSheet sensor={sensor} />,
    readings: <Readings sensor={sensor} />,
    episodes: <Episodes sensor={sensor.id} />,
    register: (
      <Stack>
        <ChangingSensor key={sensor.id} sensor={sensor} />
        <Bound sensor={sensor} />
      </Stack>
    ),
  }
  return (
    <Tabs
      label={t(words.views)}
      tabs={open.map((id) => ({ id, label: t(words[id]) }))}
      value={view}
      onChange={(next) => setSearch({ view: next === 'curve' ? undefined : next })}
    >
      <Sheet>{shown[view]}</Sheet>
    </Tabs>
  )
}

type Reading = { readonly at: string; readonly value: number }

function Readings({ sensor: { id, unit } }: { sensor: SensorView }) {
  const { t } = useTongue()
  const { search } = usePlace()
  const url = `/api/sensors/${encodeURIComponent(id)}/readings`
  const query = { from: search.from, to: search.to, sort: timeSorts.find((one) => one === search.sort) }
  return (
    <Stack>
      <Row>
        <Days />
        <TimeSort />
      </Row>
      <Row>
        <Go look="plain" to={withQuery(`${url}/export`, query)}>
          {t(words.xlsx)}
        </Go>
      </Row>
      <Paged<Reading>
        url={url}
        query={query}
        topics={[SENSORS]}
        caption={t(words.readings)}
        empty={t(words.noReadings)}
        rowId={({ at }) => at}
        columns={[
          { id: 'at', title: t(words.at), cell: ({ at }) => t(formatInstant(at as Instant)) },
          {
            id: 'value',
            title: t(words.value),
            align: 'end',
            cell: ({ value }) => `${Math.round(value * 1_000) / 1_000} ${unit}`,
          },
        ]}
      />
    </Stack>
  )
}
