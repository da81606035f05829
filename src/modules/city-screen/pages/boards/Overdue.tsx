import type { CaseLine } from '../../../../kernel/cases/model/views.ts'
import { formatDuration, localDay } from '../../../../kernel/worktime/rules.ts'
import { DAY, HOUR, type Instant } from '../../../../platform/time.ts'
import type { Said } from '../../../../platform/words.ts'
import { useRead, withQuery } from '../../../../ui/api/reads.ts'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Light } from '../../../../ui/parts/Light.tsx'
import { EmptyState, Loaded } from '../../../../ui/parts/states.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { BehindPage } from '../../model.ts'
import { timeOf, useMoment } from '../moment.ts'
import { deskAddress, SCREEN, useAddresses, useBoard, useShownNow } from '../reads.ts'
import '../behind.css'
import { lightWords, listWords, supervisionWords, screenPageWords as words } from '../words.ts'

/** 已超期 2 天: in days of the calendar, in hours on the day itself. Its next clock may still have time left. */
export function lateBy(now: Instant, due: Instant | null): Said {
  if (due === null || due >= now) return lightWords.red
  const days = Math.round((Date.parse(localDay(due)) - Date.parse(localDay(now))) / DAY)
  if (days !== 0) return formatDuration(days, 'day')
  return formatDuration(Math.trunc((Date.parse(due) - Date.parse(now)) / HOUR) || -1, 'hour')
}

/** What is overdue and still open, and how many of them there are. */
export function Overdue() {
  const { t, count } = useTongue()
  const { figureAddress } = useAddresses()
  const moment = useMoment()
  const asOf = moment ? timeOf(moment) : undefined
  const read = useRead<BehindPage>(withQuery('/api/city-screen/figures/overdue/list', { limit: 6, asOf }), {
    keepLast: true,
    ...(moment ? {} : { topics: [SCREEN], every: 60_000 }),
  })
  const board = useBoard().data
  const whole = board?.standing.find(({ key }) => key === 'overdue')
  const shortName = (unit: string | null) => board?.table.rows.find((row) => row.unit === unit)?.name
  return (
    <Loaded
      read={read}
      empty={{
        when: ({ rows }) => rows.length === 0,
        show: <EmptyState icon="check" title={t(words.noneOverdue)} text={t(words.noneOverdueText)} />,
      }}
    >
      {({ rows }) => (
        <div className="overdue">
          <Go className="overdue-all" to={figureAddress('overdue')}>
            <strong>{whole ? count(whole.numerator) : '—'}</strong>
            <span>{t(words.all)}</span>
          </Go>
          <ul>
            {rows.map(({ case: line }) => (
              <Late key={line.id} line={line} unit={shortName(line.unit) ?? line.unitName} />
            ))}
          </ul>
        </div>
      )}
    </Loaded>
  )
}

function Late({ line: { id, title, due, supervision }, unit }: { line: CaseLine; unit: string | null }) {
  const { t } = useTongue()
  const now = useShownNow(60_000)
  const supervised = supervisionWords[supervision - 1]
  const how = supervised ?? lateBy(now, due as Instant | null)
  return (
    <li>
      <a href={deskAddress(id)}>
        <span className="overdue-title">{title ?? t(listWords.gone)}</span>
        <span className="overdue-unit">{unit ?? t(listWords.noUnit)}</span>
        <Light colour="red" look="plain" label={t(how)} />
      </a>
    </li>
  )
}
