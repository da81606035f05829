import type { ReactNode } from 'react'
import type { Problem } from '../api/problem.ts'
import { useTongue } from '../tongue.tsx'
import { uiWords } from '../words.ts'
import { Button } from './Button.tsx'
import { Icon, type IconName } from './Icon.tsx'
import './Notice.css'

export type NoticeTone = 'info' | 'good' | 'warn' | 'bad'

const icons: Record<NoticeTone, IconName> = { info: 'info', good: 'check', warn: 'warn', bad: 'warn' }

type Props = {
  tone?: NoticeTone
  title?: string
  children?: ReactNode
  onClose?: () => void
  /** Read out when it appears; for what follows an act of the user. */
  spoken?: boolean
}

/** A few sentences beside the content they are about. */
export function Notice({ tone = 'info', title, children, onClose, spoken = false }: Props) {
  const { t } = useTongue()
  return (
    <div className="notice" data-tone={tone} role={spoken ? (tone === 'bad' ? 'alert' : 'status') : undefined}>
      <Icon name={icons[tone]} />
      <div>
        {title ? <p className="notice-title">{title}</p> : null}
        {children ? <div className="notice-text">{children}</div> : null}
      </div>
      {onClose ? (
        <Button kind="quiet" name={t(uiWords.close)} onPress={onClose}>
          <Icon name="cross" />
        </Button>
      ) : null}
    </div>
  )
}

/** Why an act did not happen, where the act was made. Nothing while there is no problem. */
export function ProblemNotice({ problem }: { problem: Problem | null | undefined }) {
  const { t } = useTongue()
  if (!problem) return null
  return (
    <Notice tone="bad" title={t(problem.said)} spoken>
      {problem.fields.map((field) => (
        <div key={field.pointer}>{t(field)}</div>
      ))}
      {problem.waitSeconds ? `${problem.waitSeconds} ${t(uiWords.waitSeconds)} ` : ''}
      {problem.id && problem.kind === 'failed' ? `${t(uiWords.requestId)} ${problem.id}` : ''}
    </Notice>
  )
}
