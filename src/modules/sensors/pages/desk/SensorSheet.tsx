import { useState } from 'react'
import { formatInstant } from '../../../../kernel/worktime/rules.ts'
import type { Instant } from '../../../../platform/time.ts'
import { useAct } from '../../../../ui/api/acts.ts'
import { useRead, withQuery } from '../../../../ui/api/reads.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Curve } from '../../../../ui/parts/Curve.tsx'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Facts, Row, Stack } from '../../../../ui/parts/layout.tsx'
import { Notice, ProblemNotice } from '../../../../ui/parts/Notice.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { Loaded } from '../../../../ui/parts/states.tsx'
import { useToast } from '../../../../ui/parts/Toast.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { ChartView, RulesView, SensorView } from '../../model/views.ts'
import { rulesFor } from '../../rules/step.ts'
import { kindWords } from '../../words.ts'
import { SENSORS } from './Lists.tsx'
import { useMayManage } from './may.ts'
import { boundWords } from './words/bound.ts'
import { sensorWords as words } from './words/sensors.ts'

const spans = { day: 24, week: 168, month: 720 } as const
type Span = keyof typeof spans
const MAINTENANCE_HOURS = 4

/** One sensor with its curve, and whether somebody is working on it. */
export function SensorSheet({ sensor }: { sensor: SensorView }) {
  const { t } = useTongue()
  const [span, setSpan] = useState<Span>('day')
  const rules = useRead<RulesView>('/api/sensors/rules', { topics: [SENSORS] })
  const chart = useRead<ChartView>(
    withQuery(`/api/sensors/${encodeURIComponent(sensor.id)}/chart`, { hours: spans[span], parts: 160 }),
    {
      topics: [SENSORS],
      keepLast: true,
    },
  )
  const marks = rulesFor(rules.data?.rows ?? [], sensor).flatMap(({ when, mark }) => (when === 'silent' ? [] : [mark]))
  return (
    <Stack>
      <Row>
        <Select
          label={t(words.span)}
          value={span}
          onChange={setSpan}
          options={(['day', 'week', 'month'] as const).map((value) => ({ value, label: t(words[value]) }))}
        />
        <Maintenance sensor={sensor} />
      </Row>
      <Loaded read={chart}>
        {(found) => (
          <Curve
            {...found}
            unit={sensor.unit}
            marks={[...new Set(marks)]}
            label={(low, high) => t(words.chart(sensor.name, low, high))}
            time={(at) => t(formatInstant(at as Instant))}
            empty={t(words.noReadings)}
          />
        )}
      </Loaded>
      <Facts
        facts={[
          { label: t(words.id), value: sensor.id },
          { label: t(words.kind), value: t(kindWords[sensor.kind]) },
          { label: t(words.place), value: sensor.place },
          {
            label: t(boundWords.title),
            value: sensor.component && (
              <Go to={`/places/components/${encodeURIComponent(sensor.component)}`}>{sensor.component}</Go>
            ),
          },
          { label: t(words.calibration), value: t(words.calibrated(sensor.scale, sensor.shift)) },
          { label: t(words.keeps), value: t(words.days(sensor.keepDays)) },
          { label: t(words.at), value: sensor.lastAt && t(formatInstant(sensor.lastAt as Instant)) },
        ]}
      />
    </Stack>
  )
}

function Maintenance({ sensor: { id, state } }: { sensor: SensorView }) {
  const { t } = useTongue()
  const say = useToast()
  const save = useAct<{ hours: number }>(`/api/sensors/${id}/maintenance`, {
    changes: [SENSORS],
    onDone: () => say(t(words.saved)),
  })
  if (!useMayManage()) return null
  const isIn = state === 'maintenance'
  return (
    <Stack>
      {isIn ? <Notice tone="warn">{t(words.inMaintenance)}</Notice> : null}
      <Button busy={save.busy} onPress={() => save.act({ hours: isIn ? 0 : MAINTENANCE_HOURS })}>
        {t(isIn ? words.maintenanceEnds : words.maintenance)}
      </Button>
      <ProblemNotice problem={save.problem} />
    </Stack>
  )
}
