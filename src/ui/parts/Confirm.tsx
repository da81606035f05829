import type { ReactNode } from 'react'
import type { Problem } from '../api/problem.ts'
import { useTongue } from '../tongue.tsx'
import { uiWords } from '../words.ts'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { ProblemNotice } from './Notice.tsx'

type Props = {
  open: boolean
  title: string
  /** What follows from it, or the fields it asks for. */
  children: ReactNode
  /** The button that does it, named after what it does. */
  act: string
  danger?: boolean
  busy?: boolean
  /** Why it cannot be done yet. */
  blocked?: string | undefined
  problem?: Problem | null
  onAct(): void
  onClose(): void
}

/** Asks before something that cannot be taken back, or that needs a few fields first. */
export function Confirm({ open, title, children, act, danger = false, onAct, onClose, ...rest }: Props) {
  const { t } = useTongue()
  return (
    <Dialog
      open={open}
      title={title}
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t(uiWords.cancel)}</Button>
          <Button kind={danger ? 'danger' : 'primary'} busy={rest.busy ?? false} blocked={rest.blocked} onPress={onAct}>
            {act}
          </Button>
        </>
      }
    >
      {children}
      <ProblemNotice problem={rest.problem} />
    </Dialog>
  )
}
