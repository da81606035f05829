import { useState } from 'react'
import { useAct } from '../../../../ui/api/acts.ts'
import { withQuery } from '../../../../ui/api/reads.ts'
import { dayText } from '../../../../ui/format.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Confirm } from '../../../../ui/parts/Confirm.tsx'
import { Page, Row, Stack } from '../../../../ui/parts/layout.tsx'
import { Notice } from '../../../../ui/parts/Notice.tsx'
import { Paged } from '../../../../ui/parts/Paged.tsx'
import { SaveFile } from '../../../../ui/parts/SaveFile.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import type { Column } from '../../../../ui/parts/Table.tsx'
import { TextField } from '../../../../ui/parts/TextField.tsx'
import { useToast } from '../../../../ui/parts/Toast.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import { dutyParts } from '../../words/duties.ts'
import { DayField } from './DayField.tsx'
import { CategoryField, DUTIES, DutyAreaField, DutyForm, type DutyRow } from './DutyForm.tsx'
import { type DutyPreview, DutyShifts } from './DutyShifts.tsx'
import { Fallback } from './Fallback.tsx'
import { History } from './History.tsx'
import { ImportFile } from './ImportFile.tsx'
import { UnitField } from './Pickers.tsx'
import { ORGANISATIONS, useTree } from './trees.ts'
import { useHolds } from './Units.tsx'
import { dutyWords as words } from './words/duties.ts'

const whens = ['now', 'standing', 'ahead', 'over'] as const
const sorts = { category: words.category_, unit: words.unit, newest: words.newest } as const

/** What the list is narrowed and ordered by, as it stands in the address; the file is asked for alike. */
function useAsked() {
  const { search } = usePlace()
  const { q, unit, area, category, part, when, day, sort } = search
  return { q, unit, area, category, part, when, day, sort }
}

/** `/admin/duties`: which unit answers for what and where, and who takes what nobody owns. */
export function Duties() {
  const { t } = useTongue()
  const asked = useAsked()
  const keeps = useHolds('organisations.duties')
  const [open, setOpen] = useState<'add' | 'import' | DutyRow | null>(null)
  const close = () => setOpen(null)
  const acts = (
    <>
      <SaveFile url={withQuery(`${DUTIES}/export`, asked)} name="duties.xlsx">
        {t(words.export)}
      </SaveFile>
      {keeps ? <Button onPress={() => setOpen('import')}>{t(words.import)}</Button> : null}
      {keeps ? (
        <Button kind="primary" icon="plus" onPress={() => setOpen('add')}>
          {t(words.add)}
        </Button>
      ) : null}
    </>
  )
  return (
    <Page title={t(words.title)} lead={t(words.lead)} wide acts={acts}>
      <Stack>
        {open === 'import' ? (
          <ImportFile url={`${DUTIES}/import`} text={words.importText} onClose={close} />
        ) : open === null ? null : (
          <DutyForm key={open === 'add' ? open : open.id} line={open === 'add' ? null : open} onClose={close} />
        )}
        <Fallback keeps={keeps} />
        <Filters />
        <List keeps={keeps} onChange={setOpen} />
        {keeps ? <History of="duties:list" /> : null}
      </Stack>
    </Page>
  )
}

function Filters() {
  const { t } = useTongue()
  const { setSearch } = usePlace()
  const asked = useAsked()
  const set = (name: keyof typeof asked) => (value: string) =>
    setSearch({ [name]: value === '' || value === 'any' ? undefined : value })
  return (
    <Row>
      <TextField label={t(words.search)} type="search" max={100} value={asked.q ?? ''} onChange={set('q')} />
      <CategoryField label={t(words.category)} value={asked.category ?? ''} onChange={set('category')} />
      <DutyAreaField label={t(words.area)} value={asked.area ?? ''} onChange={set('area')} />
      <UnitField label={t(words.unit)} value={asked.unit ?? ''} onChange={set('unit')} />
      <Select
        label={t(words.part)}
        value={asked.part ?? 'any'}
        options={[
          { value: 'any', label: t(words.any) },
          { value: 'lead', label: t(dutyParts.lead) },
          { value: 'assist', label: t(dutyParts.assist) },
        ]}
        onChange={set('part')}
      />
      <Select
        label={t(words.when)}
        value={asked.when ?? 'now'}
        options={whens.map((value) => ({ value: value as string, label: t(words[value]) }))}
        onChange={(when) => setSearch({ when: when === 'now' ? undefined : when })}
      />
      <DayField label={t(words.day)} value={asked.day ?? ''} onChange={set('day')} />
      <Select
        label={t(words.sort)}
        value={asked.sort ?? 'category'}
        options={Object.entries(sorts).map(([value, label]) => ({ value, label: t(label) }))}
        onChange={(sort) => setSearch({ sort: sort === 'category' ? undefined : sort })}
      />
    </Row>
  )
}

