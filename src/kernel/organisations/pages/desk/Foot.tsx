import type { ReactNode } from 'react'
import type { Problem } from '../../../../ui/api/problem.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Row, Soft } from '../../../../ui/parts/layout.tsx'
import { ProblemNotice } from '../../../../ui/parts/Notice.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import { uiWords } from '../../../../ui/words.ts'

type Props = {
  problem: Problem | null
  isKept: boolean
  /** Shows what would follow; as long as that is not known it is what the form sends. */
  look?: { label: string; busy: boolean; onPress(): void }
  /** Does it; absent until what would follow is known and allowed. */
  save?: { label: string; busy: boolean; danger?: boolean } | undefined
  more?: ReactNode
  onClose(): void
}

/** The foot of a form that says first what would follow: why not, that a draft is kept, and the buttons. */
export function Foot({ problem, isKept, look, save, more, onClose }: Props) {
  const { t } = useTongue()
  return (
    <>
      <ProblemNotice problem={problem} />
      {isKept ? <Soft>{t(uiWords.draftKept)}</Soft> : null}
      <Row>
        {look ? (
          <Button
            kind={save ? 'plain' : 'primary'}
            type={save ? 'button' : 'submit'}
            busy={look.busy}
            onPress={save ? look.onPress : undefined}
          >
            {look.label}
          </Button>
        ) : null}
        {save ? (
          <Button kind={save.danger ? 'danger' : 'primary'} type="submit" busy={save.busy}>
            {save.label}
          </Button>
        ) : null}
        {more}
        <Button onPress={onClose}>{t(uiWords.cancel)}</Button>
      </Row>
    </>
  )
}
