import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Said } from '../../../../platform/words.ts'
import { actKey } from '../../../../ui/api/call.ts'
import { asProblem, type Problem } from '../../../../ui/api/problem.ts'
import { withQuery } from '../../../../ui/api/reads.ts'
import { exchangeFile } from '../../../../ui/api/save.ts'
import { upload } from '../../../../ui/api/upload.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { FileField } from '../../../../ui/parts/FileField.tsx'
import { Form, Row, Sheet, Soft } from '../../../../ui/parts/layout.tsx'
import { Notice, ProblemNotice } from '../../../../ui/parts/Notice.tsx'
import { CheckBox } from '../../../../ui/parts/RadioCards.tsx'
import { Table } from '../../../../ui/parts/Table.tsx'
import { useToast } from '../../../../ui/parts/Toast.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import { Narrow } from './Narrow.tsx'
import { peopleWords as words, wouldTake } from './words/people.ts'

type Fault = { readonly row: number; readonly column: string; readonly said: Said }
type Report = { readonly taken: number; readonly unchanged: number; readonly faults: readonly Fault[] }
type Props = { url: string; text: Said; onClose(): void }

/** Sending a table: first tried, then taken; what comes back is the file with what became of each row. */
export function ImportFile({ url, text, onClose }: Props) {
  const { t } = useTongue()
  const say = useToast()
  const client = useQueryClient()
  const [file, setFile] = useState<File | null>(null)
  const [atomic, setAtomic] = useState(true)
  const [report, setReport] = useState<Report | null>(null)
  const [busy, setBusy] = useState(false)
  const [missing, setMissing] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)

  const attempt = async (work: (chosen: File) => Promise<void>) => {
    setMissing(file === null)
    if (file === null) return
    setBusy(true)
    setProblem(null)
    try {
      await work(file)
    } catch (thrown) {
      setProblem(asProblem(thrown))
    } finally {
      setBusy(false)
    }
  }
  const tried = () =>
    attempt(async (chosen) => {
      const asked = withQuery(url, { atomic, dryRun: true, answer: 'report' })
      setReport(await upload<Report>(asked, chosen, chosen.name))
    })
  const fetched = (dryRun: boolean) =>
    attempt(async (chosen) => {
      const asked = withQuery(url, { atomic, dryRun, answer: 'workbook' })
      await exchangeFile(asked, { file: chosen, name: chosen.name, key: actKey() }, 'import-result.xlsx')
      if (dryRun) return
      say(t(words.took))
      setReport(null)
      await client.invalidateQueries()
    })
  const change = (next: File | null) => {
    setFile(next)
    setReport(null)
  }
  return (
    <Sheet title={t(words.import)} acts={<Button onPress={onClose}>{t(words.close)}</Button>}>
      <Narrow>
        <Form label={t(words.import)} onSend={() => void tried()}>
          <Soft>{t(text)}</Soft>
          <FileField
            label={t(words.file)}
            error={missing ? t(words.fileMissing) : undefined}
            required
            accept=".xlsx,.csv"
            onChange={change}
          />
          <CheckBox checked={atomic} onChange={setAtomic}>
            {t(words.atomic)}
          </CheckBox>
          <ProblemNotice problem={problem} />
          {report ? <Told report={report} /> : null}
          <Row>
            <Button type="submit" kind={report ? 'plain' : 'primary'} busy={busy}>
              {t(words.try)}
            </Button>
            {report && report.faults.length > 0 ? (
              <Button busy={busy} onPress={() => void fetched(true)}>
                {t(words.faultsFile)}
              </Button>
            ) : null}
            {report && report.taken > 0 ? (
              <Button kind="primary" busy={busy} onPress={() => void fetched(false)}>
                {t(words.take)}
              </Button>
            ) : null}
          </Row>
        </Form>
      </Narrow>
    </Sheet>
  )
}

function Told({ report: { taken, unchanged, faults } }: { report: Report }) {
  const { t } = useTongue()
  return (
    <>
      <Notice tone={faults.length > 0 ? 'warn' : 'good'} title={t(wouldTake(taken, unchanged, faults.length))} spoken />
      {faults.length > 0 ? (
        <Table
          caption={t(words.faults)}
          columns={[
            { id: 'row', title: t(words.row), cell: ({ row }) => row },
            { id: 'column', title: t(words.column), cell: ({ column }) => column },
            { id: 'wrong', title: t(words.wrong), cell: ({ said }) => t(said) },
          ]}
          rows={faults.slice(0, 50)}
          rowId={({ row, column, said }) => `${row} ${column} ${said.en}`}
        />
      ) : null}
    </>
  )
}
