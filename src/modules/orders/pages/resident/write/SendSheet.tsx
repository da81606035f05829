import { useState } from 'react'
import type { DueView } from '../../../../../kernel/cases/model/views.ts'
import type { Problem } from '../../../../../ui/api/problem.ts'
import { Button } from '../../../../../ui/parts/Button.tsx'
import { Confirm } from '../../../../../ui/parts/Confirm.tsx'
import { Go } from '../../../../../ui/parts/Go.tsx'
import { Row, Sheet, Soft } from '../../../../../ui/parts/layout.tsx'
import { Notice, ProblemNotice } from '../../../../../ui/parts/Notice.tsx'
import { useTongue } from '../../../../../ui/tongue.tsx'
import type { PublicMatter } from '../shapes.ts'
import { promiseWords } from '../words/following.ts'
import { writingWords as words } from '../words/writing.ts'
import type { Fault } from './draft.ts'
import { Hear } from './Hear.tsx'

type Props = {
  matter: PublicMatter | null
  due: DueView | null
  faults: readonly Fault[]
  photosBusy: boolean
  sending: boolean
  problem: Problem | null
  blank: boolean
  onClear(): void
}

/** What will happen, what is still wrong, and the button. */
export function SendSheet({ matter, due, faults, photosBusy, sending, problem, blank, onClear }: Props) {
  const { t } = useTongue()
  const [clearing, setClearing] = useState(false)
  return (
    <Sheet
      title={t(words.hear)}
      acts={matter ? <Go to={`/promises/${matter.id}`}>{t(promiseWords.title)}</Go> : undefined}
    >
      <Hear matter={matter} due={due} />
      {faults.length > 0 ? (
        <Notice tone="bad" title={t(words.wrongAbove)} spoken>
          {faults.map(({ path, said }) => (
            <div key={path}>{t(said)}</div>
          ))}
        </Notice>
      ) : null}
      {problem ? <Soft>{t(words.notSent)}</Soft> : null}
      <ProblemNotice problem={problem} />
      <Button kind="primary" type="submit" wide busy={sending} blocked={photosBusy ? t(words.photoWaits) : undefined}>
        {t(words.send)}
      </Button>
      {blank ? null : (
        <Row>
          <Button kind="quiet" onPress={() => setClearing(true)}>
            {t(words.clear)}
          </Button>
        </Row>
      )}
      <Confirm
        open={clearing}
        title={t(words.clearTitle)}
        act={t(words.clear)}
        danger
        onClose={() => setClearing(false)}
        onAct={() => {
          setClearing(false)
          onClear()
        }}
      >
        <p>{t(words.clearText)}</p>
      </Confirm>
    </Sheet>
  )
}
