import { useState } from 'react'
import type { Instant } from '../../../../platform/time.ts'
import { useRead } from '../../../../ui/api/reads.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Facts, Row, Sheet, Stack } from '../../../../ui/parts/layout.tsx'
import { Notice } from '../../../../ui/parts/Notice.tsx'
import { SaveFile } from '../../../../ui/parts/SaveFile.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { Loaded } from '../../../../ui/parts/states.tsx'
import { Table } from '../../../../ui/parts/Table.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import { History } from '../../../organisations/pages/desk/History.tsx'
import { useTree } from '../../../organisations/pages/desk/trees.ts'
import type { PublishedYear } from '../../model.ts'
import { calendarOf, formatInstant } from '../../rules.ts'
import { EditYear } from './EditYear.tsx'
import { calendarWords as words } from './words/calendars.ts'
import { YearGrid } from './YearGrid.tsx'

export const WORKTIME = 'worktime'
type Answer = { readonly years: readonly PublishedYear[] }
type Edition = PublishedYear & { readonly at: Instant }

/** One year: what is published, how many days one works, every edition; and the next one. */
export function Year() {
  const { t } = useTongue()
  const { search, setSearch } = usePlace()
  const today = useTree().data?.day
  const read = useRead<Answer>('/api/worktime/calendars', { topics: [WORKTIME] })
  return (
    <Loaded read={read}>
      {({ years }) => {
        const first = years[0]?.year ?? 2026
        const last = Math.max(years.at(-1)?.year ?? first, Number(today?.slice(0, 4) ?? first)) + 1
        const year = Number(search.year ?? today?.slice(0, 4) ?? first)
        const options = Array.from({ length: last - first + 1 }, (_, at) => last - at).map((one) => ({
          value: String(one),
          label: years.some((known) => known.year === one) ? String(one) : `${one} ${t(words.notPublished)}`,
        }))
        return (
          <Stack>
            <Row>
              <Select
                label={t(words.year)}
                value={String(year)}
                options={options}
                onChange={(next) => setSearch({ year: next })}
              />
            </Row>
            <One key={year} year={year} years={years} />
          </Stack>
        )
      }}
    </Loaded>
  )
}

function One({ year, years }: { year: number; years: readonly PublishedYear[] }) {
  const { t, count } = useTongue()
  const [editing, setEditing] = useState(false)
  const known = years.find((one) => one.year === year)
  const days = known?.days ?? []
  if (editing) return <EditYear year={year} known={known} onClose={() => setEditing(false)} />
  const calendar = calendarOf(years)
  const worked = Array.from({ length: 366 }, (_, at) => new Date(Date.UTC(year, 0, at + 1)).toISOString().slice(0, 10))
    .filter((day) => day.startsWith(String(year)))
    .filter((day) => calendar.isWorkday(day as PublishedYear['days'][number]['day'])).length
  const countOf = (kind: 'holiday' | 'makeup') => count(days.filter((day) => day.kind === kind).length)
  return (
    <>
      <Sheet
        title={String(year)}
        acts={
          <Row>
            <Button kind="primary" onPress={() => setEditing(true)}>
              {t(words.edit)}
            </Button>
            <SaveFile url={`/api/worktime/calendars/${year}/export`} name={`calendar-${year}.xlsx`}>
              {t(words.export)}
            </SaveFile>
          </Row>
        }
      >
        {known ? null : <Notice tone="warn" title={t(words.provisionalText)} />}
        <Facts
          facts={[
            { label: t(words.edition), value: known ? count(known.version) : null },
            { label: t(words.source), value: known?.source, wide: true },
            { label: t(words.workdays), value: count(worked) },
            { label: t(words.holidays), value: countOf('holiday') },
            { label: t(words.makeups), value: countOf('makeup') },
          ]}
        />
        <YearGrid year={year} days={days} />
      </Sheet>
      {known ? <Editions year={year} /> : null}
      <History of={`calendar:${year}`} />
    </>
  )
}

function Editions({ year }: { year: number }) {
  const { t, count } = useTongue()
  const read = useRead<{ rows: readonly Edition[] }>(`/api/worktime/calendars/${year}/editions`, { topics: [WORKTIME] })
  return (
    <Sheet title={t(words.editions)}>
      <Loaded read={read}>
        {({ rows }) => (
          <Table
            caption={t(words.editions)}
            hideCaption
            rows={rows}
            rowId={({ version }) => String(version)}
            columns={[
              { id: 'version', title: t(words.edition), cell: ({ version }) => count(version) },
              { id: 'source', title: t(words.source), cell: ({ source }) => source },
              { id: 'at', title: t(words.at), cell: ({ at }) => t(formatInstant(at)) },
              { id: 'days', title: t(words.days), align: 'end', cell: ({ days }) => count(days.length) },
            ]}
          />
        )}
      </Loaded>
    </Sheet>
  )
}
