import { DayField } from '../../../../kernel/organisations/pages/desk/DayField.tsx'
import { localDay } from '../../../../kernel/worktime/rules.ts'
import { useNow } from '../../../../ui/now.ts'
import { Select } from '../../../../ui/parts/Select.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import { weekdays } from '../../model/hours.ts'
import { weekdayWords } from '../../words/hours.ts'
import { hoursWords as words } from '../words/hours.ts'

const EVENING = '20:00'
const halfHours = Array.from(
  { length: 48 },
  (_, at) => `${String(Math.floor(at / 2)).padStart(2, '0')}:${at % 2 === 0 ? '00' : '30'}`,
)
const days = ['any', ...weekdays, 'date'] as const

/** At which time: any, one of a day of the week, or of a date. It stands in the address as the question takes it. */
export function OpenAt() {
  const { t } = useTongue()
  const today = localDay(useNow(60_000))
  const { search, setSearch } = usePlace()
  const openAt = search.openAt ?? ''
  const [day, time] = openAt === '' ? ['', EVENING] : [openAt.slice(0, -6), openAt.slice(-5)]
  const weekday = weekdays.find((one) => one === day)
  const set = (next: string) => setSearch({ openAt: next, after: '' })
  return (
    <>
      <Select
        label={t(words.when)}
        value={openAt === '' ? 'any' : (weekday ?? 'date')}
        options={days.map((value) => ({ value, label: t(labelOf(value)) }))}
        onChange={(value) => set(value === 'any' ? '' : `${value === 'date' ? today : value}-${time}`)}
      />
      {openAt !== '' && weekday === undefined ? (
        <DayField label={t(words.day)} value={day} onChange={(next) => next && set(`${next}-${time}`)} />
      ) : null}
      {openAt === '' ? null : (
        <Select
          label={t(words.time)}
          value={time}
          options={[...new Set([...halfHours, time])].sort().map((value) => ({ value, label: value }))}
          onChange={(next) => set(`${day}-${next}`)}
        />
      )}
    </>
  )
}

const labelOf = (value: (typeof days)[number]) =>
  value === 'any' ? words.anyTime : value === 'date' ? words.onDay : weekdayWords[value]
