import { type ReactNode, useState } from 'react'
import { asProblem, type Problem } from '../api/problem.ts'
import { saveFile } from '../api/save.ts'
import { useTongue } from '../tongue.tsx'
import { uiWords } from '../words.ts'
import { Button } from './Button.tsx'
import { ProblemNotice } from './Notice.tsx'
import { useToast } from './Toast.tsx'

type Props = {
  url: string
  /** The name of the file where the server gives none. */
  name: string
  /** Said once it is kept. */
  done?: string
  children: ReactNode
}

/** A button that lets the browser keep a file of the server; a refusal is said beside it and leaves the page standing. */
export function SaveFile({ url, name, done, children }: Props) {
  const { t } = useTongue()
  const say = useToast()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const save = async () => {
    setBusy(true)
    setProblem(null)
    try {
      await saveFile(url, name)
      say(done ?? t(uiWords.saved))
    } catch (thrown) {
      setProblem(asProblem(thrown))
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Button busy={busy} onPress={() => void save()}>
        {children}
      </Button>
      <ProblemNotice problem={problem} />
    </>
  )
}
