import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type CoordinateSystem, coordinateSystems } from '../../../../platform/geo/systems.ts'
import { asProblem, type Problem } from '../../../../ui/api/problem.ts'
import { withQuery } from '../../../../ui/api/reads.ts'
import { upload } from '../../../../ui/api/upload.ts'
import { minuteOf } from '../../../../ui/format.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { FileField } from '../../../../ui/parts/FileField.tsx'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Form, Row, Sheet, Stack } from '../../../../ui/parts/layout.tsx'
import { ProblemNotice } from '../../../../ui/parts/Notice.tsx'
import { Paged } from '../../../../ui/parts/Paged.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { TextField } from '../../../../ui/parts/TextField.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import { Narrow } from '../../../organisations/pages/desk/Narrow.tsx'
import type { ImportRun } from '../../model/imports.ts'
import { type Layer, layers } from '../../model/layers.ts'
import { importStateWords } from '../../words/imports.ts'
import { layerWords } from '../../words/layers.ts'
import { PLACES } from './reads.ts'
import { scopeHints, scopeWords, placesWords as words } from './words/places.ts'

/** Sending a file, and what became of those that were sent. */
export function Imports() {
  const { t, tongue } = useTongue()
  return (
    <Stack>
      <Sheet title={t(words.send)}>
        <Narrow>
          <Sending />
        </Narrow>
      </Sheet>
      <Paged<ImportRun>
        topics={[PLACES]}
        url="/api/places/imports"
        caption={t(words.imports)}
        empty={t(words.noImports)}
        rowId={({ id }) => id}
        columns={[
          {
            id: 'file',
            title: t(words.file),
            cell: ({ id, fileName }) => <Go to={`/places/imports/${id}`}>{fileName}</Go>,
          },
          { id: 'layer', title: t(words.layer), cell: ({ layer }) => t(layerWords[layer]) },
          { id: 'state', title: t(words.state), cell: ({ state }) => t(importStateWords[state]) },
          { id: 'areas', title: t(words.areas), align: 'end', cell: ({ features }) => features },
          { id: 'found', title: t(words.found), align: 'end', cell: ({ grave }) => grave },
          { id: 'when', title: t(words.when), cell: ({ at }) => minuteOf(at, tongue) },
        ]}
      />
    </Stack>
  )
}

const scopes = ['whole', 'part'] as const
type Scope = (typeof scopes)[number]

/** What is to be sent, and sending it. */
function useSending() {
  const { go } = usePlace()
  const client = useQueryClient()
  const [layer, setLayer] = useState<Layer>('unit-grid')
  const [system, setSystem] = useState<CoordinateSystem | ''>('')
  const [scope, setScope] = useState<Scope>('whole')
  const [tolerance, setTolerance] = useState('0.1')
  const [file, setFile] = useState<File | null>(null)
  const [busy, setBusy] = useState(false)
  const [tried, setTried] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const send = async () => {
    setTried(true)
    if (file === null || system === '') return
    setBusy(true)
    setProblem(null)
    try {
      const url = withQuery('/api/places/imports', { layer, system, tolerance, scope })
      const { id } = await upload<{ id: string }>(url, file, file.name)
      await client.invalidateQueries()
      go(`/places/imports/${id}`)
    } catch (thrown) {
      setProblem(asProblem(thrown))
    } finally {
      setBusy(false)
    }
  }
  const asked = { layer, setLayer, system, setSystem, scope, setScope, tolerance, setTolerance, file, setFile }
  return { ...asked, busy, tried, problem, send }
}

function Sending() {
  const { t } = useTongue()
  const sending = useSending()
  const { layer, system, scope, tolerance, file, tried } = sending
  return (
    <Form label={t(words.send)} onSend={() => void sending.send()}>
      <Select
        label={t(words.layer)}
        value={layer}
        options={layers.map((value) => ({ value, label: t(layerWords[value]) }))}
        onChange={sending.setLayer}
      />
      <Select
        label={t(words.system)}
        value={system}
        error={tried && system === '' ? t(words.systemMissing) : undefined}
        options={coordinateSystems.map((value) => ({ value, label: value }))}
        onChange={sending.setSystem}
      />
      <Select
        label={t(words.scope)}
        hint={t(scopeHints[scope])}
        value={scope}
        options={scopes.map((value) => ({ value, label: t(scopeWords[value]) }))}
        onChange={sending.setScope}
      />
      <TextField
        label={t(words.tolerance)}
        hint={t(words.toleranceHint)}
        keys="decimal"
        value={tolerance}
        onChange={sending.setTolerance}
      />
      <FileField
        label={t(words.file)}
        hint={t(words.fileHint)}
        error={tried && file === null ? t(words.fileMissing) : undefined}
        accept=".json,.geojson,.zip"
        onChange={sending.setFile}
      />
      <ProblemNotice problem={sending.problem} />
      <Row>
        <Button kind="primary" type="submit" busy={sending.busy}>
          {t(words.send)}
        </Button>
      </Row>
    </Form>
  )
}
