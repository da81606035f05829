import { useState } from 'react'
import { asProblem, type Problem } from '../../../../../ui/api/problem.ts'
import { Button } from '../../../../../ui/parts/Button.tsx'
import { ProblemNotice } from '../../../../../ui/parts/Notice.tsx'
import { useToast } from '../../../../../ui/parts/Toast.tsx'
import { usePlace } from '../../../../../ui/routing/place.ts'
import { useTongue } from '../../../../../ui/tongue.tsx'
import type { View } from '../../../model/lists.ts'
import { listWords as words } from '../words/list.ts'
import { exportAddress } from './question.ts'
import { saveFile } from './save.ts'

/** The list as it stands, as a workbook. */
export function ExportButton({ view }: { view: View }) {
  const { t } = useTongue()
  const { search } = usePlace()
  const say = useToast()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const save = async () => {
    setBusy(true)
    setProblem(null)
    try {
      await saveFile(exportAddress(search, view), 'cases.xlsx')
      say(t(words.exported))
    } catch (thrown) {
      setProblem(asProblem(thrown))
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Button busy={busy} onPress={() => void save()}>
        {t(words.export)}
      </Button>
      <ProblemNotice problem={problem} />
    </>
  )
}