function List({ keeps, onChange }: { keeps: boolean; onChange(line: DutyRow): void }) {
  const { t, tongue } = useTongue()
  const today = useTree().data?.day ?? ''
  const asked = useAsked()
  const isOver = ({ to }: DutyRow) => to !== null && to <= today
  const changing: Column<DutyRow> = {
    id: 'change',
    title: t(words.change),
    cell: (line) =>
      isOver(line) ? null : (
        <Button kind="quiet" name={`${t(words.change)} ${line.category}`} onPress={() => onChange(line)}>
          {t(words.change)}
        </Button>
      ),
  }
  const ending: Column<DutyRow> = {
    id: 'end',
    title: t(words.end),
    cell: (line) => (isOver(line) ? null : <End line={line} />),
  }
  return (
    <Paged<DutyRow>
      url={DUTIES}
      query={asked}
      topics={[ORGANISATIONS]}
      caption={t(words.title)}
      empty={t(words.none)}
      rowId={({ id }) => id}
      columns={[
        {
          id: 'category',
          title: t(words.category),
          cell: ({ category }) => (category === '' ? t(words.everything) : category),
        },
        { id: 'area', title: t(words.area), cell: ({ areaName }) => areaName ?? t(words.everywhere) },
        { id: 'unit', title: t(words.unit), cell: ({ unitName }) => unitName },
        { id: 'part', title: t(words.part), cell: ({ part }) => t(dutyParts[part]) },
        { id: 'basis', title: t(words.basis), cell: ({ basis }) => basis },
        { id: 'from', title: t(words.from), cell: ({ from }) => dayText(from, tongue) },
        { id: 'to', title: t(words.to), cell: ({ to }) => (to === null ? null : dayText(to, tongue)) },
        ...(keeps ? [changing, ending] : []),
      ]}
    />
  )
}

/** Ends a line on a day; what would follow is shown as soon as the day is named. */
function End({ line }: { line: DutyRow }) {
  const { t } = useTongue()
  const say = useToast()
  const [open, setOpen] = useState(false)
  const [day, setDay] = useState('')
  const preview = useAct<{ day: string }, DutyPreview>(`${DUTIES}/${line.id}/end/preview`)
  const end = useAct<{ day: string }>(`${DUTIES}/${line.id}/end`, {
    changes: [ORGANISATIONS],
    onDone: () => {
      say(t(words.ended))
      setOpen(false)
    },
  })
  const change = (next: string) => {
    setDay(next)
    preview.reset()
    if (next !== '') preview.act({ day: next })
  }
  return (
    <>
      <Button kind="quiet" name={`${t(words.end)} ${line.category}`} onPress={() => setOpen(true)}>
        {t(words.end)}
      </Button>
      <Confirm
        open={open}
        title={`${t(words.end)} · ${line.category || t(words.everything)} · ${line.unitName}`}
        act={t(words.end)}
        danger
        busy={end.busy}
        blocked={day === '' ? t(words.needed) : undefined}
        problem={end.problem}
        onAct={() => end.act({ day })}
        onClose={() => setOpen(false)}
      >
        <p>{t(words.endText)}</p>
        <TextField label={t(words.endDay)} type="date" value={day} onChange={change} required />
        {preview.problem ? <Notice tone="bad">{t(preview.problem.said)}</Notice> : null}
        {preview.answer ? <DutyShifts preview={preview.answer} /> : null}
      </Confirm>
    </>
  )
}
