import { useAct } from '../../../../ui/api/acts.ts'
import { useRead } from '../../../../ui/api/reads.ts'
import { minuteOf } from '../../../../ui/format.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Facts, Page, Row, Sheet, Soft, Stack } from '../../../../ui/parts/layout.tsx'
import { Notice, ProblemNotice } from '../../../../ui/parts/Notice.tsx'
import { Paged } from '../../../../ui/parts/Paged.tsx'
import { SaveFile } from '../../../../ui/parts/SaveFile.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { Loaded } from '../../../../ui/parts/states.tsx'
import { useToast } from '../../../../ui/parts/Toast.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import { uiWords } from '../../../../ui/words.ts'
import { type EntryFile, type EntryRowResult, isOpen, rowOutcomes } from '../../model/entry-files.ts'
import { doorRefusals } from '../../words/doors.ts'
import { entryColumnWords, entryFileStateWords, rowOutcomeWords } from '../../words/entry-files.ts'
import { ENTRY_FILES } from './EntryFiles.tsx'
import { DESK } from './list/reads.ts'
import { checkedSaid, filedSaid, progressOf, entryFileWords as words } from './words/entry-files.ts'

/** `/new/table/:id`: how far a table is, what became of its rows, and filing what a check found right. */
export function EntryFilePage() {
  const { t } = useTongue()
  const { params } = usePlace()
  const url = `${ENTRY_FILES}/${params.id}`
  const read = useRead<EntryFile>(url, { topics: [ENTRY_FILES], every: 1_500 })
  return (
    <Page
      title={t(words.one)}
      wide
      acts={
        <Go look="plain" icon="back" to="/new/table">
          {t(words.back)}
        </Go>
      }
    >
      <Loaded read={read}>
        {(file) => (
          <Stack>
            <About file={file} url={url} />
            {isOpen(file.state) || file.state === 'unreadable' ? null : <Rows file={file} url={url} />}
          </Stack>
        )}
      </Loaded>
    </Page>
  )
}

function About({ file, url }: { file: EntryFile; url: string }) {
  const { t, tongue } = useTongue()
  const { fileName, state, total, done, byName, at, alike, isKept, refusal } = file
  const open = isOpen(state)
  const why = Object.entries(doorRefusals).find(([code]) => code === refusal)?.[1]
  return (
    <Sheet title={fileName}>
      <Facts
        facts={[
          { label: t(words.state), value: t(entryFileStateWords[state]) },
          { label: t(words.rows), value: total },
          { label: t(words.alike), value: alike > 0 ? alike : null },
          { label: t(words.sentBy), value: byName },
          { label: t(words.at), value: minuteOf(at, tongue) },
        ]}
      />
      {open ? <Notice tone="info" title={t(progressOf(done, total))} /> : <Outcome file={file} />}
      {why ? <Notice tone="bad">{t(why)}</Notice> : null}
      {isKept ? null : <Soft>{t(words.gone)}</Soft>}
      <Row>
        {open ? <Stopping url={url} /> : null}
        {state === 'checked' && isKept ? <Filing file={file} url={url} /> : null}
        {!open && isKept && state !== 'unreadable' ? (
          <SaveFile url={`${url}/result.xlsx`} name="entries-result.xlsx">
            {t(words.result)}
          </SaveFile>
        ) : null}
      </Row>
      {!open && isKept && state !== 'unreadable' ? <Soft>{t(words.resultHint)}</Soft> : null}
    </Sheet>
  )
}

const soundOf = ({ total, faulty, repeated }: EntryFile): number => total - faulty - repeated

function Outcome({ file }: { file: EntryFile }) {
  const { t } = useTongue()
  const { state, filed, faulty, repeated } = file
  if (state === 'unreadable' || state === 'cancelled') return null
  const tone = faulty > 0 ? 'warn' : 'good'
  const said = state === 'checked' ? checkedSaid(soundOf(file), faulty, repeated) : filedSaid(filed, faulty, repeated)
  return <Notice tone={tone} title={t(said)} spoken />
}

function Stopping({ url }: { url: string }) {
  const { t } = useTongue()
  const say = useToast()
  const stop = useAct<object>(`${url}/cancel`, { changes: [ENTRY_FILES], onDone: () => say(t(words.stopped)) })
  return (
    <>
      <Button busy={stop.busy} onPress={() => stop.act({})}>
        {t(words.stop)}
      </Button>
      <ProblemNotice problem={stop.problem} />
    </>
  )
}

/** After a check: what is right is filed from the file that is there. */
function Filing({ file, url }: { file: EntryFile; url: string }) {
  const { t } = useTongue()
  const say = useToast()
  const run = useAct<{ mode: string }>(`${url}/run`, {
    changes: [ENTRY_FILES, DESK],
    onDone: () => say(t(words.queued)),
  })
  if (soundOf(file) === 0) return null
  return (
    <>
      <Button kind="primary" busy={run.busy} onPress={() => run.act({ mode: file.faulty > 0 ? 'sound' : 'all' })}>
        {t(file.faulty > 0 ? words.fileSound : words.fileAll)}
      </Button>
      <ProblemNotice problem={run.problem} />
    </>
  )
}

function Rows({ file, url }: { file: EntryFile; url: string }) {
  const { t } = useTongue()
  const { search, setSearch } = usePlace()
  const outcome = rowOutcomes.find((one) => one === search.outcome)
  const comma = t(uiWords.comma)
  return (
    <Stack>
      <Row>
        <Select
          label={t(words.outcomes)}
          value={outcome ?? 'any'}
          options={[
            { value: 'any', label: t(words.any) },
            ...rowOutcomes.map((value) => ({ value: value as string, label: t(rowOutcomeWords[value]) })),
          ]}
          onChange={(next) => setSearch({ outcome: next === 'any' ? undefined : next })}
        />
      </Row>
      <Paged<EntryRowResult>
        key={`${file.state} ${file.endedAt}`}
        url={`${url}/rows`}
        query={{ outcome }}
        topics={[ENTRY_FILES]}
        caption={t(words.one)}
        empty={t(words.noRows)}
        rowId={({ row }) => String(row)}
        columns={[
          { id: 'row', title: t(words.row), cell: ({ row }) => row },
          { id: 'outcome', title: t(words.outcome), cell: (row) => t(rowOutcomeWords[row.outcome]) },
          {
            id: 'number',
            title: t(words.number),
            cell: ({ caseId, number }) => (caseId ? <Go to={`/cases/${caseId}`}>{number}</Go> : null),
          },
          {
            id: 'wrong',
            title: t(words.wrong),
            cell: ({ faults }) => (
              <div style={{ minInlineSize: faults.length > 0 ? '16em' : undefined }}>
                {faults.map(({ column, said }) => (
                  <div key={`${column} ${said.en}`}>
                    {column ? `${t(entryColumnWords[column])} · ${t(said)}` : t(said)}
                  </div>
                ))}
              </div>
            ),
          },
          {
            id: 'alike',
            title: t(words.alike),
            cell: ({ alike }) =>
              alike.map(({ id, number }, at) => (
                <span key={id}>
                  {at > 0 ? comma : null}
                  <Go to={`/cases/${id}`}>{number}</Go>
                </span>
              )),
          },
        ]}
      />
    </Stack>
  )
}
