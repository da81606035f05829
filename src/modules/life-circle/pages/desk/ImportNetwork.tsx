import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { actKey, call } from '../../../../ui/api/call.ts'
import { isProblem, type Problem } from '../../../../ui/api/problem.ts'
import { withQuery } from '../../../../ui/api/reads.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Dialog } from '../../../../ui/parts/Dialog.tsx'
import { FileField } from '../../../../ui/parts/FileField.tsx'
import { Form } from '../../../../ui/parts/layout.tsx'
import { Notice, ProblemNotice } from '../../../../ui/parts/Notice.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import { networkWords as words } from '../words/network.ts'
import { freshRun, Running } from './Running.tsx'

/** The largest map may take this long to send and to read, in milliseconds. */
const PATIENCE = 20 * 60_000

/** Takes a map, and who lives where, as the next version; while it is read one sees how far it is and may call it off. */
export function ImportNetwork() {
  const { t } = useTongue()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button kind="primary" icon="plus" onPress={() => setOpen(true)}>
        {t(words.import)}
      </Button>
      <Dialog open={isOpen} title={t(words.import)} onClose={() => setOpen(false)}>
        {isOpen ? <Import /> : null}
      </Dialog>
    </>
  )
}

function Import() {
  const { t } = useTongue()
  const { setSearch } = usePlace()
  const client = useQueryClient()
  const [files, setFiles] = useState<{ map: File | null; people: File | null }>({ map: null, people: null })
  const [run, setRun] = useState<string | null>(null)
  const [version, setVersion] = useState<number | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const send = async () => {
    if (!files.map) return
    const id = freshRun()
    const form = new FormData()
    form.append('file', files.map, files.map.name)
    if (files.people) form.append('people', files.people, files.people.name)
    setRun(id)
    setProblem(null)
    setVersion(null)
    try {
      const url = withQuery('/api/life-circle/networks', { run: id })
      const done = await call<{ version: number }>('POST', url, form, { patience: PATIENCE, key: actKey() })
      setVersion(done.version)
      setSearch({ version: String(done.version) })
      await client.invalidateQueries()
    } catch (thrown) {
      if (!isProblem(thrown)) throw thrown
      setProblem(thrown)
    } finally {
      setRun(null)
    }
  }
  const choose = (name: 'map' | 'people') => (file: File | null) => setFiles((now) => ({ ...now, [name]: file }))
  return (
    <Form label={t(words.import)} onSend={() => void send()}>
      <FileField label={t(words.map)} accept=".pbf,.osm" required onChange={choose('map')} />
      <FileField
        label={t(words.people)}
        hint={t(words.peopleHint)}
        accept=".csv,.xlsx,.geojson,.json"
        onChange={choose('people')}
      />
      {run === null ? (
        <Button kind="primary" type="submit" blocked={files.map === null ? t(words.map) : undefined}>
          {t(words.send)}
        </Button>
      ) : (
        <Running id={run} />
      )}
      <ProblemNotice problem={problem} />
      {version === null ? null : <Notice tone="good" title={t(words.imported(version))} spoken />}
    </Form>
  )
}
