import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { coordinateSystems } from '../../../../platform/geo/systems.ts'
import { isProblem, type Problem } from '../../../../ui/api/problem.ts'
import { withQuery } from '../../../../ui/api/reads.ts'
import { upload } from '../../../../ui/api/upload.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Dialog } from '../../../../ui/parts/Dialog.tsx'
import { FileField } from '../../../../ui/parts/FileField.tsx'
import { Form } from '../../../../ui/parts/layout.tsx'
import { Notice, ProblemNotice } from '../../../../ui/parts/Notice.tsx'
import { CheckBox } from '../../../../ui/parts/RadioCards.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { Table } from '../../../../ui/parts/Table.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { FacilityImport, FileFault } from '../../model/facility.ts'
import { ledgerWords as words } from '../words/ledger.ts'

type System = (typeof coordinateSystems)[number]

/** Takes a file into the ledger and shows, row by row, what was wrong with it. */
export function ImportFile({ to }: { to: 'facilities' | 'spots' }) {
  const { t } = useTongue()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t(words.import)}</Button>
      <Dialog open={isOpen} title={t(words.import)} onClose={() => setOpen(false)}>
        {isOpen ? <Import to={to} /> : null}
      </Dialog>
    </>
  )
}

function Import({ to }: { to: 'facilities' | 'spots' }) {
  const { t } = useTongue()
  const client = useQueryClient()
  const [file, setFile] = useState<File | null>(null)
  const [atomic, setAtomic] = useState(false)
  const [system, setSystem] = useState<System>('WGS84')
  const [share, setShare] = useState<number | null>(null)
  const [report, setReport] = useState<FacilityImport | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const send = async () => {
    if (!file) return
    setShare(0)
    setProblem(null)
    setReport(null)
    try {
      const url = withQuery(`/api/life-circle/${to}/import`, { atomic, system })
      setReport(await upload<FacilityImport>(url, file, file.name, { onProgress: setShare }))
      await client.invalidateQueries()
    } catch (thrown) {
      if (!isProblem(thrown)) throw thrown
      setProblem(thrown)
    } finally {
      setShare(null)
    }
  }
  return (
    <Form label={t(words.import)} onSend={() => void send()}>
      <FileField label={t(words.file)} required accept=".xlsx,.csv,.geojson,.json" onChange={setFile} />
      <Select
        label={t(words.system)}
        value={system}
        options={coordinateSystems.map((value) => ({ value, label: value }))}
        onChange={setSystem}
      />
      <CheckBox checked={atomic} onChange={setAtomic}>
        {t(words.atomic)}
      </CheckBox>
      <Button kind="primary" type="submit" busy={share !== null} blocked={file === null ? t(words.file) : undefined}>
        {share === null ? t(words.send) : t(words.sending(Math.round(share * 100)))}
      </Button>
      <ProblemNotice problem={problem} />
      {report ? <Report report={report} /> : null}
    </Form>
  )
}

function Report({ report: { taken, added, changed, unchanged, faults } }: { report: FacilityImport }) {
  const { t } = useTongue()
  return (
    <>
      <Notice
        tone={taken ? 'good' : 'bad'}
        title={taken ? t(words.taken(added, changed, unchanged)) : t(words.notTaken)}
        spoken
      />
      {faults.length > 0 ? (
        <Table<FileFault>
          caption={t(taken ? words.leftLines : words.faultyLines)}
          rows={faults}
          rowId={({ row, column, code }) => `${row} ${column} ${code}`}
          columns={[
            { id: 'row', title: t(words.row), cell: ({ row }) => row },
            { id: 'column', title: t(words.column), cell: ({ column }) => column },
            { id: 'why', title: t(words.why), cell: ({ said }) => t(said) },
            { id: 'value', title: t(words.value), cell: ({ value }) => value },
          ]}
        />
      ) : null}
    </>
  )
}
