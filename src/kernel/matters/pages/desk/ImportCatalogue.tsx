import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Said } from '../../../../platform/words.ts'
import { isProblem, type Problem } from '../../../../ui/api/problem.ts'
import { withQuery } from '../../../../ui/api/reads.ts'
import { upload } from '../../../../ui/api/upload.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Dialog } from '../../../../ui/parts/Dialog.tsx'
import { FileField } from '../../../../ui/parts/FileField.tsx'
import { Form } from '../../../../ui/parts/layout.tsx'
import { Notice, ProblemNotice } from '../../../../ui/parts/Notice.tsx'
import { CheckBox } from '../../../../ui/parts/RadioCards.tsx'
import { Table } from '../../../../ui/parts/Table.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import { catalogueWords as words } from './words/catalogue.ts'

type Fault = {
  readonly sheet: string
  readonly row: number
  readonly column: string
  readonly code: string
  readonly said: Said
  readonly value: string
}
type Answer = {
  readonly taken: boolean
  readonly report: {
    readonly drafts: number
    readonly published: number
    readonly unchanged: number
    readonly errors: readonly Fault[]
  }
}

/** Takes a catalogue file and shows, row by row, what was wrong with it. */
export function ImportCatalogue({ open, onClose }: { open: boolean; onClose(): void }) {
  const { t } = useTongue()
  return (
    <Dialog open={open} title={t(words.import)} onClose={onClose}>
      {open ? <Import /> : null}
    </Dialog>
  )
}

const choices = ['atomic', 'dryRun', 'publish'] as const
const choiceWords = { atomic: words.atomic, dryRun: words.dryRun, publish: words.publishNow } as const

function Import() {
  const { t } = useTongue()
  const client = useQueryClient()
  const [file, setFile] = useState<File | null>(null)
  const [chosen, choose] = useState({ atomic: true, dryRun: true, publish: false })
  const [share, setShare] = useState<number | null>(null)
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const send = async () => {
    if (!file) return
    setShare(0)
    setProblem(null)
    setAnswer(null)
    try {
      const url = withQuery('/api/matters/import', chosen)
      setAnswer(await upload<Answer>(url, file, file.name, { onProgress: setShare }))
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
      <FileField label={t(words.file)} required accept=".xlsx,.yaml,.yml,.json" onChange={setFile} />
      {choices.map((name) => (
        <CheckBox key={name} checked={chosen[name]} onChange={(on) => choose({ ...chosen, [name]: on })}>
          {t(choiceWords[name])}
        </CheckBox>
      ))}
      <Button kind="primary" type="submit" busy={share !== null} blocked={file === null ? t(words.file) : undefined}>
        {share === null ? t(words.send) : t(words.sending(Math.round(share * 100)))}
      </Button>
      <ProblemNotice problem={problem} />
      {answer ? <Report answer={answer} /> : null}
    </Form>
  )
}

function Report({ answer: { taken, report } }: { answer: Answer }) {
  const { t } = useTongue()
  const { drafts, published, unchanged, errors } = report
  return (
    <>
      <Notice
        tone={taken && errors.length === 0 ? 'good' : taken ? 'warn' : 'bad'}
        title={taken ? t(words.imported(drafts, published, unchanged)) : t(words.notTaken)}
        spoken
      />
      {errors.length > 0 ? (
        <Table<Fault>
          caption={t(words.faults)}
          hideCaption
          rows={errors}
          rowId={({ sheet, row, column, code }) => `${sheet} ${row} ${column} ${code}`}
          columns={[
            { id: 'row', title: t(words.row), cell: ({ row }) => row },
            { id: 'sheet', title: t(words.sheet), cell: ({ sheet }) => sheet },
            { id: 'column', title: t(words.column), cell: ({ column }) => column },
            { id: 'why', title: t(words.why), cell: ({ said }) => t(said) },
            { id: 'value', title: t(words.value), cell: ({ value }) => value },
          ]}
        />
      ) : null}
    </>
  )
}
