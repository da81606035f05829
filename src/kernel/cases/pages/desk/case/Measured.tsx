import type { Instant } from '../../../../../platform/time.ts'
import { useRead } from '../../../../../ui/api/reads.ts'
import { Curve } from '../../../../../ui/parts/Curve.tsx'
import { Go } from '../../../../../ui/parts/Go.tsx'
import { Facts, Sheet, Stack } from '../../../../../ui/parts/layout.tsx'
import { Notice } from '../../../../../ui/parts/Notice.tsx'
import { useTongue } from '../../../../../ui/tongue.tsx'
import { formatInstant } from '../../../../worktime/rules.ts'
import type { CaseForStaff } from '../../../model/views.ts'
import { measuredWords as words } from '../words/measured.ts'

type Measured = {
  readonly sensor: { readonly id: string; readonly name: string; readonly unit: string }
  readonly when: string
  readonly mark: number | null
  readonly times: number
  readonly beganAt: string
  readonly recoveredAt: string | null
  readonly peak: number | null
  readonly chart: {
    readonly from: string
    readonly to: string
    readonly rows: readonly {
      readonly at: string
      readonly low: number
      readonly high: number
      readonly mean: number
    }[]
  }
}

/** What the sensor measured that opened this case, with the mark it passed, and whether it is over. */
export function Measured({ shown: { card } }: { shown: CaseForStaff }) {
  return card.channel === 'sensor' ? <Behind id={card.id} /> : null
}

function Behind({ id }: { id: string }) {
  const { t } = useTongue()
  const { data } = useRead<{ measured: Measured | null }>(`/api/sensors/cases/${id}`, { topics: [`case/${id}`] })
  const found = data?.measured
  if (!found) return null
  const { sensor, mark, peak, recoveredAt, beganAt, times, chart } = found
  const time = (at: string) => t(formatInstant(at as Instant))
  const value = (one: number) => `${Math.round(one * 100) / 100} ${sensor.unit}`
  return (
    <Sheet title={t(words.title)}>
      <Stack>
        {recoveredAt === null ? (
          <Notice tone="warn">{t(found.when === 'silent' ? words.silent : words.lasts)}</Notice>
        ) : null}
        <Curve
          {...chart}
          unit={sensor.unit}
          marks={mark === null ? [] : [mark]}
          label={(low, high) => t(words.curve(sensor.name, low, high))}
          time={time}
          empty={t(words.none)}
        />
        <Facts
          facts={[
            { label: t(words.sensor), value: <Go to={`/sensors/${encodeURIComponent(sensor.id)}`}>{sensor.name}</Go> },
            { label: t(words.mark), value: mark === null ? null : value(mark) },
            { label: t(words.peak), value: peak === null ? null : value(peak) },
            { label: t(words.began), value: time(beganAt) },
            { label: t(words.over), value: recoveredAt === null ? t(words.notYet) : time(recoveredAt) },
            { label: t(words.raised), value: times > 1 ? t(words.times(times)) : null },
          ]}
        />
      </Stack>
    </Sheet>
  )
}
