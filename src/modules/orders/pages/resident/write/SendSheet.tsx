import { useState } from 'react'
import { useOnline } from '../../../../../ui/online.ts'
import { Button } from '../../../../../ui/parts/Button.tsx'
import { Confirm } from '../../../../../ui/parts/Confirm.tsx'
import { Go } from '../../../../../ui/parts/Go.tsx'
import { Row, Sheet, Soft } from '../../../../../ui/parts/layout.tsx'
import { Notice, ProblemNotice } from '../../../../../ui/parts/Notice.tsx'
import { useTongue } from '../../../../../ui/tongue.tsx'
import { promiseWords } from '../words/following.ts'
import { waitingWords } from '../words/waiting.ts'
import { writingWords as words } from '../words/writing.ts'
import { Hear } from './Hear.tsx'
import type { Writing } from './useWriting.ts'

/** What will happen, what is still wrong, and the button. */
export function SendSheet({ writing }: { writing: Writing }) {
  const { t } = useTongue()
  const online = useOnline()
  const { faults, problem, photos } = writing
  const { matter, due } = writing.choice
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
      {online ? null : <Notice tone="warn">{t(waitingWords.willWait)}</Notice>}
      <Button
        kind="primary"
        type="submit"
        wide
        busy={writing.sending}
        blocked={photos.busy ? t(words.photoWaits) : undefined}
      >
        {t(online ? words.send : waitingWords.putAside)}
      </Button>
      {writing.blank ? null : (
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
          writing.clear()
        }}
      >
        <p>{t(words.clearText)}</p>
      </Confirm>
    </Sheet>
  )
}
