import { DayField } from '../../../../kernel/organisations/pages/desk/DayField.tsx'
import { formatInstant } from '../../../../kernel/worktime/rules.ts'
import type { Instant } from '../../../../platform/time.ts'
import { withQuery } from '../../../../ui/api/reads.ts'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Light, type LightColour } from '../../../../ui/parts/Light.tsx'
import { Row, Stack } from '../../../../ui/parts/layout.tsx'
import { Paged } from '../../../../ui/parts/Paged.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { TextField } from '../../../../ui/parts/TextField.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import { episodeStands, sensorSorts, timeSorts, uses } from '../../model/lists.ts'
import { sensorKinds } from '../../model/sensor.ts'
import type { EpisodeView, SensorView } from '../../model/views.ts'
import { kindWords } from '../../words.ts'
import { useMayManage } from './may.ts'
import { listWords as words } from './words/lists.ts'
import { sensorWords, stateWords } from './words/sensors.ts'

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

/** What was chosen among some, or all of them. */
function useChoice() {
  const { search, setSearch } = usePlace()
  return <Value extends string>(name: string, values: readonly Value[]) => ({
    chosen: values.find((one) => one === search[name]),
    choose: (value: Value | 'all') => setSearch({ [name]: value === 'all' ? undefined : value }),
  })
}

/** Every sensor, and where it stands. */
export function SensorList() {
  const { t } = useTongue()
  const { search, setSearch } = usePlace()
  const choice = useChoice()
  const mayManage = useMayManage()
  const [kind, use, sort] = [choice('kind', sensorKinds), choice('use', uses), choice('sort', sensorSorts)]
  const query = { q: search.q, kind: kind.chosen, use: use.chosen, sort: sort.chosen }
  const all = { value: 'all' as const, label: t(words.all) }
  return (
    <Stack>
      <Row>
        <TextField
          label={t(words.search)}
          type="search"
          value={search.q ?? ''}
          onChange={(text) => setSearch({ q: text || undefined })}
        />
        <Select
          label={t(sensorWords.kind)}
          value={kind.chosen ?? 'all'}
          options={[all, ...sensorKinds.map((value) => ({ value, label: t(kindWords[value]) }))]}
          onChange={kind.choose}
        />
        <Select
          label={t(words.use)}
          value={use.chosen ?? 'all'}
          options={[all, ...uses.map((value) => ({ value, label: t(words[`use-${value}`]) }))]}
          onChange={use.choose}
        />
        <Select
          label={t(words.sort)}
          value={sort.chosen ?? 'id'}
          options={sensorSorts.map((value) => ({ value, label: t(words[`by-${value}`]) }))}
          onChange={sort.choose}
        />
      </Row>
      <Row>
        {mayManage ? (
          <Go look="primary" to="/sensors/new">
            {t(words.register)}
          </Go>
        ) : null}
        <Go look="plain" to={withQuery('/api/sensors/export', query)}>
          {t(words.xlsx)}
        </Go>
      </Row>
      <Paged<SensorView>
        url="/api/sensors"
        query={query}
        topics={[SENSORS]}
        caption={t(sensorWords.sensors)}
        empty={t(words.noMatch)}
        rowId={({ id }) => id}
        columns={[
          {
            id: 'name',
            title: t(sensorWords.name),
            cell: ({ id, name }) => <Go to={`/sensors/${encodeURIComponent(id)}`}>{name}</Go>,
          },
          {
            id: 'state',
            title: t(sensorWords.state),
            cell: ({ state }) => <Light colour={colours[state]} label={t(stateWords[state])} />,
          },
          { id: 'last', title: t(sensorWords.last), align: 'end', cell: lastOf },
          { id: 'at', title: t(sensorWords.at), cell: ({ lastAt }) => lastAt && t(formatInstant(lastAt as Instant)) },
          { id: 'kind', title: t(sensorWords.kind), cell: (sensor) => t(kindWords[sensor.kind]) },
          { id: 'place', title: t(sensorWords.place), cell: ({ place }) => place },
        ]}
      />
    </Stack>
  )
}

const lastOf = ({ lastValue, unit }: SensorView) =>
  lastValue === null ? null : `${Math.round(lastValue * 100) / 100} ${unit}`

/** From one day to another, both included. */
export function Days() {
  const { t } = useTongue()
  const { search, setSearch } = usePlace()
  return (
    <>
      {(['from', 'to'] as const).map((name) => (
        <DayField
          key={name}
          label={t(words[name])}
          value={search[name] ?? ''}
          onChange={(day) => setSearch({ [name]: day || undefined })}
        />
      ))}
    </>
  )
}

export function TimeSort() {
  const { t } = useTongue()
  const { chosen, choose } = useChoice()('sort', timeSorts)
  return (
    <Select
      label={t(words.sort)}
      value={chosen ?? 'newest'}
      options={timeSorts.map((value) => ({ value, label: t(words[`sort-${value}`]) }))}
      onChange={choose}
    />
  )
}

/** What rules have opened, narrowed to one sensor where it is told. */
export function Episodes({ sensor }: { sensor?: string }) {
  const { t } = useTongue()
  const { search, setSearch } = usePlace()
  const stands = useChoice()('stands', episodeStands)
  const sort = timeSorts.find((one) => one === search.sort)
  const query = { sensor: sensor ?? search.sensor, stands: stands.chosen, from: search.from, to: search.to, sort }
  const time = (at: string) => t(formatInstant(at as Instant))
  return (
    <Stack>
      <Row>
        {sensor === undefined ? (
          <TextField
            label={t(sensorWords.sensor)}
            type="search"
            value={search.sensor ?? ''}
            onChange={(text) => setSearch({ sensor: text || undefined })}
          />
        ) : null}
        <Select
          label={t(words.stands)}
          value={stands.chosen ?? 'all'}
          options={[
            { value: 'all', label: t(words.all) },
            ...episodeStands.map((value) => ({ value, label: t(words[`stands-${value}`]) })),
          ]}
          onChange={stands.choose}
        />
        <Days />
        <TimeSort />
      </Row>
      <Row>
        <Go look="plain" to={withQuery('/api/sensors/episodes/export', query)}>
          {t(words.xlsx)}
        </Go>
      </Row>
      <Paged<EpisodeView>
        url="/api/sensors/episodes"
        query={query}
        topics={[SENSORS]}
        caption={t(sensorWords.episodes)}
        empty={t(sensorWords.noEpisodes)}
        rowId={({ id }) => id}
        columns={[
          {
            id: 'sensor',
            title: t(sensorWords.sensor),
            cell: ({ sensor: id }) => <Go to={`/sensors/${encodeURIComponent(id)}`}>{id}</Go>,
          },
          { id: 'from', title: t(sensorWords.from), cell: ({ raisedAt }) => time(raisedAt) },
          {
            id: 'until',
            title: t(sensorWords.until),
            cell: ({ recoveredAt }) => (recoveredAt === null ? t(sensorWords.lastsOn) : time(recoveredAt)),
          },
          { id: 'peak', title: t(sensorWords.peak), align: 'end', cell: ({ peak }) => peak },
          {
            id: 'case',
            title: t(sensorWords.case),
            cell: ({ case: id, number }) =>
              number === null ? t(sensorWords.opening) : <Go to={`/cases/${id}`}>{number}</Go>,
          },
        ]}
      />
    </Stack>
  )
}
