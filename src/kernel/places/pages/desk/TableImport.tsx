import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Said } from '../../../../platform/words.ts'
import { asProblem, type Problem } from '../../../../ui/api/problem.ts'
import { withQuery } from '../../../../ui/api/reads.ts'
import { upload } from '../../../../ui/api/upload.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { FileField } from '../../../../ui/parts/FileField.tsx'
import { Form, Row, Sheet, Stack } from '../../../../ui/parts/layout.tsx'
import { Notice, ProblemNotice } from '../../../../ui/parts/Notice.tsx'
import { CheckBox } from '../../../../ui/parts/RadioCards.tsx'
import { Table } from '../../../../ui/parts/Table.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import { Narrow } from '../../../organisations/pages/desk/Narrow.tsx'
import { tableWords as words } from './words/tables.ts'

type Fault = { readonly row: number; readonly field: string; readonly said: Said }
type Taken = { readonly taken: number; readonly unchanged: number; readonly faults: readonly Fault[] }

/** Sends a table and says what was taken of it and what is wrong in which row. */
export function TableImport({ url, hint }: { url: string; hint: Said }) {
  const { t } = useTongue()
  const client = useQueryClient()
  const [file, setFile] = useState<File | null>(null)
  const [atomic, setAtomic] = useState(false)
  const [tried, setTried] = useState(false)
  const [share, setShare] = useState<number | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [taken, setTaken] = useState<Taken | null>(null)
  const send = async () => {
    setTried(true)
    if (file === null) return
    setProblem(null)
    setTaken(null)
    setShare(0)
    try {
      setTaken(
        await upload<Taken>(withQuery(url, { atomic: String(atomic) }), file, file.name, { onProgress: setShare }),
      )
      await client.invalidateQueries()
    } catch (thrown) {
      setProblem(asProblem(thrown))
    } finally {
      setShare(null)
    }
  }
  return (
    <Sheet title={t(words.title)}>
      <Narrow>
        <Form label={t(words.title)} onSend={() => void send()}>
          <FileField
            label={t(words.file)}
            hint={t(hint)}
            error={tried && file === null ? t(words.fileMissing) : undefined}
            accept=".xlsx,.csv"
            onChange={setFile}
          />
          <CheckBox checked={atomic} onChange={setAtomic}>
            {t(words.atomic)}
          </CheckBox>
          <ProblemNotice problem={problem} />
          <Row>
            <Button kind="primary" type="submit" busy={share !== null}>
              {share === null ? t(words.send) : t(words.sending(share))}
            </Button>
          </Row>
        </Form>
      </Narrow>
      {taken ? <Outcome taken={taken} /> : null}
    </Sheet>
  )
}

function Outcome({ taken: { taken, unchanged, faults } }: { taken: Taken }) {
  const { t } = useTongue()
  const tone = faults.length === 0 ? 'good' : taken === 0 ? 'bad' : 'warn'
  return (
    <Stack>
      <Notice tone={tone} title={t(words.taken(taken, unchanged, faults.length))} spoken />
      {faults.length > 0 ? (
        <Table
          caption={t(words.faults)}
          rows={faults.map((fault, at) => ({ ...fault, at }))}
          rowId={({ at }) => String(at)}
          columns={[
            { id: 'row', title: t(words.row), align: 'end', cell: ({ row }) => row },
            { id: 'field', title: t(words.field), cell: ({ field }) => field },
            { id: 'said', title: t(words.wrong), cell: ({ said }) => t(said) },
          ]}
        />
      ) : null}
    </Stack>
  )
}
