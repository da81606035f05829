import { useState } from 'react'
import { asProblem, type Problem } from '../../../../ui/api/problem.ts'
import { withQuery } from '../../../../ui/api/reads.ts'
import { upload } from '../../../../ui/api/upload.ts'
import { minuteOf } from '../../../../ui/format.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { FileField } from '../../../../ui/parts/FileField.tsx'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Form, Page, Row, Sheet, Stack } from '../../../../ui/parts/layout.tsx'
import { ProblemNotice } from '../../../../ui/parts/Notice.tsx'
import { Paged } from '../../../../ui/parts/Paged.tsx'
import { RadioCards } from '../../../../ui/parts/RadioCards.tsx'
import { SaveFile } from '../../../../ui/parts/SaveFile.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { TextField } from '../../../../ui/parts/TextField.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import { Narrow } from '../../../organisations/pages/desk/Narrow.tsx'
import { type EntryFile, type EntryMode, entryFileSorts, entryFileStates, entryModes } from '../../model/entry-files.ts'
import { entryFileStateWords } from '../../words/entry-files.ts'
import { entryModeTexts, entryModeTitles, entryFileWords as words } from './words/entry-files.ts'

export const ENTRY_FILES = '/api/cases/entry-files'

/** `/new/table`: a table of entries is sent, and those that were sent before. */
export function EntryFiles() {
  const { t } = useTongue()
  const asked = useAsked()
  return (
    <Page
      title={t(words.title)}
      lead={t(words.lead)}
      wide
      acts={
        <>
          <Go look="plain" to="/new">
            {t(words.single)}
          </Go>
          <SaveFile url={withQuery(`${ENTRY_FILES}/export.xlsx`, asked)} name="entry-files.xlsx">
            {t(words.export)}
          </SaveFile>
        </>
      }
    >
      <Stack>
        <Sheet title={t(words.send)} acts={<Templates />}>
          <Narrow>
            <Sending />
          </Narrow>
        </Sheet>
        <Filters />
        <Listed />
      </Stack>
    </Page>
  )
}

function Templates() {
  const { t } = useTongue()
  return (
    <Row>
      <SaveFile url={`${ENTRY_FILES}/template`} name="entries-template.xlsx">
        {t(words.template)}
      </SaveFile>
      <SaveFile url={`${ENTRY_FILES}/template?format=csv`} name="entries-template.csv">
        {t(words.templateCsv)}
      </SaveFile>
    </Row>
  )
}

function useSending() {
  const { go } = usePlace()
  const [file, setFile] = useState<File | null>(null)
  const [mode, setMode] = useState<EntryMode>('check')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const send = async () => {
    setTried(true)
    if (file === null) return
    setBusy(true)
    setProblem(null)
    try {
      const { id } = await upload<{ id: string }>(withQuery(ENTRY_FILES, { mode }), file, file.name)
      go(`/new/table/${id}`)
    } catch (thrown) {
      setProblem(asProblem(thrown))
    } finally {
      setBusy(false)
    }
  }
  return { file, setFile, mode, setMode, tried, busy, problem, send }
}

function Sending() {
  const { t } = useTongue()
  const { file, setFile, mode, setMode, tried, busy, problem, send } = useSending()
  return (
    <Form label={t(words.send)} onSend={() => void send()}>
      <FileField
        label={t(words.file)}
        hint={t(words.fileHint)}
        error={tried && file === null ? t(words.fileMissing) : undefined}
        required
        accept=".xlsx,.csv"
        onChange={setFile}
      />
      <RadioCards
        label={t(words.mode)}
        value={mode}
        options={entryModes.map((value) => ({
          value,
          title: t(entryModeTitles[value]),
          text: t(entryModeTexts[value]),
        }))}
        onChange={setMode}
      />
      <ProblemNotice problem={problem} />
      <Row>
        <Button kind="primary" type="submit" busy={busy}>
          {busy ? t(words.sending) : t(words.send)}
        </Button>
      </Row>
    </Form>
  )
}

/** What the list is narrowed and ordered by, as it stands in the address; the file is asked for alike. */
function useAsked() {
  const { search } = usePlace()
  return { q: search.q, state: search.state, sort: search.sort }
}

function Filters() {
  const { t } = useTongue()
  const { setSearch } = usePlace()
  const asked = useAsked()
  return (
    <Row>
      <TextField
        label={t(words.search)}
        type="search"
        max={100}
        value={asked.q ?? ''}
        onChange={(q) => setSearch({ q: q || undefined })}
      />
      <Select
        label={t(words.state)}
        value={asked.state ?? 'any'}
        options={[
          { value: 'any', label: t(words.any) },
          ...entryFileStates.map((value) => ({ value: value as string, label: t(entryFileStateWords[value]) })),
        ]}
        onChange={(state) => setSearch({ state: state === 'any' ? undefined : state })}
      />
      <Select
        label={t(words.sort)}
        value={asked.sort ?? 'newest'}
        options={entryFileSorts.map((value) => ({ value: value as string, label: t(words[value]) }))}
        onChange={(sort) => setSearch({ sort: sort === 'newest' ? undefined : sort })}
      />
    </Row>
  )
}

function Listed() {
  const { t, tongue } = useTongue()
  const asked = useAsked()
  return (
    <Paged<EntryFile>
      url={ENTRY_FILES}
      query={asked}
      topics={[ENTRY_FILES]}
      caption={t(words.title)}
      empty={t(words.none)}
      rowId={({ id }) => id}
      columns={[
        {
          id: 'file',
          title: t(words.file),
          cell: ({ id, fileName }) => <Go to={`/new/table/${id}`}>{fileName}</Go>,
        },
        { id: 'state', title: t(words.state), cell: ({ state }) => t(entryFileStateWords[state]) },
        { id: 'rows', title: t(words.rows), align: 'end', cell: ({ total }) => total },
        { id: 'filed', title: t(words.filed), align: 'end', cell: ({ filed }) => filed },
        { id: 'faulty', title: t(words.faulty), align: 'end', cell: ({ faulty }) => faulty },
        { id: 'repeated', title: t(words.repeated), align: 'end', cell: ({ repeated }) => repeated },
        { id: 'by', title: t(words.sentBy), cell: ({ byName }) => byName },
        { id: 'at', title: t(words.at), cell: ({ at }) => minuteOf(at, tongue) },
      ]}
    />
  )
}
