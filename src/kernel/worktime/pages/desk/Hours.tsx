import { useState } from 'react'
import { type Day, instant } from '../../../../platform/time.ts'
import type { Said } from '../../../../platform/words.ts'
import { useAct } from '../../../../ui/api/acts.ts'
import { useRead } from '../../../../ui/api/reads.ts'
import { useDraft } from '../../../../ui/draft.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Form, Row, Sheet, Soft, Stack } from '../../../../ui/parts/layout.tsx'
import { Notice, ProblemNotice } from '../../../../ui/parts/Notice.tsx'
import { EmptyState, Loaded } from '../../../../ui/parts/states.tsx'
import { Table } from '../../../../ui/parts/Table.tsx'
import { TextField } from '../../../../ui/parts/TextField.tsx'
import { useToast } from '../../../../ui/parts/Toast.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import { DayField } from '../../../organisations/pages/desk/DayField.tsx'
import { Narrow } from '../../../organisations/pages/desk/Narrow.tsx'
import { UnitField } from '../../../organisations/pages/desk/Pickers.tsx'
import { useUnitNames } from '../../../organisations/pages/desk/trees.ts'
import type { HoursSetting, PublishedYear, WorkHours } from '../../model.ts'
import { calendarOf, dueAfter, faultOfHours, formatDay, formatInstant } from '../../rules.ts'
import { hoursFaultWords } from '../../words.ts'
import { windowsIn } from './grid.ts'
import { calendarWords as words } from './words/calendars.ts'
import { WORKTIME } from './Year.tsx'

const empty = { unit: '', from: '', windows: '09:00-12:00 13:30-17:30' }
const written = (windows: WorkHours) => windows.map(({ from, to }) => `${from}–${to}`).join('  ')

/** Office hours of the district and of units: every setting there was, and the next. */
export function Hours() {
  const { t } = useTongue()
  const unitName = useUnitNames()
  const read = useRead<{ rows: readonly HoursSetting[] }>('/api/worktime/hours/history', { topics: [WORKTIME] })
  return (
    <Stack>
      <SetHours />
      <Sheet title={t(words.hours)}>
        <Loaded read={read}>
          {({ rows }) =>
            rows.length === 0 ? (
              <EmptyState icon="clock" title={t(words.noHours)} />
            ) : (
              <Table
                caption={t(words.hours)}
                hideCaption
                rows={rows}
                rowId={({ unit, from, version }) => `${unit} ${from} ${version}`}
                columns={[
                  {
                    id: 'unit',
                    title: t(words.unit),
                    cell: ({ unit }) => (unit === '' ? t(words.district) : unitName(unit)),
                  },
                  { id: 'from', title: t(words.from), cell: ({ from }) => t(formatDay(from)) },
                  { id: 'windows', title: t(words.windows), cell: ({ windows }) => written(windows) },
                  { id: 'by', title: t(words.by), cell: ({ byName }) => byName },
                  { id: 'at', title: t(words.at), cell: ({ at }) => t(formatInstant(at)) },
                ]}
              />
            )
          }
        </Loaded>
      </Sheet>
    </Stack>
  )
}

function SetHours() {
  const { t } = useTongue()
  const say = useToast()
  const draft = useDraft('admin.hours', empty)
  const [tried, setTried] = useState(false)
  const [no, setNo] = useState<Said | null>(null)
  const { unit, from, windows: text } = draft.form
  const windows = windowsIn(text)
  const fault = windows && faultOfHours(windows)
  const set = useAct<object, { set: true } | ({ set: false } & Said)>('/api/worktime/hours', {
    changes: [WORKTIME],
    onDone: (answer) => {
      if (!answer.set) return setNo(answer)
      say(t(words.isSet))
      draft.clear()
      setTried(false)
    },
  })
  const send = () => {
    setTried(true)
    setNo(null)
    if (windows && !fault && from !== '') set.act({ unit, fromDay: from, windows })
  }
  const wrong = windows === null ? t(words.windowsBad) : fault ? t(hoursFaultWords[fault]) : undefined
  return (
    <Sheet title={t(words.set)}>
      <Narrow>
        <Form label={t(words.set)} onSend={send}>
          <UnitField
            label={t(words.unit)}
            hint={unit === '' ? t(words.district) : undefined}
            value={unit}
            onChange={(next) => draft.set({ unit: next })}
          />
          <DayField
            label={t(words.from)}
            value={from}
            onChange={(day) => draft.set({ from: day })}
            error={tried && from === '' ? t(words.dayMissing) : undefined}
            required
          />
          <TextField
            label={t(words.windows)}
            hint={t(words.windowsHint)}
            value={text}
            onChange={(next) => draft.set({ windows: next })}
            error={wrong}
            required
          />
          {windows && !fault && from !== '' ? <Sample unit={unit} day={from as Day} windows={windows} /> : null}
          {no ? <Notice tone="bad" title={t(no)} spoken /> : null}
          <ProblemNotice problem={set.problem} />
          {draft.isKept ? <Soft>{t(words.kept)}</Soft> : null}
          <Row>
            <Button kind="primary" type="submit" busy={set.busy}>
              {t(words.set)}
            </Button>
          </Row>
        </Form>
      </Narrow>
    </Sheet>
  )
}

/** The same term by the hours in force and by the new ones, reckoned by the rules that will hold us to it. */
function Sample({ unit, day, windows }: { unit: string; day: Day; windows: WorkHours }) {
  const { t } = useTongue()
  const years = useRead<{ years: readonly PublishedYear[] }>('/api/worktime/calendars', { topics: [WORKTIME] })
  const now = useRead<{ windows: WorkHours }>(`/api/worktime/hours?unit=${unit}&day=${day}`, { topics: [WORKTIME] })
  if (!years.data || !now.data) return null
  const calendar = calendarOf(years.data.years)
  const from = instant(Date.parse(`${day}T16:00:00+08:00`))
  const dueBy = (hours: WorkHours) =>
    t(formatInstant(dueAfter({ calendar, hours }, from, { amount: 4, unit: 'workhour' }).due))
  return (
    <Notice title={t(words.sample)}>
      <p>{`${dueBy(now.data.windows)} → ${dueBy(windows)}`}</p>
      <p>{t(words.sampleText)}</p>
    </Notice>
  )
}
