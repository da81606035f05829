import { useState } from 'react'
import type { Instant } from '../../../../platform/time.ts'
import type { Said } from '../../../../platform/words.ts'
import { useAct } from '../../../../ui/api/acts.ts'
import { asProblem, type Problem } from '../../../../ui/api/problem.ts'
import { upload } from '../../../../ui/api/upload.ts'
import { useDraft } from '../../../../ui/draft.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { FileField } from '../../../../ui/parts/FileField.tsx'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Form, Row, Sheet, Soft } from '../../../../ui/parts/layout.tsx'
import { Notice, ProblemNotice } from '../../../../ui/parts/Notice.tsx'
import { Table } from '../../../../ui/parts/Table.tsx'
import { TextField } from '../../../../ui/parts/TextField.tsx'
import { useToast } from '../../../../ui/parts/Toast.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import { uiWords } from '../../../../ui/words.ts'
import type { PublishedDay, PublishedYear } from '../../model.ts'
import { formatInstant } from '../../rules.ts'
import { pressedDay } from './grid.ts'
import { calendarWords as words } from './words/calendars.ts'
import { WORKTIME } from './Year.tsx'
import { YearGrid } from './YearGrid.tsx'

type Fault = Said & { readonly row: number; readonly field: string }
type Due = { readonly case: string; readonly number: string; readonly before: Instant; readonly after: Instant }
type Preview = {
  readonly faults: readonly Fault[]
  readonly added: readonly PublishedDay[]
  readonly removed: readonly PublishedDay[]
  readonly moving: number
  readonly dues: readonly Due[]
}
type Taken = { readonly taken: true } | ({ readonly taken: false } & Said)
type Props = { year: number; known: PublishedYear | undefined; onClose(): void }

/** The next edition of a year: pressed day by day or read from a file, looked at, then taken in. */
export function EditYear({ year, known, onClose }: Props) {
  const { t } = useTongue()
  const say = useToast()
  const begun = { source: '', name: '', days: JSON.stringify(known?.days ?? []) }
  const draft = useDraft(`admin.calendar.${year}`, begun)
  const [tried, setTried] = useState(false)
  const [no, setNo] = useState<Said | null>(null)
  const { source, name } = draft.form
  const days = JSON.parse(draft.form.days) as readonly PublishedDay[]
  const preview = useAct<object, Preview>('/api/worktime/calendars/preview')
  const take = useAct<object, Taken>('/api/worktime/calendars', {
    changes: [WORKTIME, 'organisations'],
    onDone: (answer) => {
      if (!answer.taken) return setNo(answer)
      say(t(words.taken))
      draft.clear()
      onClose()
    },
  })
  const setDays = (next: readonly PublishedDay[]) => {
    draft.set({ days: JSON.stringify(next) })
    preview.reset()
  }
  const checked = (act: (body: object) => void) => {
    setTried(true)
    setNo(null)
    if (source.trim() !== '') act({ year, source: source.trim(), days })
  }
  const seen = preview.answer
  const can = seen !== undefined && seen.faults.length === 0
  return (
    <Sheet title={`${t(words.edit)} · ${year}`}>
      <Form label={t(words.edit)} onSend={() => checked(can ? take.act : preview.act)}>
        <TextField
          label={t(words.source)}
          value={source}
          onChange={(text) => draft.set({ source: text })}
          max={200}
          error={tried && source.trim() === '' ? t(words.sourceMissing) : undefined}
          required
        />
        <ReadFile year={year} onRead={setDays} />
        <TextField
          label={t(words.name)}
          hint={t(words.nameHint)}
          value={name}
          onChange={(text) => draft.set({ name: text })}
          max={30}
        />
        <Soft>{t(words.gridHint)}</Soft>
        <YearGrid year={year} days={days} onPress={(day) => setDays(pressedDay(days, day, name.trim()))} />
        {seen ? <Followed preview={seen} /> : null}
        {no ? <Notice tone="bad" title={t(no)} spoken /> : null}
        <ProblemNotice problem={take.problem ?? preview.problem} />
        {draft.isKept ? <Soft>{t(words.kept)}</Soft> : null}
        <Row>
          <Button kind={can ? 'plain' : 'primary'} busy={preview.busy} onPress={() => checked(preview.act)}>
            {t(words.preview)}
          </Button>
          {can ? (
            <Button kind="primary" type="submit" busy={take.busy}>
              {t(words.take)}
            </Button>
          ) : null}
          <Button onPress={onClose}>{t(uiWords.cancel)}</Button>
        </Row>
      </Form>
    </Sheet>
  )
}

function ReadFile({ year, onRead }: { year: number; onRead(days: readonly PublishedDay[]): void }) {
  const { t } = useTongue()
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [problem, setProblem] = useState<Problem | null>(null)
  const read = async (file: File) => {
    setProblem(null)
    try {
      const url = `/api/worktime/calendars/read?year=${year}`
      const answer = await upload<{ days: PublishedDay[]; faults: Fault[] }>(url, file, file.name)
      setFaults(answer.faults)
      if (answer.faults.length === 0) onRead(answer.days)
    } catch (thrown) {
      setProblem(asProblem(thrown))
    }
  }
  return (
    <>
      <FileField
        label={t(words.readFile)}
        hint={t(words.readHint)}
        optional
        accept=".xlsx,.csv"
        onChange={(file) => file && void read(file)}
      />
      <ProblemNotice problem={problem} />
      {faults.length > 0 ? <Faults faults={faults} /> : null}
    </>
  )
}

function Faults({ faults }: { faults: readonly Fault[] }) {
  const { t } = useTongue()
  return (
    <Table
      caption={t(words.faults)}
      rows={faults}
      rowId={({ row, field, en }) => `${row} ${field} ${en}`}
      columns={[
        { id: 'row', title: t(words.row), cell: ({ row }) => row },
        { id: 'wrong', title: t(words.wrong), cell: (fault) => t(fault) },
      ]}
    />
  )
}

function Followed({ preview: { faults, added, removed, moving, dues } }: { preview: Preview }) {
  const { t, count } = useTongue()
  if (faults.length > 0) return <Faults faults={faults} />
  const listed = (days: readonly PublishedDay[]) =>
    days
      .map(({ day, kind, name }) => `${day} ${name} ${t(kind === 'holiday' ? words.off : words.makeup)}`)
      .join(t(uiWords.comma))
  return (
    <Notice title={t(words.wouldFollow)} spoken>
      {added.length + removed.length === 0 ? <p>{t(words.same)}</p> : null}
      {added.length > 0 ? <p>{`${t(words.added)}: ${listed(added)}`}</p> : null}
      {removed.length > 0 ? <p>{`${t(words.removed)}: ${listed(removed)}`}</p> : null}
      <p>{`${t(words.moving)}: ${count(moving)}`}</p>
      <p>{t(words.movingText)}</p>
      {dues.length > 0 ? (
        <Table
          caption={t(words.moving)}
          hideCaption
          rows={dues}
          rowId={(due) => `${due.case} ${due.before}`}
          columns={[
            { id: 'case', title: t(words.case), cell: (due) => <Go to={`/cases/${due.case}`}>{due.number}</Go> },
            { id: 'before', title: t(words.before), cell: ({ before }) => t(formatInstant(before)) },
            { id: 'after', title: t(words.after), cell: ({ after }) => t(formatInstant(after)) },
          ]}
        />
      ) : null}
    </Notice>
  )
}
